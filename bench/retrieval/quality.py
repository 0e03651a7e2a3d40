"""The quality tables: every system on every collection, the half that was tuned on, the other half, and all."""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.retrieval import llama
from bench.retrieval.data import READERS, Collection, collections
from bench.retrieval.measures import FLOORS, MEASURES, Measure
from bench.retrieval.systems import OURS, Built, Found, Models, Search, models
from eval.metrics import fold_scores

Rankings = Sequence[Sequence[Found]]  # of a collection's questions, in order


def tables(names: Sequence[str], *, baseline: bool = True) -> Iterator[str]:
    """Markdown, line by line: a table for each collection named; ``baseline``: with LlamaIndex."""
    used, verdicts = models(), []
    for collection in collections():
        if collection.name in (names or READERS):
            with tempfile.TemporaryDirectory() as folder:
                rankings = dict(_rankings(collection, Path(folder), used, baseline=baseline))
            yield from _table(collection, rankings)
            verdicts += list(_verdicts(collection, rankings[OURS]))
    yield from ("### Floors", "", "| collection | measure | measured | floor | aim | |", "|---|---|---:|---:|---:|---|")
    yield from verdicts


def _rankings(
    collection: Collection, folder: Path, used: Models, *, baseline: bool
) -> Iterator[tuple[str, list[list[Found]]]]:
    built = Built(collection, folder / "ours", used)
    systems: dict[str, Search] = dict(built.systems())
    if baseline:
        systems[llama.NAME] = llama.searching(collection, folder / "llama", used.embedder)
    found: dict[str, list[list[Found]]] = {name: [] for name in systems}
    for number, question in enumerate(collection.questions, start=1):
        for name, search in systems.items():
            found[name].append(search(question.text))
        if number % 50 == 0:
            print(f"{collection.name}: {number} of {len(collection.questions)}", file=sys.stderr, flush=True)
    built.close()
    yield from found.items()


def _table(collection: Collection, rankings: Mapping[str, Rankings]) -> Iterator[str]:
    measures, asked = MEASURES[collection.name], collection.questions
    tuned = sum(question.is_tuned_on for question in asked)
    yield f"### {collection.name}: {len(collection.files):,} files, {len(asked)} questions, {tuned} of them tuned on"
    yield ""
    yield "| system | measure | tuned half | other half | all | characters of five |"
    yield "|---|---|---|---|---|---:|"
    for system, found in rankings.items():
        size = sum(len(each.text) for ranking in found for each in ranking[:5]) / len(found)
        for name, measure in measures.items():
            cells = _cells(collection, found, measure)
            if cells:
                yield f"| {system} | {name} | {' | '.join(cells)} | {size:,.0f} |"
    yield ""


def _cells(collection: Collection, found: Rankings, measure: Measure) -> list[str]:
    """Tuned half, other half, all: means with intervals; nothing where the measure does not apply."""
    cells = []
    for halves in ((True,), (False,), (True, False)):
        scores = _scores(collection, found, measure, halves)
        metric = fold_scores("", scores)
        if metric.mean is None:
            return []
        cells.append(f"{metric.mean:.3f} ({metric.low:.3f}–{metric.high:.3f})")
    return cells


def _scores(
    collection: Collection, found: Rankings, measure: Measure, halves: Sequence[bool] = (True, False)
) -> list[float | None]:
    pairs = zip(collection.questions, found, strict=True)
    return [measure(question, ranking) for question, ranking in pairs if question.is_tuned_on in halves]


def _verdicts(collection: Collection, found: Rankings) -> Iterator[str]:
    for name, measure in MEASURES[collection.name].items():
        if (collection.name, name) in FLOORS:
            floor, aim = FLOORS[collection.name, name]
            mean = fold_scores("", _scores(collection, found, measure)).mean or 0.0
            told = "aim reached" if mean >= aim else "met" if mean >= floor else "**missed**"
            yield f"| {collection.name} | {name} | {mean:.3f} | {floor:.2f} | {aim:.2f} | {told} |"
