"""What a prompt shows, read back from the messages that were sent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

SENTENCE = re.compile(r"^\[(\d+\.\d+)\] (.*)$", re.MULTILINE)
HEADER = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
QUESTION = "\n\nQuestion: "


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence as it stands in a prompt, with its id."""

    id: str
    text: str

    @property
    def passage(self) -> str:
        """The passage's part of the id."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Prompt:
    """The last user turn: its question, its passages' headers by number, and their sentences."""

    question: str
    headers: tuple[tuple[str, str], ...]
    shown: tuple[ShownSentence, ...]


EMPTY = Prompt("", (), ())


def read_prompt(messages: Sequence[dict[str, Any]]) -> Prompt:
    """The turns before the last are worked examples."""
    turn = [message["content"] for message in messages if message["role"] == "user"][-1]
    passages, _, question = turn.rpartition(QUESTION)
    shown = tuple(ShownSentence(id_, text) for id_, text in SENTENCE.findall(passages))
    return Prompt(question.strip(), tuple(HEADER.findall(passages)), shown)
