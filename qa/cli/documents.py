"""``qa list``, ``qa show``, ``qa remove``."""

from dataclasses import fields
from typing import Annotated

import typer

from qa.cli.options import Collection, Json, Publisher, Since, Until, filters, open_library
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
        if value is not None:
            console().print(f"{name:<11}{value}")
    console().print(f"\n{document.text}")


def remove(document_ids: Ids) -> None:
    """Remove documents, all of them or, when one is not there, none."""
    with open_library() as library:
        library.remove(document_ids)
    console().print(f"{len(document_ids)} removed.")


def _described(document: Document) -> dict[str, object]:
    """Everything but the text."""
    return {field.name: getattr(document, field.name) for field in fields(Document) if field.name != "text"}
