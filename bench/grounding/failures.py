"""Every way a model's service can fail, played over real sockets: does each question still end in an answer that keeps its laws?

    python -m bench.grounding.failures

Each kind of fault (bench/grounding/model_faults.py) is met streamed and not. A question ends well in an Answer that keeps the
contract's laws (eval/laws.py), within its time, or in one clear error of ours. Prints a table in Markdown, then how many
ended well.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bench.grounding.broken_service import BrokenService, Fault, serving
from bench.grounding.model_faults import FAULTS, answer
from eval import laws
from eval.cases import Case
from eval.parts import Parts, open_library, real_parts
from eval.samples import Sample
from qa.adapters.endpoint import Endpoint
from qa.adapters.openai_chat import OpenAIChat
from qa.answering import Manners
from qa.errors import FootnoteError
from qa.events import Answered
from qa.ingest.naming import Provenance
from qa.ingest.sources import Source
from qa.library import Library
from qa.settings import load_settings
from qa.types import Answer

SECONDS = 2.0  # the patience of the client under test: one retry fits into it
GRACE = 5.0  # seconds that a busy machine may take for the rest of a question
QUESTION = "To what share of income did the council agree to raise spending?"
DOCUMENTS = {
    "budget": "# The budget\n\nThe council agreed to raise spending to 3.5% of income. The mayor called that a floor.\n",
    "critics": "# The critics\n\nThe opposition rejected the plan to raise spending. It wants the ferries repaired.\n",
    "bridge": "# The bridge\n\nThe old bridge carries 12,000 cars a day. Engineers measured it in May.\n",
}
CASE = Case("fault", QUESTION, "fact", True, None, (), (), ())
LAWS = (
    laws.quote_validity, laws.notes_described, laws.notes_in_order, laws.status_valid, laws.labels_shown, laws.text_clean,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ending:
    """How a question ended: in which words, after how many requests and seconds, and what was wrong with that, if anything."""

    fault: str
    streamed: bool
    words: str
    requests: int
    seconds: float
    wrong: tuple[str, ...] = ()


def play(parts: Parts, seconds: float = SECONDS) -> Iterator[Ending]:
    """Meet each fault streamed and plain. Before that one question is answered well, so that everything is loaded."""
    with serving() as service, _library(parts, service, seconds) as library:
        for name, fault in FAULTS.items():
            for streamed in (False, True):
                ending = _met(library, service, name, fault, streamed=streamed)
                late = ending.seconds > seconds + GRACE
                yield replace(ending, wrong=(*ending.wrong, "late")) if late else ending


@contextmanager
def _library(parts: Parts, service: BrokenService, seconds: float) -> Iterator[Library]:
    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder), parts, manners=Manners(seconds=seconds))
        library.model = OpenAIChat("warm", Endpoint(service.address, "secret"))
        for name, text in DOCUMENTS.items():
            library.add_source(Source(name, text.encode()), Provenance(published=date(2025, 11, 14), publisher="Desk"))
        with service.failing(answer):
            library.ask(QUESTION)
        library.model = OpenAIChat("m", Endpoint(service.address, "secret", seconds))
        yield library
        library.close()


def _met(library: Library, service: BrokenService, name: str, fault: Fault, *, streamed: bool) -> Ending:
    with service.failing(fault):
        begun = time.perf_counter()
        try:
            told = _asked(library, streamed=streamed)
            words, wrong = f"{told.status}, {told.mode}", _broken_laws(library, told)
        except FootnoteError as error:
            words, wrong = str(error), () if error.message else ("an error without words",)
        return Ending(name, streamed, words, service.requests, time.perf_counter() - begun, wrong)


def _asked(library: Library, *, streamed: bool) -> Answer:
    if not streamed:
        return library.ask(QUESTION)
    *_, last = library.stream(QUESTION)
    assert isinstance(last, Answered)
    return last.answer


def _broken_laws(library: Library, told: Answer) -> tuple[str, ...]:
    cited = {note.document_id: library.document(note.document_id) for note in told.citations}
    sample = Sample(CASE, answer=told, documents=cited)
    broken = [law.__name__ for law in LAWS if law(sample, told) not in (None, 1.0)]
    return (*broken, *(["the key is shown"] if "secret" in repr(told) else []))


def table(endings: Sequence[Ending]) -> str:
    """A row a fault and way of asking."""
    rows = ["| fault | asked | ended | requests | seconds | |", "|---|---|---|---|---|---|"]
    rows += [
        f"| {e.fault} | {'streamed' if e.streamed else 'plain'} | {e.words} | {e.requests} | {e.seconds:.2f}"
        f" | {', '.join(e.wrong) or 'ok'} |"
        for e in endings
    ]
    well = sum(not e.wrong for e in endings)
    kinds = len({e.fault for e in endings})
    return "\n".join([*rows, "", f"{kinds} kinds of fault, {len(endings)} questions: {well} ended well."])


def main() -> None:
    """Play all faults and print the table; the end is an error when one question ended badly."""
    endings = list(play(real_parts(load_settings())))
    print(table(endings))
    if any(ending.wrong for ending in endings):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
