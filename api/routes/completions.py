"""``POST /v1/chat/completions`` and ``GET /v1/models``, as OpenAI has them."""

import time
from typing import Any

from fastapi import APIRouter, HTTPException

from api import streaming
from api.completions import chunks
from api.completions.chunks import Chunks
from api.completions.reading import pieces, question_of, understood
from api.completions.schemas import MODEL, Choice, Completion, CompletionRequest, Model, Models, Reply
from api.dependencies import TheAsker, TheLibrary
from api.problems import OPENAI_RESPONSES

router = APIRouter(prefix="/v1", tags=["openai"], responses=OPENAI_RESPONSES)

STREAM = {
    "description": "The completion or, with `stream`, its chunks; the last one with a choice has the Answer as `footnote`.",
    "content": {streaming.MEDIA_TYPE: {"schema": streaming.SCHEMA}},
}


@router.post("/chat/completions", response_model=Completion, responses={200: STREAM})
def complete(request: CompletionRequest, asker: TheAsker, library: TheLibrary) -> Any:
    """Answer the last question of a chat from the documents. The notes stand below the text; `footnote` is the whole Answer.

    A client that streams gets the text when it is checked, and not before.
    """
    asked, meant = question_of(request.messages, library.model)
    opening = understood(meant.question, asked)
    if request.stream:
        with_usage = bool(request.stream_options and request.stream_options.include_usage)
        return streaming.streamed(asker.stream_understood(meant), Chunks(opening, with_usage).of, chunks.failed)
    answer = asker.answer_understood(meant)
    return Completion(
        id=chunks.new_id(),
        created=int(time.time()),
        choices=(Choice(message=Reply(content=opening + "".join(pieces(answer)))),),
        usage=chunks.tokens(answer),
        footnote=answer,
    )


@router.get("/models")
def list_models() -> Models:
    """The one model there is."""
    return Models()


@router.get("/models/{model}")
def show_model(model: str) -> Model:
    """The one model there is."""
    if model != MODEL:
        raise HTTPException(404)
    return Model()
