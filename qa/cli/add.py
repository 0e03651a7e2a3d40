"""``qa add``."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.options import Json, a_date, open_library
from qa.cli.output import console, print_json
from qa.errors import UnreadableFile
from qa.ingest.reports import AddReport

if TYPE_CHECKING:
    from qa.ingest.adding import OnProgress, Progress
    from qa.ingest.naming import Provenance
    from qa.library import Library


def add(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)],
    collection: Annotated[str, typer.Option("--collection", help="Where to put them.")] = "default",
    published: Annotated[
        date | None, typer.Option("--published", parser=a_date, metavar="DATE", help="When they were published.")
    ] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who published them.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="What it is called.")] = None,
    author: Annotated[str | None, typer.Option("--author", help="Who wrote it.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Where it stands.")] = None,
    captured: Annotated[
        date | None,
        typer.Option(
            "--captured", parser=a_date, metavar="DATE", help="When web pages were saved; else the file's date."
        ),
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove documents whose files are gone from the folders named.")
    ] = False,
    json: Json = False,
) -> None:
    """Add or update documents; safe to repeat and to interrupt."""
    from qa.ingest.naming import Provenance

    with open_library() as library:
        provenance = Provenance(collection, published, publisher, title, author, url, captured)
        report = _added(library, paths, provenance, quiet=json, prune=prune)
    print_json(report) if json else print_report(report)
    if report.refused and not (report.added or report.updated or report.unchanged or report.duplicates):
        raise typer.Exit(1)


def _added(library: "Library", paths: list[Path], provenance: "Provenance", *, quiet: bool, prune: bool) -> AddReport:
    if Path("-") in paths:
        from qa.ingest.sources import Source

        if len(paths) > 1:
            raise UnreadableFile("Standard input was named beside other paths.", "Add them one after the other.")
        return library.add_source(Source("standard input", sys.stdin.buffer.read()), provenance)
    with progress_bar(quiet=quiet) as on_progress:
        return library.add(paths, provenance, on_progress, prune=prune)


@contextmanager
def progress_bar(*, quiet: bool = False) -> Iterator["OnProgress"]:
    """A bar of files on a terminal's stderr; nothing elsewhere."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    rate = TextColumn("{task.fields[passages]} passages, {task.fields[rate]:.0f}/s")
    columns = (TextColumn("Adding"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Bar(*columns, console=console(stderr=True), transient=True, disable=quiet or not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None, passages=0, rate=0.0)
        begun = time.monotonic()

        def show(p: "Progress") -> None:
            rate = p.passages / max(time.monotonic() - begun, 0.1)
            bar.update(task, completed=p.files_done, total=p.files, passages=p.passages, rate=rate)

        yield show


def print_report(report: AddReport) -> None:
    """Counts by outcome, and a line for each file that was left out."""
    if counts := counted(report):
        console().print(counts)
    for refused in report.refused:
        console(stderr=True).print(f"qa: left out: {refused.reason}")


def counted(report: AddReport) -> str:
    """Counts by outcome; empty when nothing was read."""
    outcomes = ("added", "updated", "unchanged", "duplicates", "removed")
    counts = [f"{len(sources)} {name}" for name in outcomes if (sources := getattr(report, name))]
    return f"{', '.join(counts)}; {report.passages} passages written." if counts else ""
