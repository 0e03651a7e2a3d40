"""What several commands take, and the library they open."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from qa.types import Filters

if TYPE_CHECKING:
    from qa.library import Library


def a_date(value: str) -> date:
    """YYYY-MM-DD."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no date; write it as YYYY-MM-DD.") from error


Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Collection = Annotated[str | None, typer.Option("--collection", help="Only this collection.")]
Since = Annotated[
    date | None, typer.Option("--since", parser=a_date, metavar="DATE", help="Published on this day or later.")
]
Until = Annotated[
    date | None, typer.Option("--until", parser=a_date, metavar="DATE", help="Published on this day or earlier.")
]
Publisher = Annotated[str | None, typer.Option("--publisher", help="Only what this publisher published.")]


def filters(collection: str | None, since: date | None, until: date | None, publisher: str | None) -> Filters:
    """The options as one value."""
    return Filters(collection, since, until, publisher)


@contextmanager
def open_library(*, extractive: bool = False) -> Iterator["Library"]:
    """The library of the settings, closed at the end."""
    from qa.assembly import build_library
    from qa.settings import load_settings

    library = build_library(load_settings(), extractive=extractive)
    try:
        yield library
    finally:
        library.close()
