"""Times of day, and how many hours lie between them."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from qa.figures import Figure

TIME = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b|\b(?P<at>[01]?\d|2[0-4]):(?P<past>[0-5]\d)(?![:\d])"
    r"|\b(?P<word>noon|midday|midnight)\b",
    re.IGNORECASE,
)
DAY, HALF_DAY = 24 * 60, 12 * 60  # minutes
WORDS = {"noon": HALF_DAY, "midday": HALF_DAY, "midnight": 0}


def between_times(text: str) -> Iterator[Figure]:
    """From each time of day to the next that is told; a clock without "am" and "pm" may mean either half of the day."""
    for (first, known), (last, also) in pairwise(map(_minutes, TIME.finditer(text))):
        for span in (DAY,) if known and also else (DAY, HALF_DAY):
            minutes = (last - first) % span
            yield Figure(Fraction(minutes), False, str(minutes), ("minutes", 1))


def hours(text: str) -> Iterator[Figure]:
    """ "Two in the afternoon", of 14:00."""
    for match in TIME.finditer(text):
        if match["at"] and int(match["at"]) * 60 > HALF_DAY:
            yield Figure(Fraction(int(match["at"]) - HALF_DAY // 60), False, match["at"])


def _minutes(match: re.Match[str]) -> tuple[int, bool]:
    """Since midnight, and whether the half of the day is told."""
    if match["word"]:
        return WORDS[match["word"].casefold()], True
    hour, minute = int(match["hour"] or match["at"]), int(match["minute"] or match["past"] or 0)
    if match["half"]:
        return hour % 12 * 60 + minute + HALF_DAY * (match["half"] in "pP"), True
    return hour * 60 + minute, hour * 60 >= HALF_DAY
