"""Abbreviations as a text explains them, so that a question in the one wording finds what is written in the other.

Short and long form are found by where they stand ("Republic of Korea (ROK)", "OPCON means operational control") and told by their
letters: A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_WORDS = 8  # of a long form
REACH = 120  # characters in front of a short form, among which its long form is looked for

_SHORT = r"((?:[A-Za-z]\.){2,5}|[A-Z][\w&-]{1,9})"
_LONG_FIRST = re.compile(rf"[(\[](?:or |the )?{_SHORT}[)\];,]|, or (?:the )?{_SHORT}\b")
_SHORT_FIRST = re.compile(
    rf"\b{_SHORT}(?: \((?:the |short for )?| (?:stands for|is short for|means|is|was) (?:an? |the )?|: (?:an? |the )?|, or (?:the )?)"
    r"([^\n;:()]{4,90})"
)
_STRAY = re.compile(r"[()\[\]\"“”]")


class Abbreviation(NamedTuple):
    """Two names of one thing."""

    short: str
    long: str


def explained(text: str) -> list[Abbreviation]:
    """The abbreviations that a text explains, in order, each once."""
    return list(dict.fromkeys([*_long_first(text), *_short_first(text)]))


def _long_first(text: str) -> Iterator[Abbreviation]:
    for match in _LONG_FIRST.finditer(text):
        short = match[1] or match[2]
        words = text[max(0, match.start() - REACH) : match.start()].split()[-min(len(short) + 5, 2 * len(short)) :]
        if _is_short(short) and (long := _spelled_out(short, " ".join(words))):
            yield Abbreviation(short, long)


def _short_first(text: str) -> Iterator[Abbreviation]:
    for match in _SHORT_FIRST.finditer(text):
        short, words = match[1], match[2].split()[:MOST_WORDS]
        prefixes = (" ".join(words[:count]).rstrip(".,") for count in range(2, len(words) + 1))
        fitting = [each for each in prefixes if _spelled_out(short, each) == each] if _is_short(short) else []
        if fitting:
            yield Abbreviation(
                short, next((each for each in fitting if _initials(each) == short.casefold()), fitting[0])
            )


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.casefold().split())


def _is_short(short: str) -> bool:
    """At least two capitals: a name with one is a word."""
    return sum(letter.isupper() for letter in short) >= 2


def _spelled_out(short: str, words: str) -> str | None:
    """The end of ``words`` that holds the short form's letters in order, the first of them at the beginning of a word."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    folded, place = words.casefold(), len(words)
    for number, letter in reversed(list(enumerate(letters))):
        place = folded.rfind(letter, 0, place)
        while number == 0 and place > 0 and folded[place - 1].isalnum():
            place = folded.rfind(letter, 0, place)
        if place < 0:
            return None
    long = words[place:]
    return long if " " in long and len(long) > len(short) + 2 and not _STRAY.search(long) else None
