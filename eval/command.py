"""The command ``qa eval``. Loaded by ``qa --help``, so what is heavy is imported when it runs."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eval.gate import Miss
    from eval.personas import PersonaName
    from eval.results import Report

HERE = Path(__file__).parent
GOLD = HERE / "gold" / "sample.jsonl"
CORPUS = HERE.parent / "corpus"
THRESHOLDS = "thresholds.toml"  # beside the gold


class Choice(StrEnum):
    """Who answers: a mocked model that is right, one that lies, no model, or each in turn."""

    ORACLE = "oracle"
    FABRICATOR = "fabricator"
    EXTRACTIVE = "extractive"
    ALL = "all"


app = typer.Typer(help="Measure the answers against gold questions.", add_completion=False, rich_markup_mode=None)


@app.callback()
def evaluation() -> None:
    """Measure the answers against gold questions."""


@app.command("run")
def run_gold(
    persona: Annotated[Choice, typer.Option(help="Who answers.")] = Choice.ALL,
    gold: Annotated[Path, typer.Option(help="JSON Lines file of questions.", show_default="the sample's")] = GOLD,
    corpus: Annotated[Path, typer.Option(help="Folder with their documents.", show_default="the sample")] = CORPUS,
    gate: Annotated[bool, typer.Option("--gate", help="Exit 1 when a threshold beside the gold is missed.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Ask the gold questions of a library of their documents, and score the answers."""
    from eval.gate import load_thresholds, missed

    thresholds = load_thresholds(gold.parent / THRESHOLDS) if gate else None
    reports = _reports(gold, corpus, persona)
    misses = None if thresholds is None else missed(reports, thresholds)
    _print(reports, misses, as_json=as_json)
    if misses:
        raise typer.Exit(1)


def _reports(gold: Path, corpus: Path, choice: Choice) -> "tuple[Report, ...]":
    """Run the personas, with a bar on a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    from eval.run import run

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        bar = progress.add_task("asking", total=None)
        return run(gold, corpus, _personas(choice), lambda: progress.advance(bar))


def _personas(choice: Choice) -> "tuple[PersonaName, ...]":
    from eval.personas import PERSONAS

    return tuple(name for name in PERSONAS if choice in (Choice.ALL, name))


def _print(reports: "Sequence[Report]", misses: "Sequence[Miss] | None", *, as_json: bool) -> None:
    from rich.console import Console

    from eval.report import as_object, print_report

    if as_json:
        sys.stdout.write(json.dumps(as_object(reports, misses), ensure_ascii=False, indent=2) + "\n")
    else:
        for report in reports:
            print_report(report, Console(markup=False, highlight=False))
        if misses == []:
            sys.stdout.write("Every threshold is met.\n")
    for miss in misses or ():
        sys.stderr.write(f"missed: {miss}\n")
