"""What an evaluation found: a row a question, the rows folded into metrics, and the whole as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from eval.fabricating import Change
from eval.metrics import Metric, fold_scores
from qa.answers import as_json
from qa.errors import InputError
from qa.types import Origin, Support

CAUGHT = "fabrications_caught"
VARYING = frozenset({"began", "seconds", "timings_ms"})  # the only keys of a run that differ when it is repeated

RunMode = Literal["mocked", "live"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage found for a question, with its ranks; ``gold`` if it holds evidence."""

    title: str
    heading: str
    text: str
    dense_rank: int | None
    lexical_rank: int | None
    logit: float | None
    gold: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A citation in its context; ``gold`` if it is evidence."""

    number: int
    title: str
    publisher: str | None
    published: str | None
    before: str
    quote: str
    after: str
    origin: Origin
    gold: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim of an answer."""

    text: str
    notes: tuple[int, ...]
    support: Support
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One question's answer: what was said, on what it rests, its scores by metric, and what went wrong in words."""

    id: str
    status: str | None
    mode: str | None
    reason: str | None
    failure: str | None
    text: str
    claims: tuple[Stated, ...]
    notes: tuple[Note, ...]
    sent: str | None
    change: Change | None
    scores: Mapping[str, float | None]
    unscored: Mapping[str, str]
    wrong: tuple[str, ...]
    tokens: tuple[int, int] = (0, 0)
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """A question as gold has it, and the passages found for it."""

    id: str
    kind: str
    tags: tuple[str, ...]
    question: str
    answerable: bool
    answer: str | None
    facts: tuple[tuple[str, ...], ...]
    evidence: tuple[tuple[str, str], ...]
    passages: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All questions put to one subject: a persona, a model, or retrieval and the library by themselves."""

    subject: str
    rows: tuple[Row, ...]
    metrics: tuple[Metric, ...]
    seconds: float

    def metric(self, name: str) -> Metric | None:
        """The metric of this name, if there is one."""
        return next((metric for metric in self.metrics if metric.name == name), None)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A threshold held against a report; ``mean`` is None when nothing could be scored."""

    subject: str
    metric: str
    bound: Literal["min", "max"]
    limit: float
    why: str
    mean: float | None
    met: bool

    def __str__(self) -> str:
        wanted = f"{'at least' if self.bound == 'min' else 'at most'} {self.limit:g}"
        found = "could not be scored" if self.mean is None else f"is {self.mean:.3f}"
        return f"{self.subject}: {self.metric} {found}; it must be {wanted}."


@dataclass(frozen=True, slots=True)
class Run:
    """One evaluation. ``gold`` is the file's name, ``sha256`` the sum of it; ``verdicts`` is None when no gate was asked for."""

    mode: RunMode
    began: str
    gold: str
    sha256: str
    selection: str
    model: str | None
    questions: tuple[Question, ...]
    reports: tuple[Report, ...]
    verdicts: tuple[Verdict, ...] | None = None
    tokens: tuple[int, int] = (0, 0)
    cost_usd: float | None = None
    seconds: float = 0.0

    @property
    def missed(self) -> list[Verdict]:
        """The thresholds that were not met."""
        return [verdict for verdict in self.verdicts or () if not verdict.met]


def report(subject: str, rows: Sequence[Row], seconds: float) -> Report:
    """The rows with each metric over all of them, and the fabrications caught by kind of fact."""
    names = list(dict.fromkeys(name for row in rows for name in [*row.scores, *row.unscored]))
    metrics = [_folded(name, rows, name) for name in names]
    kinds = sorted({row.change.kind for row in rows if row.change})
    for kind in kinds:
        of_kind = [row for row in rows if row.change and row.change.kind == kind]
        metrics.append(_folded(f"{CAUGHT}:{kind}", of_kind, CAUGHT))
    return Report(subject, tuple(rows), tuple(metrics), seconds)


def _folded(name: str, rows: Sequence[Row], scorer: str) -> Metric:
    scores = [row.scores[scorer] for row in rows if scorer in row.scores]
    return fold_scores(name, scores, sum(scorer in row.unscored for row in rows))


def as_object(run: Run) -> dict[str, Any]:
    """A run as plain JSON values."""
    return {"format": 1, **as_json(run)}


def load_run(path: Path) -> Run:
    """A run from its JSON file. Raises InputError."""
    try:
        return TypeAdapter(Run).validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(
            f"{path} cannot be read ({error.strerror}).", "`qa eval run --out FILE` writes one."
        ) from error
    except ValidationError as error:
        raise InputError(f"{path} is no run of `qa eval run`.", "`qa eval run --out FILE` writes one.") from error


def without_times(value: Any) -> Any:
    """A run's JSON values without what differs when it is repeated."""
    if isinstance(value, dict):
        return {key: without_times(item) for key, item in value.items() if key not in VARYING}
    if isinstance(value, list):
        return [without_times(item) for item in value]
    return value
