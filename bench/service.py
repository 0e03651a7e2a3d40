"""How fast the service answers over HTTP: the sample corpus, no chat model, questions of the sample's gold.

    python -m bench.service [WORKERS [SECONDS]]

Starts `qa serve` with so many workers (by default 1) on a free port over a library of its own, asks with 1, 4 and 16 clients at once
for so many seconds each (by default 10), and prints requests a second and the median and 95th percentile of their times. Any response
but 200 is an error, and the floor is no error: then it ends with 1.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx
import numpy as np

GOLD = Path("eval/gold/sample.jsonl")
CLIENTS = (1, 4, 16)
QA = Path(sys.executable).parent / "qa"


@dataclass
class Run:
    """What one run saw: seconds of each request, and how many were not answered with 200."""

    path: str
    key: str
    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    took: float = 0.0  # from the first request to the end of the last

    def ask(self, url: str, questions: list[str], first: int, step: int, end: float) -> None:
        """One client: every question in turn, on one connection, until the time is up."""
        with httpx.Client(base_url=url, timeout=120) as client:
            for number in count(first, step):
                if time.perf_counter() > end:
                    return
                began = time.perf_counter()
                response = client.post(self.path, json={self.key: questions[number % len(questions)]})
                self.seconds.append(time.perf_counter() - began)
                self.errors += response.status_code != 200


@contextmanager
def service(workers: int) -> Iterator[str]:
    """The address of a service over the sample corpus."""
    with tempfile.TemporaryDirectory() as home:
        settings = {name: value for name, value in os.environ.items() if not name.startswith(("QA_", "OPENAI_"))}
        settings |= {"QA_HOME": home, "QA_PORT": "0"}
        subprocess.run([QA, "add", "corpus"], env=settings, check=True, capture_output=True)
        command: list[str | Path] = [QA, "serve", "--workers", str(workers)]
        with subprocess.Popen(
            command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            try:
                assert process.stdout is not None
                url = process.stdout.readline().split()[3]
                for _ in range(4 * workers):  # each of them loads its models with the first question it gets
                    httpx.get(f"{url}/health/ready", timeout=120).raise_for_status()
                yield url
            finally:
                process.terminate()


def measured(url: str, path: str, key: str, questions: list[str], clients: int, seconds: float) -> Run:
    """A run with so many clients at once."""
    run, began = Run(path, key), time.perf_counter()
    end = began + seconds
    threads = [threading.Thread(target=run.ask, args=(url, questions, n, clients, end)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    run.took = time.perf_counter() - began
    return run


def main() -> int:
    """Measure and print; 1 when anything was answered with an error."""
    workers, seconds = int(next(iter(sys.argv[1:2]), 1)), float(next(iter(sys.argv[2:3]), 10))
    questions = [json.loads(line)["question"] for line in GOLD.read_text(encoding="utf-8").splitlines()]
    errors = 0
    print(f"{workers} worker{'s' * (workers != 1)}, {seconds:g} s a run, {os.cpu_count()} cores")
    print(f"{'route':<12}{'clients':>8}{'requests/s':>12}{'p50 ms':>9}{'p95 ms':>9}{'errors':>8}")
    with service(workers) as url:
        for path, key in (("/v1/search", "query"), ("/v1/ask", "question")):
            for clients in CLIENTS:
                run = measured(url, path, key, questions, clients, seconds)
                p50, p95 = np.percentile(run.seconds, [50, 95]) * 1000
                rate = len(run.seconds) / run.took
                print(f"{path:<12}{clients:>8}{rate:>12.1f}{p50:>9.0f}{p95:>9.0f}{run.errors:>8}", flush=True)
                errors += run.errors
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
