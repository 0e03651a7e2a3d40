"""What the page shows of a run, picked and counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.gate import LIBRARY, MODEL, RETRIEVAL
from eval.results import Question, Report, Row, Run

SLICED = ("hit@5", "fact_recall", "citation_precision", "over_refusal", "refusal_recall")
EARNEST = (MODEL, "extractive", "oracle")  # whose answers stand for the pipeline's, the first that was run


@dataclass(frozen=True, slots=True)
class Slice:
    """The questions of one kind or tag, and the means of a few metrics over them."""

    name: str
    questions: int
    means: tuple[float | None, ...]


def headline(run: Run) -> str | None:
    """The subject whose answers the page tells of in full."""
    ran = {report.subject for report in run.reports}
    return next((name for name in EARNEST if name in ran), None)


def ordered(run: Run, main: str | None) -> list[Report]:
    """Retrieval and the main subject first."""
    first = [report for name in (RETRIEVAL, main) for report in run.reports if report.subject == name]
    return first + [report for report in run.reports if report not in first]


def answered_by(run: Run) -> dict[str, list[tuple[str, Row]]]:
    """For each question its rows by subject."""
    found: dict[str, list[tuple[str, Row]]] = {question.id: [] for question in run.questions}
    for report in run.reports:
        for row in report.rows:
            if row.id in found and report.subject != LIBRARY:
                found[row.id].append((report.subject, row))
    return found


def states_of(run: Run, main: str | None) -> dict[str, str]:
    """For each question: ``bad`` if something went wrong in earnest, else ``good``."""
    rows = answered_by(run)
    earnest = (RETRIEVAL, main) if main else (RETRIEVAL, "injected")
    return {
        id_: "bad" if any(row.wrong for subject, row in found if subject in (*earnest, "injected")) else "good"
        for id_, found in rows.items()
    }


def slices(run: Run, main: str | None, names: Callable[[Question], list[str]]) -> list[Slice]:
    """The questions by kind or by tag, the largest slice first."""
    rows = [
        {
            name: value
            for report in run.reports
            if report.subject in (RETRIEVAL, main)
            for name, value in _scores(report, question)
        }
        for question in run.questions
    ]
    groups: dict[str, list[dict[str, float | None]]] = {}
    for question, scores in zip(run.questions, rows, strict=True):
        for name in names(question) if scores else []:
            groups.setdefault(name, []).append(scores)
    found = [
        Slice(name, len(group), tuple(_mean(group, metric) for metric in SLICED)) for name, group in groups.items()
    ]
    return sorted(found, key=lambda each: (-each.questions, each.name))


def spread(run: Run, main: str | None) -> list[tuple[str, float, float, float]]:
    """Milliseconds a stage takes in the main subject's answers: median, 95th percentile, most."""
    taken: dict[str, list[float]] = {}
    for report in run.reports:
        for row in report.rows if report.subject == main else ():
            for stage, value in row.timings_ms.items():
                taken.setdefault(stage, []).append(value)
    return [(stage, *map(float, np.percentile(values, [50, 95, 100]))) for stage, values in taken.items()]  # type: ignore[misc]


def _scores(report: Report, question: Question) -> Sequence[tuple[str, float | None]]:
    return next((list(row.scores.items()) for row in report.rows if row.id == question.id), [])


def _mean(group: Sequence[dict[str, float | None]], metric: str) -> float | None:
    there = [score for scores in group if (score := scores.get(metric)) is not None]
    return sum(there) / len(there) if there else None
