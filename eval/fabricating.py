"""One fact of a true sentence changed, so that it becomes false: what a check of claims has to catch."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

FactKind = Literal["number", "date", "name", "negation"]

MONTHS = "January February March April May June July August September October November December".split()
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?= \d)")
DAY = re.compile(rf"({MONTH.pattern} )(\d{{1,2}})\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FIGURE = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*")
TITLES = r"President|Minister|Secretary|Ambassador|Chairman|Director|Adviser|Mayor|Gen\.|Adm\.|Sen\.|Rep\.|Dr\.|Mr\.|Mrs\.|Ms\."
PERSON = re.compile(rf"\b(?:{TITLES}) ([A-Z][\w-]+(?: [A-Z][\w-]+)*)")
PLACES = {
    "South Korea": "Japan",
    "North Korea": "Iran",
    "Seoul": "Tokyo",
    "United States": "United Kingdom",
    "Washington": "Brussels",
    "China": "Russia",
    "Beijing": "Moscow",
    "Japan": "Taiwan",
    "Tokyo": "Taipei",
}
PLACE = re.compile(rf"\b(?:{'|'.join(PLACES)})\b")
AUXILIARY = re.compile(r"\b(?:is|are|was|were|will|can|could|has|had|may|must|should)\b")


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence before and after one fact of the given kind was changed."""

    kind: FactKind
    before: str
    after: str


def fabricated(sentences: Sequence[str], strangers: Sequence[str], key: str) -> Change | None:
    """One sentence with one fact changed; which one, and which kind, follows from the key alone.

    ``strangers`` are persons that the sentences have nothing to do with. None when no fact can be changed.
    """
    seed = crc32(key.encode())
    kinds: list[tuple[FactKind, Callable[[str], Iterator[str]]]] = [
        ("number", _numbers),
        ("date", _dates),
        ("name", lambda sentence: _names(sentence, strangers, seed)),
        ("negation", _negations),
    ]
    first = seed % len(kinds)
    for kind, variants in kinds[first:] + kinds[:first]:
        changes = [Change(kind, sentence, after) for sentence in sentences for after in variants(sentence)]
        if changes:
            return changes[seed // len(kinds) % len(changes)]
    return None


def persons(text: str) -> list[str]:
    """The names that follow a title, as in "Gen. Xavier Brunson"."""
    return PERSON.findall(text)


def _numbers(sentence: str) -> Iterator[str]:
    """Each figure that is no date with another first digit."""
    dated = [match.span() for pattern in (DAY, YEAR) for match in pattern.finditer(sentence)]
    for match in FIGURE.finditer(sentence):
        if not any(start <= match.start() < end for start, end in dated):
            yield _replaced(sentence, match.span(), f"{int(match[0][0]) % 9 + 1}{match[0][1:]}")


def _dates(sentence: str) -> Iterator[str]:
    """Each month made the next one, each day and each year one more."""
    for match in MONTH.finditer(sentence):
        place = [month[:3] for month in MONTHS].index(match[0][:3])
        yield _replaced(sentence, match.span(), MONTHS[(place + 1) % 12])
    for match in DAY.finditer(sentence):
        yield _replaced(sentence, match.span(2), str(int(match[2]) % 28 + 1))
    for match in YEAR.finditer(sentence):
        yield _replaced(sentence, match.span(), str(int(match[0]) + 1))


def _names(sentence: str, strangers: Sequence[str], seed: int) -> Iterator[str]:
    """Each place made another, and each person that a title announces."""
    for match in PLACE.finditer(sentence):
        yield _replaced(sentence, match.span(), PLACES[match[0]])
    for match in PERSON.finditer(sentence):
        if strangers:
            yield _replaced(sentence, match.span(1), strangers[seed % len(strangers)])


def _negations(sentence: str) -> Iterator[str]:
    """The sentence denied, or its denial taken away."""
    if " not " in sentence:
        yield sentence.replace(" not ", " ", 1)
    elif match := AUXILIARY.search(sentence):
        yield _replaced(sentence, match.span(), f"{match[0]} not")


def _replaced(sentence: str, span: tuple[int, int], by: str) -> str:
    return sentence[: span[0]] + by + sentence[span[1] :]
