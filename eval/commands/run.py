"""``qa eval run``: put gold questions to personas, to no model, or to the configured one."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eval.places import CORPUS, GOLD, THRESHOLDS

if TYPE_CHECKING:
    from eval.live import Bill
    from eval.results import Run
    from eval.selecting import Selection


class Choice(StrEnum):
    """Who answers: a mocked model in a persona, no model, or each in turn."""

    ORACLE = "oracle"
    FABRICATOR = "fabricator"
    MISCITER = "misciter"
    INVENTOR = "inventor"
    SILENT = "silent"
    REFUSER = "refuser"
    CHATTY = "chatty"
    INJECTED = "injected"
    FLAKY = "flaky"
    EXTRACTIVE = "extractive"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed. ``corpus`` is None for the reader's own library."""

    gold: Path
    corpus: Path | None
    subjects: tuple[str, ...]
    selection: "Selection"


def run(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    persona: Annotated[
        list[Choice] | None,
        typer.Option(help="Who answers; may be repeated.", show_default="all; on your own library extractive"),
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(help="JSON Lines file of questions. Without --corpus they are put to your own library."),
    ] = None,
    corpus: Annotated[Path | None, typer.Option(help="Folder with their documents.", show_default="the sample")] = None,
    kind: Annotated[str | None, typer.Option(help="Only questions of this kind.")] = None,
    tag: Annotated[str | None, typer.Option(help="Only questions with this tag.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many questions, spread evenly.")] = None,
    model: Annotated[bool, typer.Option("--model", help="Ask the configured model, live. It may cost money.")] = False,
    judge: Annotated[bool, typer.Option("--judge", help="With --model: let it judge the answers as well.")] = False,
    jobs: Annotated[int, typer.Option(min=1, help="With --model: questions asked at a time.")] = 4,
    usd_in: Annotated[float | None, typer.Option(help="With --model: dollars for a million tokens read.")] = None,
    usd_out: Annotated[float | None, typer.Option(help="With --model: dollars for a million tokens written.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="With --model: do not ask before spending.")] = False,
    gate: Annotated[bool, typer.Option("--gate", help="Exit 1 when a threshold beside the gold is missed.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write the run as JSON, for report and compare.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Ask the gold questions, and score the answers."""
    from eval.selecting import Selection

    own = gold is not None and corpus is None
    asked = Asked(
        gold or GOLD, None if own else corpus or CORPUS, _subjects(persona, own=own), Selection(kind, tag, limit)
    )
    if judge and not model:
        raise typer.BadParameter("--judge needs --model.")
    if gate and asked.selection != Selection():
        raise typer.BadParameter("--gate is about all questions; leave out --kind, --tag and --limit.")
    done = _live(asked, judge=judge, jobs=jobs, prices=(usd_in, usd_out), yes=yes) if model else _mocked(asked)
    if done is None:
        raise typer.Exit(1)
    if gate:
        done = _gated(done, asked.gold)
    _write(done, out)
    _print(done, as_json=as_json)
    if done.missed:
        raise typer.Exit(1)


def _subjects(personas: list[Choice] | None, *, own: bool) -> tuple[str, ...]:
    """Retrieval is always measured; the library's own probes come with `all`."""
    chosen = [choice.value for choice in personas or ([Choice.EXTRACTIVE] if own else [Choice.ALL])]
    if Choice.ALL in chosen:
        chosen = [*([] if own else ["library"]), *(choice.value for choice in Choice if choice is not Choice.ALL)]
    return ("retrieval", *dict.fromkeys(chosen))


def _mocked(asked: Asked) -> "Run":
    from eval.own import run_own
    from eval.run import run

    with _progress() as told:
        if asked.corpus is None:
            return run_own(asked.gold, asked.subjects, told, selection=asked.selection)
        return run(asked.gold, asked.corpus, asked.subjects, told, selection=asked.selection)


def _live(
    asked: Asked, *, judge: bool, jobs: int, prices: tuple[float | None, float | None], yes: bool
) -> "Run | None":
    from eval.live import Options, Prices, file_of, run_live
    from qa.settings import load_settings

    settings = load_settings()
    options = Options(lambda bill: yes or _agreed(bill), judge, jobs, Prices(*prices))
    with _progress() as told:
        done = run_live(asked.gold, asked.corpus, settings, options, told, asked.selection)
    if done is None:
        sys.stderr.write("Nothing was spent.\n")
        return None
    read, written = done.tokens
    cost = "" if done.cost_usd is None else f", ${done.cost_usd:.4f}"
    sys.stderr.write(f"spent: {read:,} tokens read, {written:,} written{cost}\n")
    _write(done, file_of(done, settings.home))
    return done


def _agreed(bill: "Bill") -> bool:
    sys.stderr.write(f"about {bill}\n")
    return not sys.stdin.isatty() or typer.confirm("Go on?", err=True)


def _gated(done: "Run", gold: Path) -> "Run":
    import dataclasses

    from eval.gate import judge, load_thresholds

    return dataclasses.replace(done, verdicts=judge(done.reports, load_thresholds(gold.parent / THRESHOLDS)))


def _write(done: "Run", path: Path | None) -> None:
    from eval.results import as_object

    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(as_object(done), ensure_ascii=False) + "\n", encoding="utf-8")
        sys.stderr.write(f"written: {path}\n")


def _print(done: "Run", *, as_json: bool) -> None:
    from rich.console import Console

    from eval.report import print_run
    from eval.results import as_object

    if as_json:
        sys.stdout.write(json.dumps(as_object(done), ensure_ascii=False, indent=2) + "\n")
    else:
        print_run(done, Console(markup=False, highlight=False))
        if done.verdicts and not done.missed:
            sys.stdout.write(f"Every threshold is met ({len(done.verdicts)}).\n")
    for verdict in done.missed:
        sys.stderr.write(f"missed: {verdict} ({verdict.why})\n")


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, with the subject that is being asked."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        bar = progress.add_task("asking", total=None)
        yield lambda subject: progress.update(bar, advance=1, description=subject)
