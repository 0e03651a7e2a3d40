"""Texts on their way in: a form's files or one JSON text, and what is said of them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from fastapi import HTTPException, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.datastructures import FormData, UploadFile

from api.schemas import DocumentIn, UploadForm
from qa.ingest.naming import DEFAULT_COLLECTION, Provenance

FORM, JSON = "multipart/form-data", "application/json"
MOST_FILES = 1_000
NAME_LENGTH = 255


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its name, its bytes, and what is said of it."""

    source: str
    content: bytes
    provenance: Provenance


def media_type(request: Request) -> str:
    """Which of the two kinds the body is. Raises HTTPException for a third."""
    found = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if found not in (FORM, JSON):
        raise HTTPException(415, f"Send {FORM} with one or many `files`, or {JSON} with a `text`.")
    return found


def from_form(form: FormData) -> tuple[list[tuple[str, BinaryIO]], Provenance]:
    """The files of a form by name, and what it says of them. Raises RequestValidationError."""
    files = [value for name, value in form.multi_items() if name == "files" and isinstance(value, UploadFile)]
    if not files:
        raise _invalid([{"type": "missing", "loc": ("files",), "msg": "Send at least one file"}])
    rest = {name: value for name, value in form.multi_items() if value not in files and value != ""}
    try:
        said = UploadForm.model_validate(rest)
    except ValidationError as error:
        raise _invalid(error.errors()) from error
    named = [(base_name(file.filename or ""), file.file) for file in files]
    return named, Provenance(said.collection or DEFAULT_COLLECTION, said.published, said.publisher)


def from_json(body: bytes) -> Text:
    """A text with what is said of it. Raises RequestValidationError."""
    try:
        said = DocumentIn.model_validate_json(body)
    except ValidationError as error:
        raise _invalid(error.errors()) from error
    content = said.text.encode()
    provenance = Provenance(
        said.collection or DEFAULT_COLLECTION, said.published, said.publisher, said.title, said.author, said.url
    )
    return Text(said.source or f"text-{hashlib.sha256(content).hexdigest()[:16]}", content, provenance)


def base_name(name: str) -> str:
    """A file's name without folders, for the sender's are no business of ours, and without anything unprintable."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(c for c in last if c.isprintable())[:NAME_LENGTH].strip(" .") or "upload"


def _invalid(errors: Any) -> RequestValidationError:
    return RequestValidationError([{**error, "loc": ("body", *error["loc"])} for error in errors])


def _schema() -> Mapping[str, Any]:
    form = UploadForm.model_json_schema()
    files = {"type": "array", "minItems": 1, "items": {"type": "string", "format": "binary"}}
    for each in form["properties"].values():
        each["anyOf"].append({"type": "string", "maxLength": 0})  # an empty field says nothing
    form |= {"properties": {"files": files, **form["properties"]}, "required": ["files"]}
    content = {FORM: {"schema": form}, JSON: {"schema": DocumentIn.model_json_schema()}}
    return {"requestBody": {"required": True, "content": content}}


OPENAPI = dict(_schema())  # FastAPI cannot tell it: the body is one of two kinds
