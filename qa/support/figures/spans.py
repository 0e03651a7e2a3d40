"""Centuries and decades: "the 1300s" is the 14th century, and 1985 lies in the mid-1980s."""

import re
from collections.abc import Iterator
from itertools import permutations

from qa.figures import Figure
from qa.support.figures.beside import around

ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
# What part of its century or decade it is, in tenths.
_PARTS = {
    "early": (0, 4), "earlier": (0, 4), "mid": (3, 7), "middle": (3, 7), "late": (6, 10), "later": (6, 10), "first half": (0, 5),
    "second half": (5, 10), "latter half": (5, 10), "beginning": (0, 3), "start": (0, 3), "end": (7, 10), "close": (7, 10), "turn": (-1, 1),
}  # fmt: skip
SPAN = re.compile(
    rf"(?:\b(?P<part>{'|'.join(_PARTS)})(?: of|-)? ?(?:the )?)?"
    rf"(?:(?<![\d.,$€£])(?P<years>\d{{1,3}}0|\d\d(?=['’]?s))['’]?s\b"
    rf"|\b(?P<nth>\d\d?(?=st|nd|rd|th)|{'|'.join(ORDINALS)})(?:st|nd|rd|th)?"
    r"(?=[ -](?:(?:and|to|or|through|until|–) (?:the )?(?:(?:early|mid|late|beginning of the|end of the)[ -])?[\w-]+[ -])?centur))",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\w.,$€£])(\d{3,4})(?![\w%]|[.,]\d| ?(?:percent|million|billion|people))")
LONG, SHORT = 100, 10
PRESENT = 1900  # the century of "the 50s"
NEARLY = re.compile(
    r"\b(?:about|around|roughly|circa|c\.|by|before|towards?|near|close to) (?:the year )?$", re.IGNORECASE
)
MONTHS_OF_YEAR = 12
ROUND = 50  # years, of which one that is told as about when may be a multiple


def spans(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The first and the last year of each century and decade, or of the part of it that is meant, and the words."""
    century = PRESENT
    for match in SPAN.finditer(text):
        start, long = _place(match, century)
        century = start // LONG * LONG if match["years"] else PRESENT  # "the 1840s and 50s"
        since, until = _PARTS.get((match["part"] or "").casefold(), (0, 10))
        yield (start + since * long // 10, start + until * long // 10 - (until == 10)), match[0]


def without_spans(claim: str, text: str) -> str:
    """The claim without the centuries and decades in which a year, a decade or a century of the text lies."""
    held = [years for years, _ in spans(text)] + [(int(year), int(year)) for year in YEAR.findall(text)]
    for (first, last), words in spans(claim):
        if any(first <= since and until <= last for since, until in held):
            claim = claim.replace(words, " ")
    return claim


def is_about_when(year: Figure, claim: str, text: str) -> bool:
    """ "Around 1900", where the text has the late 19th century; a whole century is no such time."""
    if (
        not year.is_year
        or year.value % ROUND
        or not any(NEARLY.search(before) for before, _ in around(year.written, claim))
    ):
        return False
    return any(until - since < LONG - 1 and since <= year.value <= until + 1 for (since, until), _ in spans(text))


def is_between(stretch: Figure, text: str, today: int | None) -> bool:
    """ "Seven centuries", where it is from the third to the early tenth, or to today; one that is told to the year is none of these."""
    years = stretch.value * (stretch.unit[1] if stretch.unit else 0) / MONTHS_OF_YEAR
    ends = [span for span, _ in spans(text)]
    known = [int(year) for year in YEAR.findall(text)] if ends else []
    ends += [(year, year) for year in [*known, *([today] if today else [])]]
    return not years % SHORT and any(
        later[0] - earlier[1] <= years <= later[1] - earlier[0] + 1
        for earlier, later in permutations(ends, 2)
        if earlier[1] <= later[0]
    )


def _place(match: re.Match[str], century: int) -> tuple[int, int]:
    """The year with which it begins, and how many it has; ``century``: that of a decade in two figures."""
    if match["nth"]:
        word = match["nth"].casefold()
        return LONG * ((int(word) if word.isdigit() else ORDINALS.index(word) + 1) - 1), LONG
    years = int(match["years"])
    if years < LONG:
        return century + years, SHORT
    return years, LONG if years % LONG == 0 else SHORT
