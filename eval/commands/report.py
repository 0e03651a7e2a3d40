"""``qa eval report``: a run as a page, as JUnit XML, as Markdown, or as tables."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def report(
    run: Annotated[Path, typer.Argument(help="A run that `qa eval run --out` wrote.", metavar="RUN.json")],
    html: Annotated[Path | None, typer.Option(help="Write one page that needs nothing else.")] = None,
    junit: Annotated[Path | None, typer.Option(help="Write JUnit XML: a test a threshold and a question.")] = None,
    markdown: Annotated[Path | None, typer.Option(help="Write Markdown for a pull request.")] = None,
) -> None:
    """Show a run again, or write it for others."""
    from rich.console import Console

    from eval.junit import junit_xml
    from eval.markdown import as_markdown
    from eval.page import page
    from eval.report import print_run
    from eval.results import load_run

    loaded = load_run(run)
    wanted = ((html, page), (junit, junit_xml), (markdown, as_markdown))
    for path, form in wanted:
        if path is not None:
            path.write_text(form(loaded), encoding="utf-8")
            sys.stderr.write(f"written: {path}\n")
    if not any((html, junit, markdown)):
        print_run(loaded, Console(markup=False, highlight=False))
