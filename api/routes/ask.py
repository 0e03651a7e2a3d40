"""``POST /v1/ask``."""

from typing import Annotated

from fastapi import APIRouter, Header
from sse_starlette import EventSourceResponse

from api import streaming
from api.dependencies import TheLibrary
from api.schemas import AskRequest
from qa.types import Answer

router = APIRouter(tags=["questions"])

EVENTS = {
    "description": "The answer or, with `stream`, the events `passages`, `delta`, `claim`, `answer` and `error`.",
    "content": {streaming.MEDIA_TYPE: {"schema": {"type": "string"}}},
}


@router.post("/v1/ask", response_model=Answer, responses={200: EVENTS})
def ask(
    request: AskRequest, library: TheLibrary, accept: Annotated[str, Header(include_in_schema=False)] = ""
) -> Answer | EventSourceResponse:
    """Answer a question from the documents, or say that they do not hold the answer."""
    filters = request.filters.within(request.collection)
    if request.stream or streaming.MEDIA_TYPE in accept:
        return streaming.streamed(library.stream(request.question, filters))
    return library.ask(request.question, filters)
