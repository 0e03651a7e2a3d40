"""What an evaluation found: a row a question, and the rows folded into metrics."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.fabricating import Change
from eval.metrics import Metric, fold_scores
from eval.personas import PersonaName
from eval.scorers import SCORERS, Sample

CAUGHT = "fabrications_caught"


@dataclass(frozen=True, slots=True)
class Row:
    """One question: its answer, what a mocked model made false in it, and its scores by metric."""

    id: str
    kind: str
    question: str
    answerable: bool
    status: str | None
    failure: str | None
    text: str
    change: Change | None
    scores: Mapping[str, float | None]
    seconds: float


@dataclass(frozen=True, slots=True)
class Report:
    """All questions in one persona."""

    persona: PersonaName
    rows: tuple[Row, ...]
    metrics: tuple[Metric, ...]
    seconds: float

    def metric(self, name: str) -> Metric | None:
        """The metric of this name, if there is one."""
        return next((metric for metric in self.metrics if metric.name == name), None)


def row(sample: Sample, seconds: float) -> Row:
    """A sample judged by every scorer."""
    case, answer = sample.case, sample.answer
    return Row(
        id=case.id,
        kind=case.kind,
        question=case.question,
        answerable=case.answerable,
        status=answer.status if answer else None,
        failure=sample.failure,
        text=answer.text if answer else "",
        change=sample.said.change,
        scores={scorer.name: scorer.score(sample) for scorer in SCORERS},
        seconds=seconds,
    )


def report(persona: PersonaName, rows: Sequence[Row], seconds: float) -> Report:
    """The rows with each metric over all of them, and the fabrications caught by kind of fact."""
    metrics = [fold_scores(scorer.name, [row.scores[scorer.name] for row in rows]) for scorer in SCORERS]
    kinds = sorted({row.change.kind for row in rows if row.change})
    by_kind = ([row.scores[CAUGHT] for row in rows if row.change and row.change.kind == kind] for kind in kinds)
    metrics += [fold_scores(f"{CAUGHT}:{kind}", scores) for kind, scores in zip(kinds, by_kind, strict=True)]
    return Report(persona, tuple(rows), tuple(metrics), seconds)
