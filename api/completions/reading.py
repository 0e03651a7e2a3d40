"""An Answer as a plain chat client shows it, and back: what in a chat so far was asked and answered."""

import re
from collections.abc import Iterator, Sequence

from api.completions.schemas import Message
from qa.chat import Understood, standalone, understand
from qa.conversations import Turn
from qa.conversations.labels import labels
from qa.ports import ChatModel
from qa.types import Answer, Citation, Claim

SOURCES = "\n\nSources:\n"
UNDERSTOOD = "Understood as: "
REMEMBERED = 8  # questions before the last that it may lean on
_NOTE = re.compile(r" ?\[\d+\]")
_MARKUP = ((re.compile(r"\](?=[(\[:])"), "] "), (re.compile(r"<(?=[A-Za-z/!?])"), "< "))


def pieces(answer: Answer) -> Iterator[str]:
    """The text, what a reader must know about it, and a numbered note for each citation; joined, the whole content."""
    words = [inert(answer.text)] if answer.text else []
    yield "\n\n".join([*words, *map(inert, labels(answer))])
    for citation in answer.citations:
        yield (SOURCES if citation.number == 1 else "\n") + _note(citation)


def understood(question: str, asked: str) -> str:
    """What stands in front of an answer to a question that leant on others; nothing for one that did not."""
    return f"{UNDERSTOOD}{inert(question)}\n\n" if question != asked else ""


def inert(text: str) -> str:
    """One line that no client takes for a link, an image or markup: a document could carry words away with one."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    for pattern, instead in _MARKUP:
        line = pattern.sub(instead, line)
    return line


def question_of(messages: Sequence[Message], model: ChatModel | None) -> tuple[str, Understood]:
    """The last question as it was asked, and as it has to be asked by itself. Both are empty when nobody asks anything."""
    last = max((place for place, each in enumerate(messages) if each.role == "user"), default=None)
    if last is None:
        return "", Understood("")
    asked = messages[last].text
    return asked, understand(asked, _turns(messages[:last]), model)


def _turns(messages: Sequence[Message]) -> list[Turn]:
    """Questions with the words that answered them, each made to stand alone by rules, which cost nothing."""
    turns: list[Turn] = []
    for asked, replied in _exchanges(messages)[-REMEMBERED:]:
        question = standalone(asked, turns, None)
        turns.append(Turn(len(turns) + 1, asked, question, _said(question, replied), ""))
    return turns


def _exchanges(messages: Sequence[Message]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for message in messages:
        if message.role == "user":
            found.append((message.text, ""))
        elif message.role == "assistant" and found:
            found[-1] = (found[-1][0], _without_notes(message.text))
    return found


def _without_notes(content: str) -> str:
    """An answer of ours without what was put around its text."""
    text = content.partition(SOURCES)[0]
    if text.startswith(UNDERSTOOD):
        text = text.partition("\n\n")[2]
    return _NOTE.sub("", text)


def _said(question: str, text: str) -> Answer:
    """What a client says that was answered: words, and no citations to trust."""
    claims = (Claim(text, (), "uncited"),) if text else ()
    return Answer("", question, "answered" if text else "no_evidence", None, text, claims, (), "llm", None)


def _note(citation: Citation) -> str:
    """``- [1] “quote” — title, publisher, date, page, source``; a quote that is the answer's own text is not repeated."""
    about = "about " if citation.published_estimated else ""
    published = f"{about}{citation.published.isoformat()}" if citation.published else None
    page = f"p. {citation.page}" if citation.page is not None else None
    known = [citation.title, citation.publisher, citation.author, published, page, citation.source]
    quote = "" if citation.origin == "extracted" else f"“{inert(citation.quote)}” — "
    return f"- [{citation.number}] {quote}{inert(', '.join(filter(None, known)))}"
