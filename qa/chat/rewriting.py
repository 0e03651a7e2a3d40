"""A follow-up made to stand alone by a model; what it writes is held against the words it was shown."""

from collections.abc import Sequence

from qa.conversations import Turn
from qa.figures import figures
from qa.ports import ChatModel
from qa.prompts import REWRITE_TURNS, rewriting
from qa.types import Usage
from qa.words import content_stems

LIMIT = 400  # characters of a question; more is no question


def by_model(asked: str, history: Sequence[Turn], model: ChatModel) -> tuple[str | None, Usage]:
    """The model's question and what it cost; None when it writes something else than this question. Raises ModelError."""
    earlier = [(turn.question, turn.answer.text) for turn in history[-REWRITE_TURNS:]]
    completion = model.complete(rewriting(asked, earlier))
    written = completion.text.strip().removeprefix("Follow-up:").strip().strip('"“”')
    known = " ".join([asked, *(f"{question} {answer}" for question, answer in earlier)])
    return (written if _same_question(written, asked, known) else None), completion.usage


def _same_question(written: str, asked: str, known: str) -> bool:
    """One line, with most of the follow-up's own words, hardly a word of the model's own, and no figure of its own."""
    if not written or len(written) > LIMIT or "\n" in written:
        return False
    words, own = content_stems(written), content_stems(asked)
    foreign = words - content_stems(known)
    values = {figure.value for figure in figures(written)} - {figure.value for figure in figures(known)}
    return bool(words) and len(words & own) * 2 >= len(own) and len(foreign) * 4 <= len(words) and not values
