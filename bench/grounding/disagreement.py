"""Sources that disagree: are both sides cited, is it said, and is it said where nobody disagrees?

    python -m bench.grounding.disagreement

ramdocs: 150 questions whose documents disagree or mislead. Of those in which two documents marked correct or misinfo give different
answers, the share whose answer (without a model) cites documents of both sides; the share whose quotes hold both answers; and the
share with the status conflict. Of the others, the share with that status, wrongly. The even questions were tuned on, the odd ones
were not. The sample: the status of the questions that ask about a disagreement or something superseded, and of all others.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from eval.cases import load_cases
from eval.parts import open_library, real_parts
from eval.run import texts_of
from qa.ingest.naming import Provenance
from qa.ingest.sources import Source
from qa.library import Library
from qa.settings import load_settings
from qa.types import Answer, Filters

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "../shared/data/ramdocs/questions.jsonl"
CLASHING = ("disagreement", "superseded")


def ramdocs() -> None:
    """Print a row for each half and for all."""
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder), real_parts(load_settings()))
        with closing(library):
            judged = [_judged(library, place, question) for place, question in enumerate(asked)]
    print(
        f"{'ramdocs':<12} {'clash':>6} {'both cited':>11} {'both quoted':>12} {'conflict':>9} {'no clash':>9} {'conflict':>9}"
    )
    for name, rows in (("tuned on", judged[::2]), ("not tuned on", judged[1::2]), ("all", judged)):
        clash, calm = [row for row in rows if row["clash"]], [row for row in rows if not row["clash"]]
        shares = [_share(clash, key) for key in ("cited", "quoted", "conflict")]
        print(
            f"{name:<12} {len(clash):>6} {shares[0]:>11.3f} {shares[1]:>12.3f} {shares[2]:>9.3f} {len(calm):>9} "
            f"{_share(calm, 'conflict'):>9.3f}"
        )


def sample() -> None:
    """Print how often the status is conflict, by what the question asks for."""
    corpus = ROOT / "corpus"
    cases = load_cases(ROOT / "eval/gold/sample.jsonl", texts_of(corpus))
    found: Counter[tuple[str, bool]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder), real_parts(load_settings()))
        with closing(library):
            library.add([corpus])
            for case in cases:
                group: str = (
                    case.kind if case.kind in CLASHING else "answerable, others" if case.answerable else "no answer"
                )
                conflict = library.ask(case.question).status == "conflict"
                found[group, conflict] += 1
                if conflict:
                    print(f"    {group}: {case.question}")
    for group in (*CLASHING, "answerable, others", "no answer"):
        print(f"sample, {group:<20} {found[group, True]} of {found[group, True] + found[group, False]} say conflict")


def _judged(library: Library, place: int, question: Mapping[str, Any]) -> dict[str, bool]:
    """Add the question's documents to a collection of their own, ask it, and hold the answer against their marks."""
    collection = f"q{place}"
    marks: dict[str, str] = {}
    for number, document in enumerate(question["documents"]):
        name = f"{collection}-{number}.txt"
        library.add_source(Source(name, document["text"].replace("\0", " ").encode()), Provenance(collection))
        if document["type"] in ("correct", "misinfo"):
            marks[name] = document["answer"]
    answer = library.ask(question["question"], Filters(collection=collection))
    return {
        "clash": len(set(marks.values())) > 1,
        "cited": len(_cited(answer, marks, holding=False)) > 1,
        "quoted": len(_cited(answer, marks, holding=True)) > 1,
        "conflict": answer.status == "conflict",
    }


def _cited(answer: Answer, marks: Mapping[str, str], *, holding: bool) -> set[str]:
    """The answers of the marked documents that are cited; ``holding``: only where the quote itself has the answer's words."""
    notes = [(marks[note.source], note.quote) for note in answer.citations if note.source in marks]
    return {mark for mark, quote in notes if not holding or mark.casefold() in quote.casefold()}


def _share(rows: Sequence[Mapping[str, bool]], key: str) -> float:
    return sum(row[key] for row in rows) / len(rows) if rows else float("nan")


def main() -> None:
    """Measure and print."""
    if QUESTIONS.is_file():
        ramdocs()
    else:
        print(f"skipped: there is no file {QUESTIONS}")
    sample()


if __name__ == "__main__":
    main()
