"""Two runs side by side: paired differences with their uncertainty, and the questions that flipped, with the reason in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from eval.directions import ideal_of, less_is_better
from eval.metrics import interval
from eval.results import Report, Row, Run
from qa.errors import InputError

Word = Literal["better", "worse", "no clear change"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A metric in both runs, over the questions scored in both: B minus A, with its 95% interval."""

    subject: str
    metric: str
    a: float
    b: float
    low: float
    high: float
    questions: int
    word: Word

    @property
    def change(self) -> float:
        """B minus A."""
        return self.b - self.a


@dataclass(frozen=True, slots=True)
class Flip:
    """A question that a metric no longer finds right, or now does; what is newly wrong with it, and what no longer is."""

    subject: str
    id: str
    question: str
    changes: tuple[str, ...]
    worse: bool
    now: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from A to B. ``remarks`` say what is not compared."""

    differences: tuple[Difference, ...]
    flips: tuple[Flip, ...]
    remarks: tuple[str, ...]


def compare(a: Run, b: Run) -> Comparison:
    """Pair both runs by subject and question. Raises InputError for a mocked and a live run, or when nothing is in both."""
    if a.mode != b.mode:
        raise InputError(
            f"A is {a.mode} and B is {b.mode}: their numbers do not mean the same.", "Compare runs of one kind."
        )
    pairs = [(one, two) for one in a.reports for two in b.reports if one.subject == two.subject]
    if not pairs:
        raise InputError("The runs have no subject in common.", "Compare runs with the same --persona.")
    questions = {question.id: question.question for question in (*a.questions, *b.questions)}
    return Comparison(
        differences=tuple(d for one, two in pairs for d in _differences(one, two)),
        flips=tuple(flip for one, two in pairs for flip in _flips(one, two, questions)),
        remarks=tuple(_remarks(a, b)),
    )


def _remarks(a: Run, b: Run) -> Iterator[str]:
    ours, theirs = ({question.id for question in run.questions} for run in (a, b))
    if a.sha256 != b.sha256:
        yield f"The gold differs: {len(ours & theirs)} questions are in both and compared."
    elif ours != theirs:
        yield f"{len(ours & theirs)} questions were asked in both runs and are compared."
    if a.model != b.model:
        yield f"The model differs: {a.model} and {b.model}."
    for run, name, other in ((a, "A", b), (b, "B", a)):
        alone = [r.subject for r in run.reports if r.subject not in {o.subject for o in other.reports}]
        if alone:
            yield f"Only in {name}: {', '.join(alone)}."


def _differences(one: Report, two: Report) -> Iterator[Difference]:
    rows = _paired(one, two)
    for metric in dict.fromkeys(name for before, _ in rows for name in before.scores):
        scores = [(before.scores.get(metric), after.scores.get(metric)) for before, after in rows]
        there = [(x, y) for x, y in scores if x is not None and y is not None]
        if there:
            changes = [y - x for x, y in there]
            low, high = interval(changes)
            a, b = (sum(pair[place] for pair in there) / len(there) for place in (0, 1))
            yield Difference(one.subject, metric, a, b, low, high, len(there), _word(metric, low, high))


def _word(metric: str, low: float, high: float) -> Word:
    if low <= 0 <= high:
        return "no clear change"
    return "better" if (low > 0) != less_is_better(metric) else "worse"


def _flips(one: Report, two: Report, questions: dict[str, str]) -> Iterator[Flip]:
    for before, after in _paired(one, two):
        changes = [
            (name, x, y)
            for name, x in before.scores.items()
            if x is not None
            and (y := after.scores.get(name)) is not None
            and (x == ideal_of(name)) != (y == ideal_of(name))
        ]
        if changes:
            lost = any(x == ideal_of(name) for name, x, _ in changes)
            yield Flip(
                subject=one.subject,
                id=before.id,
                question=questions.get(before.id, before.id),
                changes=tuple(f"{name} {x:.2g} → {y:.2g}" for name, x, y in changes),
                worse=lost,
                now=tuple(words for words in after.wrong if words not in before.wrong),
                before=tuple(words for words in before.wrong if words not in after.wrong),
            )


def _paired(one: Report, two: Report) -> list[tuple[Row, Row]]:
    after = {row.id: row for row in two.rows}
    return [(row, after[row.id]) for row in one.rows if row.id in after]
