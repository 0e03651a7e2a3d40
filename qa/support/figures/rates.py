"""Amounts for each of something: rows of so many seats, a rent by the month and by the year, votes for and against."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from qa.figures import SPELLED, Figure, counted

_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 730, "quarter": 2190, "year": 8760}
_ROUND = {("week", "year"): 52, ("week", "month"): 4, ("day", "month"): 30}  # as it is reckoned
RATE = re.compile(
    r"\b(?:(?:an?|per|each|every|the|one) (?P<unit>hour|day|week|month|quarter|year)|(?P<word>hour|dai|week|month|quarter|year|annual)ly"
    r"|(?P<annual>annual))\b(?! (?:old|ago|later|after|before))",
    re.IGNORECASE,
)
ROWS = re.compile(
    rf"\b(?P<count>\d+|{SPELLED}) [a-z-]+(?: of|,? with|,? each (?:of|with|holding|carrying)|,? holding) "
    rf"(?P<size>\d[\d,]*|{SPELLED})\b(?! (?:them|these|those)\b)",
    re.IGNORECASE,
)
TALLY = re.compile(
    rf"\b(?P<one>\d[\d,]*|{SPELLED})(?: votes?)?(?: to |[-–])(?P<other>\d[\d,]*|{SPELLED})\b", re.IGNORECASE
)
DECIDED = re.compile(
    r"\b(?:vot\w+|ruled|ruling|judges?|court|jur\w+|majorit\w+|passed|approved|rejected|ayes|ballots?)\b", re.IGNORECASE
)


def by_time(claim: str, text: str, amounts: Sequence[Figure]) -> Iterator[Figure]:
    """ "6,000 a year", of 500 a month."""
    wanted, told = _units(claim), _units(text)
    for one in wanted:
        for other in told - {one}:
            factor = _factor(other, one)
            yield from (each._replace(value=each.value * factor) for each in amounts if not each.percent)


def rows(text: str) -> Iterator[Figure]:
    """ "480", of 24 rows of 20."""
    for match in ROWS.finditer(text):
        yield Figure(Fraction(counted(match["count"]) * counted(match["size"])), False, match[0])


def tallies(text: str) -> Iterator[Figure]:
    """ "Nine judges" and "a majority of three", of "six to three"."""
    for match in TALLY.finditer(text) if DECIDED.search(text) else ():
        one, other = counted(match["one"]), counted(match["other"])
        yield from (Figure(Fraction(value), False, match[0]) for value in (one + other, abs(one - other)))


def _units(text: str) -> set[str]:
    words = ((match["unit"] or match["word"] or match["annual"]).casefold() for match in RATE.finditer(text))
    return {{"dai": "day", "annual": "year"}.get(word, word) for word in words}


def _factor(told: str, wanted: str) -> Fraction:
    """How many times as much it is for the one as for the other."""
    if (told, wanted) in _ROUND:
        return Fraction(_ROUND[told, wanted])
    return 1 / Fraction(_ROUND[wanted, told]) if (wanted, told) in _ROUND else Fraction(_HOURS[wanted], _HOURS[told])
