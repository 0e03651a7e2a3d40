"""``/v1/documents``: the library's documents."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.adding import add
from api.dependencies import TheLibrary
from api.schemas import Added, Document, Documents, ListQuery, Text
from api.uploads import OPENAPI, TheUploads

router = APIRouter(prefix="/v1/documents", tags=["documents"])


@router.post("", status_code=201, response_model=Added, openapi_extra=OPENAPI)
def add_documents(uploads: TheUploads, library: TheLibrary) -> Any:
    """Add files or one text. A known source is replaced; a file that cannot be read is refused and the others are added."""
    return add(library, uploads)


@router.get("", response_model=Documents)
def list_documents(query: Annotated[ListQuery, Query()], library: TheLibrary) -> Any:
    """The documents without their texts, newest first."""
    return {"documents": library.documents(query.filters(query.collection))}


@router.get("/{document_id}", response_model=Document)
def show_document(document_id: str, library: TheLibrary) -> Any:
    """One document without its text."""
    return library.document(document_id)


@router.get("/{document_id}/text")
def show_text(document_id: str, library: TheLibrary) -> Text:
    """One document's text."""
    return Text(text=library.document(document_id).text)


@router.delete("/{document_id}", status_code=204, response_class=Response)
def remove_document(document_id: str, library: TheLibrary) -> None:
    """Remove one document."""
    library.remove([document_id])
