"""How long a new process lets a person wait: `qa ask` until it has answered, by stage, and `qa chat` until its prompt is drawn.

    python -m bench.starting [RUNS]

Over the sample corpus, without a chat model. Each run (by default 9) starts every process once, in turn; printed are medians in
milliseconds and the machine's load. Beside `qa ask` stands a floor: what a program pays that imports chromadb, loads the embedding
model's ONNX session, embeds one question and asks one query of a Chroma index of the same passages. Beside the prompt: Python with
prompt-toolkit imported.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import pexpect

QA = str(Path(sys.executable).parent / "qa")
QUESTION = "What share of GDP will Seoul spend on defense?"
PROMPT = ">"  # nothing that is written before the prompt holds one

# Each writes to stderr when it had done what: perf_counter is the same clock in every process.
CLOCK = """
import json, sys, time
from pathlib import Path
marks = [["Python started", time.perf_counter()]]
def mark(stage): marks.append([stage, time.perf_counter()])
"""
TOLD = "json.dump(marks, sys.stderr)"
FLOOR = f"""{CLOCK}
import chromadb
mark("chromadb imported")
from qa.adapters.onnx_models import BgeEmbedder, models_folder
vector = BgeEmbedder(models_folder(None)).embed_query({QUESTION!r})
mark("ONNX session loaded, question embedded")
from qa.adapters.chroma_index import ChromaIndex
assert ChromaIndex(Path(sys.argv[1]) / "chroma").query(vector, 10)
mark("index opened and asked")
{TOLD}
"""
# What `qa ask` does, in its order. The second time the question finds both networks loaded: the difference is their loading.
ASK = f"""{CLOCK}
from qa.cli.main import app
app.get_command(None, "ask").make_context("ask", [{QUESTION!r}])
mark("command found and built")
from qa.assembly import build_library
from qa.cli.options import open_library
mark("parts imported")
with open_library(extractive=True) as library:
    mark("library opened")
    began = time.perf_counter()
    library.ask({QUESTION!r})
    first = time.perf_counter() - began
    answer = library.ask({QUESTION!r})
    again = time.perf_counter() - began - first
marks += [["networks loaded", marks[-1][1] + first - again], ["question answered", marks[-1][1] + first]]
from qa.cli.output import print_answer
began = time.perf_counter()
print_answer(answer)
marks.append(["answer printed", marks[-1][1] + time.perf_counter() - began])
{TOLD}
"""


def timed(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float, str]:
    """When it began, how long it ran, and its stderr."""
    began = time.perf_counter()
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return began, time.perf_counter() - began, ran.stderr


def staged(script: str, home: Path, environment: dict[str, str]) -> dict[str, float]:
    """Seconds of each stage of a script in a new process."""
    before, _, told = timed([sys.executable, "-c", script, str(home)], environment)
    stages = {}
    for stage, moment in json.loads(told):
        stages[stage], before = moment - before, moment
    return stages


def prompted(environment: dict[str, str]) -> float:
    """Seconds until `qa chat` has drawn its prompt in a terminal."""
    began = time.perf_counter()
    child = pexpect.spawn(QA, ["chat"], env=environment | {"TERM": "xterm-256color"}, dimensions=(30, 80), timeout=60)
    child.expect_exact(PROMPT)
    seconds = time.perf_counter() - began
    child.close(force=True)
    return seconds


def library(home: Path, environment: dict[str, str]) -> dict[str, str]:
    """The environment of a library over the sample corpus."""
    environment = environment | {"QA_HOME": str(home)}
    subprocess.run([QA, "add", "corpus"], env=environment, check=True, capture_output=True)
    return environment


def show(name: str, runs: Sequence[dict[str, float]]) -> float:
    """The medians of its stages, and the median of their sums, which is returned."""
    total = median(sum(run.values()) for run in runs)
    print(f"{name:<48}{total * 1000:>8.0f}")
    for stage in runs[0]:
        print(f"  {stage:<46}{median(run[stage] for run in runs) * 1000:>8.0f}")
    return total


def main() -> None:
    """Measure and print."""
    runs = int(next(iter(sys.argv[1:2]), 9))
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("QA_", "OPENAI_"))}
    with tempfile.TemporaryDirectory() as folder:
        home, indexed = Path(folder) / "home", Path(folder) / "indexed"
        environment = library(home, plain)
        # The sample is too small for an index; the floor's library is told to keep one, and begins it with its first search.
        timed([QA, "search", QUESTION], library(indexed, plain | {"QA_EXACT_LIMIT": "0"}))
        floors, asks, wholes, editors, prompts = [], [], [], [], []
        for _ in range(runs):
            floors.append(staged(FLOOR, indexed, environment))
            asks.append(staged(ASK, home, environment))
            wholes.append(timed([QA, "ask", QUESTION, "--extractive"], environment)[1])
            editors.append(timed([sys.executable, "-c", "import prompt_toolkit"], environment)[1])
            prompts.append(prompted(environment))
    print(f"medians of {runs} new processes, in ms; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    floor = show("floor: chromadb, ONNX session, one query", floors)
    show("qa ask, its stages", asks)
    print(f"{'qa ask, to its end':<48}{median(wholes) * 1000:>8.0f}   {median(wholes) / floor:.2f} of the floor")
    print(f"{'floor: Python with prompt-toolkit':<48}{median(editors) * 1000:>8.0f}")
    print(f"{'qa chat, to its prompt':<48}{median(prompts) * 1000:>8.0f}   slowest {max(prompts) * 1000:.0f}")


if __name__ == "__main__":
    main()
