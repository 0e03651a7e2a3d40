"""The command ``qa eval``. Loaded by ``qa --help``, so what is heavy is imported when it runs."""

import typer

from eval.commands import compare, draft, report, run
from eval.places import CORPUS, GOLD, THRESHOLDS

__all__ = ["CORPUS", "GOLD", "THRESHOLDS", "app"]

app = typer.Typer(
    help="Measure the answers against gold questions.",
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command("run")(run.run)
app.command("report")(report.report)
app.command("compare")(compare.compare)
app.command("draft")(draft.draft)
