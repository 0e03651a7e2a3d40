"""Reports for a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eval.comparing import Comparison
from eval.directions import ideal_of
from eval.metrics import Metric
from eval.results import Question, Report, Row, Run

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def print_run(run: Run, console: "Console") -> None:
    """For each subject a table of metrics; for what answers in earnest also the questions that fell short."""
    questions = {question.id: question for question in run.questions}
    for report in run.reports:
        console.print(_metrics(report))
        short = [row for row in report.rows if row.wrong]
        if short and report.subject in ("extractive", "model", "library"):
            console.print(_questions(short, questions))


def print_comparison(comparison: Comparison, console: "Console", *, everything: bool = False) -> None:
    """The differences that are clear, and each question that flipped."""
    for remark in comparison.remarks:
        console.print(remark)
    shown = [d for d in comparison.differences if everything or d.change]
    if shown:
        console.print(_differences_table(comparison, everything=everything))
    else:
        console.print("No metric differs.")
    for flip in comparison.flips:
        console.print(f"\n{'−' if flip.worse else '+'} {flip.subject} · {flip.id}: {flip.question}")
        console.print(f"    {', '.join(flip.changes)}")
        for words in flip.now:
            console.print(f"    now: {words}")
        for words in flip.before:
            console.print(f"    no longer: {words}")
    lost = sum(flip.worse for flip in comparison.flips)
    console.print(f"\n{lost} questions broke, {len(comparison.flips) - lost} got better.")


def estimate_of(metric: Metric) -> tuple[str, str]:
    """A metric's mean and interval in figures."""
    if metric.mean is None:
        return "–", ""
    return f"{metric.mean:.3f}", f"{metric.low:.3f} … {metric.high:.3f}"


def shortfalls(row: Row) -> list[str]:
    """The scores of a row that could be better, as ``name value``."""
    return [f"{name} {score:.2g}" for name, score in row.scores.items() if score not in (None, ideal_of(name))]


def _metrics(report: Report) -> "Table":
    from rich.table import Table

    title = f"{report.subject}: {len(report.rows)} questions in {report.seconds:.1f} s"
    table = Table(title=title, title_justify="left")
    for heading in ("metric", "mean", "95% interval", "scored", "n/a", "not scored"):
        table.add_column(heading, justify="left" if heading == "metric" else "right")
    for metric in (metric for metric in report.metrics if metric.scored or metric.unscored):
        counts = (metric.scored, metric.not_applicable, metric.unscored)
        table.add_row(metric.name, *estimate_of(metric), *map(str, counts))
    return table


def _questions(rows: Sequence[Row], questions: dict[str, Question]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(title="What went wrong", title_justify="left")
    for heading in ("question", "status", "in words"):
        table.add_column(heading)
    for row in rows:
        question = questions.get(row.id)
        asked = Text(f"{row.id}\n{question.question}" if question else row.id)
        table.add_row(asked, Text(row.status or ""), Text("\n".join(row.wrong)))
    return table


def _differences_table(comparison: Comparison, *, everything: bool) -> "Table":
    from rich.table import Table

    table = Table(title="B against A, paired by question", title_justify="left")
    for heading in ("subject", "metric", "A", "B", "B − A", "95% interval", "questions", ""):
        table.add_column(heading, justify="left" if heading in ("subject", "metric", "") else "right")
    for d in comparison.differences:
        if everything or d.change:
            figures = (f"{d.a:.3f}", f"{d.b:.3f}", f"{d.change:+.3f}", f"{d.low:+.3f} … {d.high:+.3f}")
            table.add_row(d.subject, d.metric, *figures, str(d.questions), d.word)
    return table
