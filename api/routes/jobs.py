"""``/v1/jobs``: uploads on their way into the library."""

from collections.abc import AsyncIterator
from typing import Annotated, Any

import anyio
from fastapi import APIRouter, Header, Query
from fastapi.concurrency import run_in_threadpool
from sse_starlette import EventSourceResponse, ServerSentEvent

from api import streaming
from api.dependencies import TheJobs
from api.jobs.store import Job as Stored
from api.jobs.store import Jobs
from api.responses import Job, JobList
from api.schemas import Page

router = APIRouter(prefix="/v1/jobs", tags=["documents"])

LOOK_SECONDS = 0.2  # between two looks at a job, which another process may be working on
EVENTS = {
    "description": "The job or, with `Accept: text/event-stream`, an event `progress` whenever it changed and `finished` at its end.",
    "content": {streaming.MEDIA_TYPE: {"schema": streaming.SCHEMA}},
}


@router.get("", response_model=JobList)
def list_jobs(page: Annotated[Page, Query()], jobs: TheJobs) -> Any:
    """Jobs, the newest first, a page at a time."""
    found, total = jobs.recent(page.limit, page.offset)
    return {"jobs": found, "total": total, "next": page.after(total)}


@router.get("/{job_id}", response_model=Job, responses={200: EVENTS})
async def show_job(job_id: str, jobs: TheJobs, accept: Annotated[str, Header(include_in_schema=False)] = "") -> Any:
    """How far an upload is."""
    job = await run_in_threadpool(jobs.get, job_id)
    return (
        EventSourceResponse(_followed(job, jobs), ping=streaming.PING_SECONDS)
        if streaming.MEDIA_TYPE in accept
        else job
    )


async def _followed(job: Stored, jobs: Jobs) -> AsyncIterator[ServerSentEvent]:
    while not job.finished:
        yield _event("progress", job)
        before = job
        while job == before:
            await anyio.sleep(LOOK_SECONDS)
            job = await run_in_threadpool(jobs.get, job.id)
    yield _event("finished", job)


def _event(name: str, job: Stored) -> ServerSentEvent:
    return streaming.event(name, Job.model_validate(job).model_dump(mode="json"))
