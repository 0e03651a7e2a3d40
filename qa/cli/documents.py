"""``qa list``, ``qa show``, ``qa remove``."""

from dataclasses import fields
from typing import Annotated

import typer

from qa.cli.options import Collection, Json, Publisher, Since, Until, a_date, filters, open_library
from qa.cli.output import console, described, print_json
from qa.types import Document

Id = Annotated[str, typer.Argument(help="A document's id, as `qa list` shows it.", show_default=False)]
Ids = Annotated[list[str], typer.Argument(help="Ids of documents, as `qa list` shows them.", show_default=False)]


def list_documents(
    collection: Collection = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    json: Json = False,
) -> None:
    """The documents, newest first."""
    with open_library() as library:
        found = library.documents(filters(collection, since, until, publisher))
    if json:
        print_json({"documents": [_described(document) for document in found]})
        return
    for document in found:
        console().print(f"{document.id}  {described(document)}")
    if not found:
        console(stderr=True).print("No documents. Add some with `qa add PATH`.")


def show(document_id: Id, json: Json = False) -> None:
    """One document: what is known of it, and its text."""
    with open_library() as library:
        document = library.document(document_id)
        passages = library.passages(document_id)
    if json:
        print_json(_described(document) | {"text": document.text, "passages": len(passages)})
        return
    for name, value in (_described(document) | {"passages": len(passages)}).items():
        if value not in (None, "", False):
            console().print(f"{name:<20}{value}")
    console().print(f"\n{document.text}")


def edit(
    document_id: Id,
    title: Annotated[str | None, typer.Option("--title", help="What it is called.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who published it.")] = None,
    author: Annotated[str | None, typer.Option("--author", help="Who wrote it.")] = None,
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="When it was published.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Where it stands.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="Its language, as a code such as en or ko.")
    ] = None,
) -> None:
    """Correct what is known of a document; an empty value makes it unknown. Kept when the file changes."""
    given = {"title": title, "publisher": publisher, "author": author, "url": url, "language": language}
    edits = {name: value or None for name, value in given.items() if value is not None}
    if published is not None:
        edits["published"] = a_date(published).isoformat() if published else None
    if not edits or ("title" in edits and not edits["title"]):
        raise typer.BadParameter(
            "Say what to change: --title (not empty), --publisher, --author, --published, --url, --language."
        )
    with open_library() as library:
        console().print(described(library.edit(document_id, edits)))


def remove(document_ids: Ids) -> None:
    """Remove documents, all of them or, when one is not there, none."""
    with open_library() as library:
        library.remove(document_ids)
    console().print(f"{len(document_ids)} removed.")


def _described(document: Document) -> dict[str, object]:
    """Everything but the text."""
    return {field.name: getattr(document, field.name) for field in fields(Document) if field.name != "text"}
