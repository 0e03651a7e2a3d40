"""``qa search``."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from qa.cli.options import Collection, Json, Publisher, Since, Until, filters, open_library
from qa.cli.output import console, one_line, print_hits, print_json
from qa.cli.why import reasons
from qa.types import Filters, Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.retrieval import Searched


def search(
    query: Annotated[str, typer.Argument(help="What to look for.", show_default=False)],
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages.")] = 10,
    collection: Collection = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each passage was found.")] = False,
    json: Json = False,
) -> None:
    """Passages, without an answer."""
    chosen = filters(collection, since, until, publisher)
    with open_library(extractive=True) as library:
        hits, searched = library.retrieve(query, k, chosen)
    if explain and not json:
        _print_search(searched, chosen)
    if json:
        print_json({"hits": [_without_text(hit) for hit in hits]})
    elif hits:
        print_hits(hits, reasons if explain else lambda _: ())
    else:
        console(stderr=True).print("Nothing found.")


def _print_search(searched: "Sequence[Searched]", chosen: Filters) -> None:
    """What was searched, part by part, and among which documents."""
    from qa.answers import as_json

    out = console()
    for each in searched:
        if len(searched) > 1:
            out.print(f"Searched: {one_line(each.question)}")
        out.print(f"Words searched: {', '.join(each.terms) or 'none'}")
        if each.preferred:
            out.print(f"Preferred: documents {' or '.join(map(one_line, each.preferred))}")
    kept = [f"{name} {value}" for name, value in as_json(chosen).items() if value]
    out.print(f"Among documents of {', '.join(kept)}\n" if kept else "Among all documents\n")


def _without_text(hit: Hit) -> dict[str, Any]:
    """A hit carries its document's provenance; the text is its passage."""
    from qa.answers import as_json

    value: dict[str, Any] = as_json(hit)
    del value["document"]["text"]
    return value
