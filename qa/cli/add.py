"""``qa add``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.options import Json, a_date, open_library
from qa.cli.output import console, print_json
from qa.errors import UnreadableFile
from qa.types import AddReport

if TYPE_CHECKING:
    from qa.ingest.adding import OnProgress
    from qa.ingest.naming import Provenance
    from qa.ingest.reading import Reading
    from qa.library import Library


def add(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)],
    collection: Annotated[str, typer.Option("--collection", help="Where to put them.")] = "default",
    published: Annotated[
        date | None, typer.Option("--published", parser=a_date, metavar="DATE", help="When they were published.")
    ] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who published them.")] = None,
    json: Json = False,
) -> None:
    """Add or update documents; safe to repeat and to interrupt."""
    from qa.ingest.naming import Provenance

    with open_library() as library:
        report = _added(library, paths, Provenance(collection, published, publisher), quiet=json)
    print_json(report) if json else _print(report)
    if not (report.added or report.updated or report.unchanged):
        raise typer.Exit(1)


def _added(library: "Library", paths: list[Path], provenance: "Provenance", *, quiet: bool) -> AddReport:
    if Path("-") in paths:
        if len(paths) > 1:
            raise UnreadableFile("Standard input was named beside other paths.", "Add them one after the other.")
        return library.add_reading(_standard_input(), provenance)
    with _progress_bar(quiet=quiet) as on_progress:
        return library.add(paths, provenance, on_progress)


def _standard_input() -> "Reading":
    from qa.ingest.reading import read_bytes

    return read_bytes(sys.stdin.buffer.read(), "standard input")


@contextmanager
def _progress_bar(*, quiet: bool) -> Iterator["OnProgress"]:
    """A bar of files on a terminal's stderr; nothing elsewhere."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=console(stderr=True), transient=True, disable=quiet or not sys.stderr.isatty()
    ) as bar:
        task = bar.add_task("Adding", total=None)
        yield lambda p: bar.update(task, completed=p.files_done, total=p.files)


def _print(report: AddReport) -> None:
    counts = [
        f"{len(sources)} {word}" for word in ("added", "updated", "unchanged") if (sources := getattr(report, word))
    ]
    if counts:
        console().print(f"{', '.join(counts)}; {report.passages} passages written.")
    for refused in report.refused:
        console(stderr=True).print(f"qa: left out: {refused.reason}")
