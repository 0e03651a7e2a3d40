"""A conversation as a Markdown file: each question, its answer with its notes, and the notes below it."""

import re
from collections.abc import Iterator, Sequence

from qa.conversations.labels import doubts, labels
from qa.conversations.store import Conversation, Turn
from qa.dating import dated
from qa.types import Answer, Citation

# What Markdown gives a meaning inside a line, and what it gives one at a line's beginning.
_INLINE = re.compile(r"[\\`*_\[\]<>&~|$]")
_NOTE = re.compile(r"\\\[(\d+)\\\]")
_LEADING = re.compile(r"^(?:[#>+=-]|\d+(?=[.)]))")


def as_markdown(conversation: Conversation, turns: Sequence[Turn]) -> str:
    """The whole conversation. Texts of documents, models and people are escaped: they are words, never markup."""
    count = f"{len(turns)} question{'' if len(turns) == 1 else 's'}"
    head = f"# {_escaped(conversation.title or 'Conversation')}\n\n{count}, begun {conversation.created_at[:10]}.\n"
    return "\n".join([head, *("\n".join([*_turn(turn), ""]) for turn in turns)])


def _turn(turn: Turn) -> Iterator[str]:
    yield f"## {turn.number}. {_escaped(turn.asked)}\n"
    if turn.question != turn.asked:
        yield f"*Understood as:* {_escaped(turn.question)}\n"
    answer = turn.answer
    if answer.text:
        yield f"{_noted(answer.text)}\n"
    yield from (f"*{label}*\n" for label in map(_escaped, (*labels(answer), *_doubted(answer))))
    yield from map(_note, answer.citations)


def _doubted(answer: Answer) -> Iterator[str]:
    for claim in answer.claims:
        if doubt := doubts(claim):
            yield f"“{claim.text}” is {doubt}."


def _note(citation: Citation) -> str:
    """``- [1] “quote” — title, publisher, author, date, page, source``: as far as they are known."""
    page = None if citation.page is None else f"p. {citation.page}"
    known = filter(None, [citation.title, citation.publisher, citation.author, dated(citation), page, citation.source])
    return f"- [{citation.number}] “{_escaped(citation.quote)}” — {_escaped(', '.join(known))}"


def _noted(text: str) -> str:
    """An answer's text at the beginning of a line, with its notes as they are: a source's own ``[3]`` is not among them."""
    line = _LEADING.sub(lambda match: f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}", _escaped(text))
    return _NOTE.sub(r"[\1]", line)


def _escaped(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", " ".join("".join(c if c.isprintable() else " " for c in text).split()))
