"""Reports for a reader: tables in a terminal, or plain JSON values."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from eval.gate import Miss
from eval.metrics import Metric
from eval.results import Report, Row
from eval.scorers import SCORERS
from qa.answers import as_json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def as_object(reports: Sequence[Report], misses: Sequence[Miss] | None) -> dict[str, Any]:
    """Reports as one JSON object; ``missed`` is null when no gate was asked for."""
    return {"reports": as_json(reports), "missed": None if misses is None else [str(miss) for miss in misses]}


def print_report(report: Report, console: "Console") -> None:
    """A table of metrics, and one of the questions that fell short of something."""
    console.print(_metrics(report))
    short = [row for row in report.rows if shortfalls(row)]
    if short:
        console.print(_questions(short))


def shortfalls(row: Row) -> list[str]:
    """The scores of a row that could be better, as ``name value``."""
    ideals = {scorer.name: float(not scorer.less_is_better) for scorer in SCORERS}
    return [f"{name} {score:.2g}" for name, score in row.scores.items() if score not in (None, ideals[name])]


def _metrics(report: Report) -> "Table":
    from rich.table import Table

    title = f"{report.persona}: {len(report.rows)} questions in {report.seconds:.1f} s"
    table = Table(title=title, title_justify="left")
    for heading in ("metric", "mean", "95% interval", "scored", "n/a"):
        table.add_column(heading, justify="left" if heading == "metric" else "right")
    for metric in report.metrics:
        table.add_row(metric.name, *_estimate(metric), str(metric.scored), str(metric.not_applicable))
    return table


def _estimate(metric: Metric) -> tuple[str, str]:
    if metric.mean is None:
        return "–", ""
    return f"{metric.mean:.3f}", f"{metric.low:.3f} … {metric.high:.3f}"


def _questions(rows: Sequence[Row]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(title="Fell short", title_justify="left")
    for heading in ("question", "status", "scores"):
        table.add_column(heading)
    for row in rows:
        asked = Text(f"{row.id}\n{row.question}")
        table.add_row(asked, Text(row.failure or row.status or ""), Text("\n".join(shortfalls(row))))
    return table
