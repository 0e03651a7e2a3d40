"""Time between two dates: "24 years later" where the years stand, and the date where "24 years later" stands."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from qa.figures import MONTH, MONTHS, SPELLED, Figure, figures

_UNTIL = r"(?:(?: ?[–-] ?| to | and | until )(?:about |around |c\. ?)?\d{1,4})?"
POINT = re.compile(
    rf"{MONTH.pattern}(?: (?:the )?(?P<day>\d\d?)(?:st|nd|rd|th)?\b(?![\d%]|[.:]\d))?(?:,? (?:of )?(?P<year>\d{{4}})\b)?"
    rf"|\b(?P<before>\d\d?)(?:st|nd|rd|th)? (?:of )?{MONTH.pattern.replace('<month>', '<named>')}(?:,? (?P<then>\d{{4}})\b)?"
    rf"|(?<![\w.,$€£])(?P<alone>(?:1\d|20)\d\d|(?<=\bAD )\d{{1,4}}|\d{{1,4}}(?={_UNTIL} (?:BCE?|AD|CE)\b))"
    rf"(?![\w%]|[.,]\d| ?(?:percent|million|billion|people))(?=(?P<era>{_UNTIL} BCE?\b)?)"
)
MORE_DAYS = re.compile(r"(?:,? and | ?[-–] ?| to |, )(?P<day>\d\d?)(?:st|nd|rd|th)?\b(?![\d%]|[.:]\d)")
STRETCH = re.compile(
    rf"{MONTH.pattern} \d\d?(?:,? and | ?[-–] ?| to )\d\d?\b(?![.:]?\d)|\b(?:1\d|20)\d\d(?:[–-]| to | through | and )(?:1\d|20)\d\d\b"
    rf"|{MONTH.pattern.replace('<month>', '<first>')}(?: \d{{4}})?"
    rf"(?:[–-]| to | through ){MONTH.pattern.replace('<month>', '<last>')}(?! \d\d?\b)"
)
DAYS_OF = re.compile(rf"(?<!\d)(?P<first>\d\d?)(?: and | ?[-–] ?| to )(?P<last>\d\d?) (?:of )?{MONTH.pattern}")
OFFSET = re.compile(
    rf"\b(?:(?P<count>an?|one|\d+|{SPELLED}) (?P<unit>day|week|fortnight|month|year|decade|century|centurie)s?"
    r" (?P<way>later|afterwards?|after|before"
    r"|earlier|prior|previously)|the (?P<way_of>next|following|previous|preceding) (?P<step>day|week|month|year|spring|summer|autumn"
    r"|winter)"
    r"|the (?P<one>day|year|month|week) (?P<side>after|before))\b",
    re.IGNORECASE,
)
BACK = frozenset("earlier prior previously previous preceding".split())
BOTH_WAYS = frozenset(("after", "before"))
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "decade": 120, "century": 1200, "centurie": 1200}
_MONTHS |= dict.fromkeys(("year", "spring", "summer", "autumn", "winter"), 12)
PARTS_OF_YEAR = (
    (re.compile(r"\b(?:(?:first|second|last|latter) half|half[ -]year(?:ly)?|H[12])\b", re.IGNORECASE), 6),
    (
        re.compile(r"\b(?:(?:first|second|third|fourth|last|final) quarter|Q[1-4])\b", re.IGNORECASE),
        3,
    ),
)
THIS_CENTURY = 2000
LONG_AGO = 1000  # the year before which it matters little in which one counts
ANY_YEAR = 2001  # of days that are told without one


class Point(NamedTuple):
    """A year, a month or a day."""

    year: int | None
    month: int | None = None
    day: int | None = None


def elapsed(text: str) -> Iterator[Figure]:
    """What lies between every two dates of a text, in the smallest unit that both tell."""
    for one, other in combinations(points(text), 2):
        years = other.year - one.year if one.year is not None and other.year is not None else None
        if years:
            yield _amount(years, 12, "months")
        if one.month and other.month:
            months = (years or 0) * 12 + other.month - one.month
            yield _amount(months, 1, "months")
            yield _amount(abs(months) // 12, 12, "months")
        if (days := _days_between(one, other)) is not None:
            yield _amount(days, 1, "days")


def covered(text: str) -> Iterator[Figure]:
    """How long a stretch is of which both ends are counted: "July 10 and 11", "January to March", "2026 to 2030"."""
    for match in STRETCH.finditer(text):
        first, last = [*points(match[0])][:2]
        if last.day and first.day:
            yield _amount(last.day - first.day + 1, 1, "days")
        elif last.month and first.month:
            yield _amount((last.month - first.month) % 12 + 1, 1, "months")
        elif last.year and first.year:
            yield _amount(last.year - first.year + 1, 12, "months")
    yield from (_amount(months, 1, "months") for words, months in PARTS_OF_YEAR if words.search(text))
    for match in DAYS_OF.finditer(text):
        yield _amount(int(match["last"]) - int(match["first"]) + 1, 1, "days")


def since(text: str, today: int | None) -> Iterator[Figure]:
    """How long ago each year of a text is; long ago that matters little."""
    for point in points(text):
        if point.year is not None and (today or point.year < LONG_AGO):
            yield _amount((today or THIS_CENTURY) - point.year, 12, "months")


def reckoned(text: str) -> Iterator[str]:
    """The dates to which "two years later" and "the next day" lead from those of a text.

    "A year after" leads both ways: "in 1914, a year after the fire", and "a year after the fire of 1914".
    """
    for match in OFFSET.finditer(text):
        word = (match["way"] or match["way_of"] or match["side"]).casefold()
        unit = (match["unit"] or match["step"] or match["one"]).casefold()
        count = int(next((each.value for each in figures(match["count"] or "")), Fraction(1)))
        ways = (-count, count) if word in BOTH_WAYS else (-count,) if word in BACK else (count,)
        yield from filter(None, (_moved(point, unit, steps) for point in points(text) for steps in ways))


def points(text: str) -> Iterator[Point]:
    """Every date in a text; "July 10-11" is two."""
    for match in POINT.finditer(text):
        if match["alone"]:
            yield Point(-int(match["alone"]) if match["era"] else int(match["alone"]))
            continue
        year, day = match["year"] or match["then"], match["day"] or match["before"]
        point = Point(
            int(year) if year else None, MONTHS.index(match["month"] or match["named"]) + 1, int(day) if day else None
        )
        yield point
        more = MORE_DAYS.match(text, match.end()) if match["day"] and not year else None
        if more:
            yield point._replace(day=int(more["day"]))


def _amount(count: int, smallest: int, kind: str) -> Figure:
    return Figure(Fraction(abs(count)), False, str(abs(count)), (kind, smallest))


def _days_between(one: Point, other: Point) -> int | None:
    first, last = _as_date(one, other.year), _as_date(other, one.year)
    return (last - first).days if first and last else None


def _as_date(point: Point, year: int | None) -> date | None:
    if point.month is None or point.day is None:
        return None
    try:
        return date(point.year or year or ANY_YEAR, point.month, point.day)
    except ValueError:  # the 31st of June
        return None


def _moved(point: Point, unit: str, steps: int) -> str:
    """In words that can be read as a date; empty where the point is not told as finely as the step."""
    if unit in _DAYS:
        there = _as_date(point, None)
        there = there and there + timedelta(days=steps * _DAYS[unit])
        return f"{there.day} {MONTHS[there.month - 1]} {there.year if point.year else ''}".strip() if there else ""
    if point.year is None or (unit == "month" and point.month is None):
        return ""
    months = point.year * 12 + (point.month or 1) - 1 + steps * _MONTHS[unit]
    return f"{MONTHS[months % 12]} {months // 12}" if point.month else str(months // 12)
