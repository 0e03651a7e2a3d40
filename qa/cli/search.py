"""``qa search``."""

from typing import Annotated, Any

import typer

from qa.cli.options import Collection, Json, Publisher, Since, Until, filters, open_library
from qa.cli.output import console, print_hits, print_json
from qa.types import Hit


def search(
    query: Annotated[str, typer.Argument(help="What to look for.", show_default=False)],
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages.")] = 10,
    collection: Collection = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    json: Json = False,
) -> None:
    """Passages, without an answer."""
    with open_library(extractive=True) as library:
        hits = library.search(query, k, filters(collection, since, until, publisher))
    if json:
        print_json({"hits": [_without_text(hit) for hit in hits]})
    elif hits:
        print_hits(hits)
    else:
        console(stderr=True).print("Nothing found.")


def _without_text(hit: Hit) -> dict[str, Any]:
    """A hit carries its document's provenance; the text is its passage."""
    from qa.answers import as_json

    value: dict[str, Any] = as_json(hit)
    del value["document"]["text"]
    return value
