"""Percentage points and times of day in words, made digits: "a quarter of a point" is 0.25 points, "half past nine" 9:30."""

import re

from qa.figures import SPELLED, counted

_UNDER = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "eighth": 8, "tenth": 10, "hundredth": 100}
POINT = re.compile(
    rf"\b(?:(?P<over>an?|one|{SPELLED})[ -])?(?P<under>{'|'.join(_UNDER)})s?(?: of)? an? "
    r"(?:percentage |per ?cent(?:age)? )?point\b",
    re.IGNORECASE,
)
BASIS = re.compile(r"\b(\d+) basis points?\b", re.IGNORECASE)
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
CLOCK = re.compile(
    rf"\b(?:a )?(?P<minutes>{'|'.join(sorted(_MINUTES, key=len, reverse=True))})(?: minutes)? (?P<side>past|to) "
    r"(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:one|times)\b)",
    re.IGNORECASE,
)
WORDS = re.compile(r"\bpoints?\b|\bpast\b|\b(?:quarter|five|ten) to\b", re.IGNORECASE)


def with_points(text: str) -> str:
    """The text with these in digits."""
    if not WORDS.search(text):
        return text
    text = POINT.sub(
        lambda match: f"{counted(match['over'] or 'a') / _UNDER[match['under'].casefold()]:.2g} points", text
    )
    text = BASIS.sub(lambda match: f"{int(match[1]) / 100:g} points", text)
    return CLOCK.sub(_time, text)


def _time(match: re.Match[str]) -> str:
    minutes, hour, past = (
        _MINUTES[match["minutes"].casefold()],
        counted(match["hour"]),
        match["side"].casefold() == "past",
    )
    if not past and minutes not in (15, 20):  # "from five to ten" is a range
        return match[0]
    return f"{hour}:{minutes:02}" if past else f"{(hour - 2) % 12 + 1}:{60 - minutes}"
