"""Thresholds, and which of them a report misses."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from eval.personas import PERSONAS, PersonaName
from eval.results import Report
from qa.errors import InputError

Bound = Literal["min", "max"]


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least or the most that a persona's metric may be."""

    persona: PersonaName
    metric: str
    bound: Bound
    limit: float


@dataclass(frozen=True, slots=True)
class Miss:
    """A threshold that was missed; ``mean`` is None when nothing could be scored."""

    threshold: Threshold
    mean: float | None

    def __str__(self) -> str:
        wanted = f"{'at least' if self.threshold.bound == 'min' else 'at most'} {self.threshold.limit:g}"
        found = "could not be scored" if self.mean is None else f"is {self.mean:.3f}"
        return f"{self.threshold.persona}: {self.threshold.metric} {found}; it must be {wanted}."


def load_thresholds(path: Path) -> tuple[Threshold, ...]:
    """A table for each persona, in it ``metric = { min = 0.9 }`` or ``{ max = 0.1 }``. Raises InputError."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            f"The thresholds {path} cannot be read ({error}).", "They stand beside the gold file."
        ) from error
    return tuple(threshold for persona, table in tables.items() for threshold in _of_persona(persona, table))


def missed(reports: Sequence[Report], thresholds: Sequence[Threshold]) -> list[Miss]:
    """The thresholds that the reports miss; those of personas that were not run are left out."""
    means = {(report.persona, metric.name): metric.mean for report in reports for metric in report.metrics}
    ran = {report.persona for report in reports}
    held = [(threshold, means.get((threshold.persona, threshold.metric))) for threshold in thresholds]
    return [Miss(threshold, mean) for threshold, mean in held if threshold.persona in ran and not _met(threshold, mean)]


def _met(threshold: Threshold, mean: float | None) -> bool:
    if mean is None:
        return False
    return mean >= threshold.limit if threshold.bound == "min" else mean <= threshold.limit


def _of_persona(name: str, table: Any) -> Iterator[Threshold]:
    persona = next((known for known in PERSONAS if known == name), None)
    if persona is None or not isinstance(table, dict):
        raise InputError(f"The thresholds have no tables for {name!r}.", f"Use [{'], ['.join(PERSONAS)}].")
    for metric, limits in table.items():
        match limits:
            case {"min": float() | int() as limit} if len(limits) == 1:
                yield Threshold(persona, metric, "min", limit)
            case {"max": float() | int() as limit} if len(limits) == 1:
                yield Threshold(persona, metric, "max", limit)
            case _:
                told = f"The threshold {name}.{metric} is neither a min nor a max."
                raise InputError(told, "Write { min = 0.9 } or { max = 0.1 }.")
