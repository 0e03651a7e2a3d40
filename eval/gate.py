"""Thresholds, each with its reason, and which of them a run misses."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from eval.personas import PERSONAS
from eval.results import Report, Verdict
from qa.errors import InputError

THRESHOLDS = "thresholds.toml"  # beside the gold
RETRIEVAL, LIBRARY, MODEL = "retrieval", "library", "model"
SUBJECTS = (RETRIEVAL, LIBRARY, *PERSONAS)


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least or the most that a subject's metric may be, and why."""

    subject: str
    metric: str
    bound: Literal["min", "max"]
    limit: float
    why: str


def load_thresholds(path: Path) -> tuple[Threshold, ...]:
    """A table for each subject, in it ``metric = { min = 0.9, why = "…" }`` or ``{ max = 0.1, why = "…" }``. Raises InputError."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            f"The thresholds {path} cannot be read ({error}).", "They stand beside the gold file."
        ) from error
    return tuple(threshold for subject, table in tables.items() for threshold in _of_subject(subject, table))


def judge(reports: Sequence[Report], thresholds: Sequence[Threshold]) -> tuple[Verdict, ...]:
    """Each threshold held against the reports; those of subjects that were not run are left out."""
    means = {(report.subject, metric.name): metric.mean for report in reports for metric in report.metrics}
    ran = {report.subject for report in reports}
    return tuple(_verdict(t, means.get((t.subject, t.metric))) for t in thresholds if t.subject in ran)


def _verdict(threshold: Threshold, mean: float | None) -> Verdict:
    met = False
    if mean is not None:
        met = mean >= threshold.limit if threshold.bound == "min" else mean <= threshold.limit
    return Verdict(threshold.subject, threshold.metric, threshold.bound, threshold.limit, threshold.why, mean, met)


def _of_subject(name: str, table: Any) -> Iterator[Threshold]:
    if name not in SUBJECTS or not isinstance(table, dict):
        raise InputError(f"The thresholds have no tables for {name!r}.", f"Use [{'], ['.join(SUBJECTS)}].")
    for metric, limits in table.items():
        match limits:
            case {"min": float() | int() as limit, "why": str() as why} if len(limits) == 2 and why:
                yield Threshold(name, metric, "min", limit, why)
            case {"max": float() | int() as limit, "why": str() as why} if len(limits) == 2 and why:
                yield Threshold(name, metric, "max", limit, why)
            case _:
                told = f"The threshold {name}.{metric} is not a min or a max with a reason."
                raise InputError(told, 'Write { min = 0.9, why = "…" } or { max = 0.1, why = "…" }.')
