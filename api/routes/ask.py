"""``POST /v1/ask``."""

from typing import Annotated

from fastapi import APIRouter, Header
from sse_starlette import EventSourceResponse

from api import streaming
from api.dependencies import TheAsker
from api.examples import ANSWER, EVENTS
from api.schemas import AskRequest
from qa.types import Answer

router = APIRouter(tags=["questions"])

ANSWERS = {
    "description": "The answer or, with `stream`, the events `rewritten` (in a conversation), `passages`, `delta`, `claim`, `answer` and "
    "`error`.",
    "content": {
        "application/json": {"example": ANSWER},
        streaming.MEDIA_TYPE: {"schema": streaming.SCHEMA, "example": EVENTS},
    },
}


@router.post("/v1/ask", response_model=Answer, responses={200: ANSWERS})
def ask(
    request: AskRequest, asker: TheAsker, accept: Annotated[str, Header(include_in_schema=False)] = ""
) -> Answer | EventSourceResponse:
    """Answer a question from the documents, or say that they do not hold the answer.

    With a `conversation_id` the question may lean on the ones before it, and the turn is kept.
    """
    asked = (request.question, request.filters.within(request.collection), request.conversation_id)
    if request.stream or streaming.MEDIA_TYPE in accept:
        return streaming.streamed(asker.stream(*asked))
    return asker.answer(*asked)
