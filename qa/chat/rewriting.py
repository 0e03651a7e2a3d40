"""A follow-up made to stand alone by a model; what it writes is held against the words it was shown."""

from collections.abc import Sequence

from qa.conversations import Turn
from qa.ports import ChatModel
from qa.prompts import REWRITE_TURNS, rewriting
from qa.rewording import adds_nothing
from qa.types import Usage
from qa.words import content_stems


def by_model(asked: str, history: Sequence[Turn], model: ChatModel) -> tuple[str | None, Usage]:
    """The model's question and what it cost; None when it writes something else than this question. Raises ModelError."""
    earlier = [(turn.question, turn.answer.text) for turn in history[-REWRITE_TURNS:]]
    completion = model.complete(rewriting(asked, earlier))
    written = completion.text.strip().removeprefix("Follow-up:").strip().strip('"“”')
    known = " ".join([asked, *(f"{question} {answer}" for question, answer in earlier)])
    return (written if _same_question(written, asked, known) else None), completion.usage


def _same_question(written: str, asked: str, known: str) -> bool:
    """Whether it has most of the follow-up's own words and adds nothing to what is known."""
    own = content_stems(asked)
    return adds_nothing(written, known) and len(content_stems(written) & own) * 2 >= len(own)
