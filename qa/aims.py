"""What a question says of when and by whom its sources were written: "in August 2025", "according to the Harbor Brief", "the latest".

Documents that fit are preferred, never required: what somebody said in August may stand in a report of November. Pure, and English.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

from qa.figures import MONTH, MONTHS
from qa.types import Filters

REPORTED = timedelta(days=7)  # within which a day's events are written about
RECENT = timedelta(days=31)  # before the newest document
MOST = 4  # aims of one question

_PARTS = {
    "early": (1, 10),
    "beginning": (1, 10),
    "mid": (10, 20),
    "middle": (10, 20),
    "late": (20, 31),
    "end": (20, 31),
}
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
_DATED = re.compile(
    rf"(?:\b(?P<open>before|until|till|by|as of|after|since|from)\s+)?(?:the\s+)?(?:\b(?P<part>{'|'.join(_PARTS)})(?:\s+of\s+|[-\s]))?"
    rf"(?:\b{_DAY.format('first')}\s+(?:of\s+)?)?{MONTH.pattern}(?:\s+{_DAY.format('last')})?(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
)
_YEAR = re.compile(
    r"\b(?:(?P<open>before|until|by|after|since)|in|during|throughout)\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_NAMED_DAY = re.compile(rf"\b(?:(?:in|on|during)\s+)?{_DATED.pattern}")
_LATEST = re.compile(
    r"\b(?:latest|newest|most recent(?:ly)?|up[- ]to[- ]date|at present|currently|these days|by now)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Aim:
    """Documents that a question prefers, and how a reader is told."""

    filters: Filters
    told: str


def aims(question: str, filters: Filters, publishers: Sequence[str], newest: date | None) -> list[Aim]:
    """What a question prefers within ``filters``, at most four; none where the filters say it already.

    ``newest``: the date of the newest document, from which a month without a year is counted back. A question that names days
    and publishers prefers those publishers' documents of those days.
    """
    spans = [] if filters.since or filters.until or newest is None else list(_spans(question, newest))
    named = [] if filters.publisher else _named(question, publishers)
    days = [Aim(replace(filters, since=since, until=until), told) for since, until, told in spans]
    by = [Aim(replace(filters, publisher=each), f"by {each}") for each in named]
    both = [_both(day, publisher) for day, publisher in product(days, by)]
    return (both or days or by)[:MOST]


def _both(day: Aim, publisher: Aim) -> Aim:
    return Aim(replace(day.filters, publisher=publisher.filters.publisher), f"{publisher.told}, {day.told}")


def _named(question: str, publishers: Sequence[str]) -> list[str]:
    """The publishers whose names stand in the question; a name of one word only as it is written, for "the times" are none."""
    return [each for each in publishers if _name(each).search(question)]


def _name(publisher: str) -> re.Pattern[str]:
    name = re.sub(r"^the\s+", "", publisher, flags=re.IGNORECASE)
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE if " " in name else 0)


def without_voices(question: str, publishers: Sequence[str]) -> str:
    """A question without the words that only say whose documents are meant: "according to the Harbor Brief"."""
    for publisher in _named(question, publishers):
        voice = (
            r"(?:according to|in the (?:view|opinion|words) of) (?:the )?{0}|in (?:the )?{0}['’]s (?:view|opinion|words|account)"
        ).format(_name(publisher).pattern)
        question = re.sub(rf"^(?:{voice}),? |,? \b(?:{voice})", "", question, flags=re.IGNORECASE)
    return question


def _spans(question: str, newest: date) -> Iterator[tuple[date | None, date | None, str]]:
    """The stretches of time that a question names, as since, until and words."""
    for match in _DATED.finditer(question):
        if first_last := _days(match, newest):
            yield _opened(match["open"], *first_last)
    for match in _YEAR.finditer(question):
        year = int(match["year"])
        if year <= newest.year:
            yield _opened(match["open"], date(year, 1, 1), date(year, 12, 31))
    if _LATEST.search(question):
        yield newest - RECENT, None, f"published from {newest - RECENT} on"


def _days(match: re.Match[str], newest: date) -> tuple[date, date] | None:
    """The first and the last day that a month or a day means; None where it is none."""
    day = match["first"] or match["last"]
    if match["month"] == "May" and not (day or match["year"] or match["part"] or match["open"]):
        return None
    month = MONTHS.index(match["month"]) + 1
    year = int(match["year"]) if match["year"] else newest.year - ((month, int(day or 1)) > (newest.month, newest.day))
    length = calendar.monthrange(year, month)[1]
    if day:
        return (date(year, month, int(day)),) * 2 if 1 <= int(day) <= length else None
    first, last = _PARTS.get(match["part"] or "", (1, length))
    return date(year, month, first), date(year, month, min(last, length))


def _opened(word: str | None, first: date, last: date) -> tuple[date | None, date | None, str]:
    """A stretch as it is meant behind "before" or "since"; what happens in it is written about for some days more."""
    if word in ("before", "until", "till", "by", "as of"):
        until = last if word != "before" else first
        return None, until, f"published until {until}"
    if word in ("after", "since", "from"):
        return first, None, f"published from {first} on"
    return first, last + REPORTED, f"published from {first} to {last + REPORTED}"


def without_days(text: str) -> str:
    """A text without the days, months and years that it names."""
    return " ".join(_NAMED_DAY.sub(" ", _YEAR.sub(" ", text)).split())
