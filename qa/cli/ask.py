"""``qa ask``."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from qa.cli.options import Collection, Json, Publisher, Since, Until, filters, open_library
from qa.cli.output import console, one_line, print_answer, print_json
from qa.events import Answered, Delta, Event
from qa.types import Answer


def ask(
    question: Annotated[str, typer.Argument(help="The question.", show_default=False)],
    collection: Collection = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    extractive: Annotated[bool, typer.Option("--extractive", help="Quote the documents; ask no model.")] = False,
    json: Json = False,
) -> None:
    """One answer, with the sentences it rests on."""
    chosen = filters(collection, since, until, publisher)
    with open_library(extractive=extractive) as library:
        watched = sys.stdout.isatty() and not json
        answer = _watched(library.stream(question, chosen)) if watched else library.ask(question, chosen)
    print_json(answer) if json else print_answer(answer)


def _watched(events: Iterator[Event]) -> Answer:
    """Show a model's draft while it is written; it gives way to the checked answer."""
    from rich.live import Live
    from rich.text import Text

    draft = Text(style="dim")
    with Live(draft, console=console(), transient=True, refresh_per_second=12) as live:
        for event in events:
            if isinstance(event, Delta):
                draft.append(event.text if event.text.isprintable() else one_line(event.text) + " ")
                live.update(draft)
            elif isinstance(event, Answered):
                return event.answer
    raise AssertionError("a question ends with Answered")
