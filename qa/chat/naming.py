"""The names, states and dates in a question."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from qa.names import PLACES, with_states_folded
from qa.words import STOP_WORDS

Kind = Literal["state", "date", "abbreviation", "name"]

_NAME = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w-]*)"
_RUN = re.compile(rf"(?<![\w.]){_NAME}(?: {_NAME})*")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b(?:\d{{1,2}} )?(?:(?:{_MONTH})(?: \d{{1,2}},?)?(?: (?:19|20)\d\d)?|(?:19|20)\d\d)\b")
_OPENERS = STOP_WORDS | frozenset(
    "tell explain describe list name give show summarise summarize compare please".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text, with its kind and where it stands."""

    text: str
    kind: Kind
    start: int
    end: int


def named(text: str) -> list[Named]:
    """Names in order. The first word counts when it cannot be the mere beginning of a sentence."""
    dates = [Named(match[0], "date", *match.span()) for match in DATE.finditer(text) if match[0] != "May"]
    taken = [range(date.start, date.end) for date in dates]
    others = [name for name in _runs(text) if not any(name.start in span for span in taken)]
    return sorted([*dates, *others], key=lambda name: name.start)


def is_state(text: str) -> bool:
    """Whether it is one of the forms of a state's name, however it is capitalised."""
    return with_states_folded(text) in PLACES or with_states_folded(text.title()) in PLACES


def _runs(text: str) -> Iterator[Named]:
    for match in _RUN.finditer(text):
        start, words = match.start(), match[0]
        while words and _is_opener(first := words.split(" ")[0]):
            words = words[len(first) :].lstrip()
            start = match.end() - len(words)
        opens = not text[:start].strip(" \"'“")
        if words and (not opens or " " in words or words.isupper() or is_state(words) or words == text.strip(" ?!.")):
            yield Named(words, _kind(words), start, match.end())


def _is_opener(word: str) -> bool:
    return word.casefold() in _OPENERS and not (len(word) > 1 and word.isupper())


def _kind(words: str) -> Kind:
    if is_state(words):
        return "state"
    return "abbreviation" if words.isupper() else "name"
