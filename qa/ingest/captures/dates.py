"""The days that web pages print: absolute in English and Korean, or relative to the day the page was saved.

Written by hand rather than with dateparser: what a page prints are few forms, a wrong day is worse than none (3/4/2025 is
left unknown), and no library says whether what it read was relative.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_ABSOLUTE = re.compile(
    r"(?<!\d)(?:(?P<y1>\d{4})(?:-|/|\.\s?|년\s?)(?P<m1>\d{1,2})(?:-|/|\.\s?|월\s?)(?P<d1>\d{1,2})(?!\d)(?:일|\.|T[\d:.]+Z?)?"
    rf"|(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y2>\d{{4}}))?"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)? (?P<m3>{_MONTH})\b\.?(?:,? (?P<y3>\d{{4}}))?"
    r"|(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y4>\d{4})(?!\d))",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_RELATIVE = re.compile(
    r"(?P<n>\d{1,4}|\b(?:an?|one|two|three|four|five|six|seven))\s*"
    r"(?P<unit>sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?|[mhdwy])\s+ago\b"
    r"|(?P<kn>\d{1,4})\s*(?P<kunit>초|분|시간|일|주일?|개월|달|년)\s*전"
    r"|(?P<word>\b(?:just now|moments ago|today|yesterday)\b|방금(?: 전)?|오늘|어제|그제)",
    re.IGNORECASE,
)
_DAYS = {"d": 1.0, "w": 7, "y": 365, "일": 1, "주": 7, "개": 30, "달": 30, "년": 365}
_WORDS = {"yesterday": 1, "어제": 1, "그제": 2}


class When(NamedTuple):
    """A day as printed, where it stands, and how: ``days`` before the page was saved, or month and day with or without a year."""

    start: int
    end: int
    days: int | None = None
    year: int | None = None
    month: int = 0
    day: int = 0

    @property
    def relative(self) -> bool:
        """Whether only the day of saving says which day this is."""
        return self.days is not None


def find_days(text: str) -> list[When]:
    """Every day printed in a line, in order."""
    found = [_relative(match) for match in _RELATIVE.finditer(text)]
    found += [when for match in _ABSOLUTE.finditer(text) if (when := _absolute(match))]
    return sorted(found)


def resolve(when: When, captured: date | None) -> tuple[date | None, bool]:
    """The day meant, and whether it is estimated from the day of saving. None where it cannot be known."""
    try:
        if when.days is not None:
            return (captured - timedelta(days=when.days), True) if captured else (None, False)
        if when.year is not None:
            return date(when.year, when.month, when.day), False
        if captured is None:
            return None, False
        day = date(captured.year, when.month, when.day)
        return (day if day <= captured else day.replace(year=captured.year - 1)), True
    except (ValueError, OverflowError):  # a 31st of June, a day before the calendar, three slashes that are no date
        return None, False


def _relative(match: re.Match[str]) -> When:
    if word := match["word"]:
        return When(*match.span(), days=_WORDS.get(word.casefold(), 0))
    count = match["n"] or match["kn"]
    number = _NUMBERS.get(count.casefold()) or int(count)
    unit = (match["unit"] or match["kunit"]).casefold()
    if unit in ("시간", "h") or unit.startswith("h"):
        return When(*match.span(), days=number // 24)
    if unit.startswith("mo"):
        return When(*match.span(), days=number * 30)
    return When(*match.span(), days=int(number * _DAYS.get(unit[0], 0)))


def _absolute(match: re.Match[str]) -> When | None:
    part = match.groupdict()
    if part["a"]:
        return _numeric(match)
    month = part["m1"] or part["m2"] or part["m3"]
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].casefold()) + 1
    year = part["y1"] or part["y2"] or part["y3"]
    day = int(part["d1"] or part["d2"] or part["d3"])
    return When(*match.span(), year=int(year) if year else None, month=number, day=day)


def _numeric(match: re.Match[str]) -> When:
    """Dots put the day first; slashes do it here and not there, so they are read only when one number cannot be a month."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y4"])
    if match["sep"] == "." or first > 12:
        return When(*match.span(), year=year, month=second, day=first)
    return When(*match.span(), year=year, month=first if second > 12 else 0, day=second)
