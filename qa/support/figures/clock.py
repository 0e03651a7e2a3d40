"""Times of day, and how many hours lie between them."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from qa.figures import SPELLED, Figure, counted
from qa.support.figures.beside import around

TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b|\b(?P<at>[01]?\d|2[0-4]):(?P<past>[0-5]\d)(?![:\d])"
    r"|\b(?P<word>noon|midday|midnight)\b",
    re.IGNORECASE,
)
AT = re.compile(r"\b(?:at|by|until|till|from|to|past|before|after|around|about|between|and|\d[:.]) ?$", re.IGNORECASE)
O_CLOCK = re.compile(r"^(?:[:.]\d| ?[ap]\.?m\b| o['’]clock| (?:in the|at night|at noon|sharp))", re.IGNORECASE)
STEP = re.compile(
    rf"\b(?P<count>an?|one|\d+(?:\.\d+)?|{SPELLED}) (?P<unit>hour|minute)s?,? "
    r"(?:(?P<back>earlier|sooner|before)|later|longer|after|more)\b",
    re.IGNORECASE,
)
DAY, HALF_DAY, HALF_HOUR = 24 * 60, 12 * 60, 30  # minutes
WORDS = {"noon": HALF_DAY, "midday": HALF_DAY, "midnight": 0}


def between_times(text: str) -> Iterator[Figure]:
    """From each time of day to the next that is told; a clock without "am" and "pm" may mean either half of the day."""
    for (first, known), (last, also) in pairwise(map(_minutes, TIME.finditer(text))):
        for span in (DAY,) if known and also else (DAY, HALF_DAY):
            minutes = (last - first) % span
            yield Figure(Fraction(minutes), False, str(minutes), ("minutes", 1))


def is_hour(figure: Figure, claim: str, text: str) -> bool:
    """Whether it stands for an hour of the text, or its minutes."""
    sides = around(figure.written, claim) if TIME.search(text) and not figure.percent else ()
    clocked = any(AT.search(before) or O_CLOCK.match(behind) for before, behind in sides)
    return clocked and any(figure.value == each.value for each in hours(text))


def hours(text: str) -> Iterator[Figure]:
    """ "Two in the afternoon", of 14:00; "eight", where it is open until five and three hours longer."""
    told = [_minutes(match)[0] for match in TIME.finditer(text)]
    for minutes in [*told, *(time + step for time in told for step in _steps(text))]:
        hour, past = divmod(minutes % DAY, 60)
        near = (hour, hour + 1) if past > HALF_HOUR else (hour,)  # "a quarter to five", of 4:45
        for each in (*near, *(one % 12 or 12 for one in near)):
            yield Figure(Fraction(each), False, str(each))
        if past:
            yield from (Figure(Fraction(each), False, str(each)) for each in (past, 60 - past))


def _steps(text: str) -> Iterator[int]:
    """How many minutes "three hours longer" and "half an hour earlier" move a time."""
    for match in STEP.finditer(text):
        count = Fraction(match["count"]) if match["count"][0].isdigit() else Fraction(counted(match["count"]))
        minutes = int(count * (60 if match["unit"][0] in "hH" else 1))
        yield -minutes if match["back"] else minutes


def _minutes(match: re.Match[str]) -> tuple[int, bool]:
    """Since midnight, and whether the half of the day is told."""
    if match["word"]:
        return WORDS[match["word"].casefold()], True
    hour, minute = int(match["hour"] or match["at"]), int(match["minute"] or match["past"] or 0)
    if match["half"]:
        return hour % 12 * 60 + minute + HALF_DAY * (match["half"] in "pP"), True
    return hour * 60 + minute, hour * 60 >= HALF_DAY
