"""Question and hits to a draft, by a model: whole, or streamed piece by piece."""

from collections.abc import Generator, Sequence

from qa.ports import ChatModel, Completion
from qa.prompts import messages
from qa.types import Delta, Hit


def draft(
    model: ChatModel, question: str, hits: Sequence[Hit], *, streaming: bool
) -> Generator[Delta, None, Completion]:
    """Ask the model; yields the draft's pieces as they come when streaming, returns the whole of it. Raises ModelError."""
    prompt = messages(question, hits)
    if not streaming:
        return model.complete(prompt)
    for piece in model.stream(prompt):
        if isinstance(piece, Completion):
            return piece
        yield Delta(piece)
    raise AssertionError("a ChatModel ends its stream with a Completion")
