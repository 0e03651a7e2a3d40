"""One more question of a conversation, read top-down: understand it, answer it, keep it."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from qa import questions
from qa.chat.carrying import carried
from qa.chat.leaning import leans
from qa.chat.rewriting import by_model
from qa.conversations import Conversations, Turn
from qa.errors import ModelError
from qa.events import Answered, Event, Rewritten
from qa.library import Library
from qa.ports import ChatModel
from qa.types import EVERYTHING, Filters, Usage


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it is asked, what a model was paid for that, and its error if a reader has waited for it in vain."""

    question: str
    spent: Usage = field(default_factory=Usage)
    silent: ModelError | None = None


def converse(
    library: Library,
    conversations: Conversations,
    conversation_id: str,
    asked: str,
    filters: Filters = EVERYTHING,
) -> Generator[Event, None, None]:
    """Rewritten, if the question leant on earlier ones; then what ``Library.stream`` yields. The turn is kept before Answered.

    A model that was waited for in vain while the question was understood is not waited for again. Closing the generator stops
    the work, and nothing is kept. Raises UnknownConversation and what ``stream`` raises.
    """
    understood = understand(asked, conversations.turns(conversation_id), library.model)
    if understood.question != asked:
        yield Rewritten(understood.question)
    with closing(answered(library, understood, filters)) as events:
        for event in events:
            if isinstance(event, Answered):
                conversations.append(conversation_id, asked, event.answer)
            yield event


def answered(library: Library, understood: Understood, filters: Filters = EVERYTHING) -> Generator[Event, None, None]:
    """What ``Library.stream`` yields for it; the usage of the answer holds what understanding it cost. Raises what ``stream`` raises."""
    with closing(library.stream(understood.question, filters, silent=understood.silent)) as events:
        for event in events:
            if isinstance(event, Answered):
                usage = _sum(event.answer.usage, understood.spent)
                yield Answered(replace(event.answer, usage=usage))
            else:
                yield event


def standalone(asked: str, history: Sequence[Turn], model: ChatModel | None) -> str:
    """The question as it has to be asked without its history; word for word as it is when it stands alone."""
    return understand(asked, history, model).question


def understand(asked: str, history: Sequence[Turn], model: ChatModel | None) -> Understood:
    """The same with what it cost: by the model where there is one and it keeps to the words; else by rules."""
    if not history or not asked.strip() or len(asked) > questions.LONGEST or not leans(asked):
        return Understood(asked)
    rewritten, spent, silent = None, Usage(), None
    if model:
        try:
            rewritten, spent = by_model(asked, history, model)
        except ModelError as error:
            silent = error if error.kept_waiting else None
    return Understood(rewritten or carried(asked, history)[: questions.LONGEST], spent, silent)


def _sum(one: Usage, other: Usage) -> Usage:
    costs = [usage.cost_usd for usage in (one, other) if usage.cost_usd is not None]
    return Usage(
        one.prompt_tokens + other.prompt_tokens,
        one.completion_tokens + other.completion_tokens,
        sum(costs) if costs else None,
    )
