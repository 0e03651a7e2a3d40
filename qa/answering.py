"""Question and hits to checked claims, by a model: asked with as many passages as it takes, and once more when it misses the best."""

import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import NamedTuple

from qa import citing, disagreeing, tokens
from qa.citing import TiedClaim
from qa.errors import ModelError, ModelOverflow, ModelTimeout
from qa.events import Delta
from qa.likeness import Likeness
from qa.patience import in_time, within
from qa.ports import ChatMessage, ChatModel, Completion
from qa.prompts import messages
from qa.replies import Shown, meant
from qa.stopwatch import Stopwatch
from qa.types import Hit, Unsupported, Usage

REPLY_TOKENS = 1_024  # of the model's context, left for its reply


@dataclass(frozen=True, slots=True)
class Manners:
    """How a model is asked, and what becomes of what it says.

    ``seconds``: how long a reader waits for a word of it, over all that is asked of it for one question. ``context_tokens``:
    how many tokens prompt and reply may have. ``price``: US dollars for a million prompt tokens and a million of a reply.
    ``second_opinion``: whether it is asked about each claim that passed the other checks. ``unsupported``: whether a statement
    that failed its checks is labelled or dropped. ``likeness``: who is asked what a claim means,
    where its words do not tell whether its sentences carry it.
    """

    seconds: float = 60.0
    context_tokens: int = 8_192
    price: tuple[float, float] | None = None
    second_opinion: bool = False
    unsupported: Unsupported = "label"
    likeness: Likeness | None = None


class Asker:
    """What one question asks of a model. Its time is counted from the start, or from the last word a reader saw.

    ``silent``: it was waited for in vain already, with this error; it is not asked.
    """

    def __init__(self, model: ChatModel, manners: Manners, silent: ModelError | None = None) -> None:
        self.name = model.name
        self.manners = manners
        self.usage = Usage()
        self._model = model
        self._silent = silent
        self._word = time.monotonic()
        self._asked = False

    def stream(self, prompt: Sequence[ChatMessage]) -> Generator[Delta, None, str]:
        """The reply's pieces, and in the end what it means. Raises ModelError."""
        shown = Shown()
        with self._listening():
            for piece in self._pieces(prompt):
                if isinstance(piece, Completion):
                    return self._meant(piece)
                text = shown.feed(piece)
                if text:
                    self._word = time.monotonic()
                    yield Delta(text)
        raise AssertionError("a ChatModel ends its stream with a Completion")

    def whole(self, prompt: Sequence[ChatMessage]) -> str:
        """What the reply means. Raises ModelError."""
        with self._listening():
            if self._is_first():
                return self._meant(self._model.complete(prompt))
            return self._meant(within(self._left(), lambda: self._model.complete(prompt)))

    def _pieces(self, prompt: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        if self._is_first():
            return self._model.stream(prompt)
        return in_time(lambda: self._model.stream(prompt), self._left(), self.manners.seconds)

    def _is_first(self) -> bool:
        """Whether nothing has been asked yet: then the model keeps the time by itself, later it has what is left."""
        first, self._asked = not self._asked, True
        return first

    def _left(self) -> float:
        return self._word + self.manners.seconds - time.monotonic()

    @contextmanager
    def _listening(self) -> Iterator[None]:
        if self._silent is not None:
            raise self._silent
        try:
            yield
        except TimeoutError as error:
            told = f"The model sent no word within {self.manners.seconds:g} seconds."
            self._silent = ModelTimeout(told, "Raise QA_TIMEOUT.")
            raise self._silent from error
        except ModelError as error:
            self._silent = error if error.kept_waiting else None
            raise

    def _meant(self, completion: Completion) -> str:
        prompt = self.usage.prompt_tokens + completion.usage.prompt_tokens
        reply = self.usage.completion_tokens + completion.usage.completion_tokens
        price = self.manners.price
        cost = round((prompt * price[0] + reply * price[1]) / 1e6, 8) if price and prompt + reply else None
        self.usage = Usage(prompt, reply, cost)
        return meant(completion.text)


class Claimed(NamedTuple):
    """Checked claims, and whether the model said that its sources disagree."""

    claims: list[TiedClaim]
    told: bool


def claims(
    asker: Asker, question: str, hits: Sequence[Hit], best: Sequence[Hit], clock: Stopwatch, *, streaming: bool
) -> Generator[Delta, None, Claimed]:
    """The model's claims, tied to the hits and checked; yields its draft as it comes when streaming. Raises ModelError.

    Where none of them holds it is asked once more with ``best`` alone, the hits that surely bear on the question, if any. That
    may fail without harm.
    """
    with clock.stage("generate"):
        draft, shown = yield from _drafted(asker, question, hits, streaming=streaming)
    with clock.stage("verify"):
        first = _checked(draft, shown, asker.manners.likeness)
    if any(claim.supported for claim in first.claims) or not best or len(best) >= len(shown):
        return first
    try:
        with clock.stage("generate"):
            draft = asker.whole(messages(question, best))
    except ModelError:
        return first
    with clock.stage("verify"):
        claims, told = _checked(draft, best, asker.manners.likeness)
    return Claimed(_renumbered(claims, best, hits), told) if any(claim.supported for claim in claims) else first


def _checked(draft: str, shown: Sequence[Hit], likeness: Likeness | None) -> Claimed:
    told, drafts = disagreeing.declared(citing.parse(draft, shown))
    return Claimed(citing.tie(drafts, shown, likeness), told)


def fitting(question: str, hits: Sequence[Hit], context_tokens: int) -> Sequence[Hit]:
    """As many of the hits, best first, as the model's context takes beside its reply; one at the least."""
    for count in range(len(hits), 1, -1):
        needed = sum(tokens.count(message.content) for message in messages(question, hits[:count]))
        if needed + REPLY_TOKENS <= context_tokens:
            return hits[:count]
    return hits[:1]


def _drafted(
    asker: Asker, question: str, hits: Sequence[Hit], *, streaming: bool
) -> Generator[Delta, None, tuple[str, Sequence[Hit]]]:
    """A draft and the hits it was made from: while they are too many for the model, the weaker half is dropped."""
    shown = fitting(question, hits, asker.manners.context_tokens)
    try:
        if streaming:
            draft = yield from asker.stream(messages(question, shown))
        else:
            draft = asker.whole(messages(question, shown))
    except ModelOverflow:
        draft, shown = _with_fewer(asker, question, shown)
    return draft, shown


def _with_fewer(asker: Asker, question: str, shown: Sequence[Hit]) -> tuple[str, Sequence[Hit]]:
    while len(shown) > 1:
        shown = shown[: len(shown) // 2]
        try:
            return asker.whole(messages(question, shown)), shown
        except ModelOverflow:
            continue
    raise ModelOverflow(
        "The model's context does not take a single passage and its reply.", "Configure a model with a larger context."
    )


def _renumbered(claims: Sequence[TiedClaim], best: Sequence[Hit], hits: Sequence[Hit]) -> list[TiedClaim]:
    """Claims tied to places among the best, tied to the places of the same passages among all hits."""
    places = [next(n for n, hit in enumerate(hits) if hit.passage.id == each.passage.id) for each in best]
    return [replace(claim, refs=tuple(replace(ref, hit=places[ref.hit]) for ref in claim.refs)) for claim in claims]
