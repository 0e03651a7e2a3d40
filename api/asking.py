"""A question over HTTP: by itself or in a conversation, whole or event by event, counted and logged."""

from collections.abc import Generator
from contextlib import closing

import structlog

from api.metrics import Metrics
from api.rules import Rules
from qa.chat import Understood, answered, converse
from qa.conversations import Conversations
from qa.events import Answered, Event
from qa.library import Library
from qa.types import EVERYTHING, Answer, Filters

log = structlog.stdlib.get_logger("api")


class Asker:
    """Asks the library. What was asked is logged at debug level, or at info where the settings ask for it."""

    def __init__(self, library: Library, conversations: Conversations, metrics: Metrics, rules: Rules) -> None:
        self._library = library
        self._conversations = conversations
        self._metrics = metrics
        self._told = log.info if rules.log_questions else log.debug

    def answer(self, question: str, filters: Filters = EVERYTHING, conversation_id: str | None = None) -> Answer:
        """The answer at once. Raises UnknownConversation and what ``Library.ask`` raises."""
        if conversation_id is None:
            self._told("asked", question=question)
            return self._noted(self._library.ask(question, filters))
        return _last(self.stream(question, filters, conversation_id))

    def stream(
        self, question: str, filters: Filters = EVERYTHING, conversation_id: str | None = None
    ) -> Generator[Event, None, None]:
        """The same as it happens. Closing the generator stops the work."""
        if conversation_id is None:
            events = self._library.stream(question, filters)
        else:
            events = converse(self._library, self._conversations, conversation_id, question, filters)
        return self._followed(question, events)

    def answer_understood(self, understood: Understood) -> Answer:
        """The answer to a question that was understood from a chat that we do not keep. Raises what ``Library.ask`` raises."""
        return _last(self.stream_understood(understood))

    def stream_understood(self, understood: Understood) -> Generator[Event, None, None]:
        """The same as it happens."""
        return self._followed(understood.question, answered(self._library, understood))

    def _followed(self, question: str, events: Generator[Event, None, None]) -> Generator[Event, None, None]:
        self._told("asked", question=question)
        with closing(events):
            for event in events:
                if isinstance(event, Answered):
                    self._noted(event.answer)
                yield event

    def _noted(self, answer: Answer) -> Answer:
        self._metrics.answered(answer)
        log.info(
            "answered",
            answer=answer.id,
            status=answer.status,
            mode=answer.mode,
            claims=len(answer.claims),
            ms=round(answer.timings_ms.get("total", 0.0), 1),
        )
        return answer


def _last(events: Generator[Event, None, None]) -> Answer:
    *_, last = events
    assert isinstance(last, Answered)
    return last.answer
