"""``/v1/documents``: the library's documents."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from api import uploads
from api.adding import add
from api.dependencies import TheJobs, TheLibrary, TheRunner
from api.responses import Added, Document, Documents, Job, Text
from api.schemas import ListQuery

router = APIRouter(prefix="/v1/documents", tags=["documents"])

ACCEPTED: dict[int | str, dict[str, Any]] = {
    201: {"model": Added, "description": "The text was added."},
    202: {"model": Job, "description": "The files are being added; `Location` names the job."},
}


@router.post("", status_code=201, response_model=Added, responses=ACCEPTED, openapi_extra=uploads.OPENAPI)
async def add_documents(request: Request, library: TheLibrary, jobs: TheJobs, runner: TheRunner) -> Any:
    """Add one text now, or files in the background. A known source is replaced; a file that cannot be read is refused
    and the others are added.
    """
    if uploads.media_type(request) == uploads.JSON:
        return await run_in_threadpool(add, library, uploads.from_json(await request.body()))
    async with request.form(max_files=uploads.MOST_FILES) as form:
        files, provenance = uploads.from_form(form)
        job = await run_in_threadpool(jobs.begin, files, provenance)
    runner.wake()
    shown = Job.model_validate(job).model_dump(mode="json")
    return JSONResponse(shown, 202, {"Location": f"/v1/jobs/{job.id}"})


@router.get("", response_model=Documents)
def list_documents(query: Annotated[ListQuery, Query()], library: TheLibrary) -> Any:
    """The documents without their texts, newest first, a page at a time."""
    found = library.documents(query.filters(query.collection))
    return {"documents": query.page_of(found), "total": len(found), "next": query.after(len(found))}


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
