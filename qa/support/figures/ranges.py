"""Ranges of figures: from one to another."""

import re
from collections.abc import Iterator
from fractions import Fraction

from qa.figures import figures
from qa.support.evidence import Evidence
from qa.support.figures.numerals import in_digits

_MANY = r"(?: (?:percent|million|billion|trillion))?"
SPELLED = re.compile(
    r"\b(?:from|between) (?P<first>[^,.;:]{1,25}?) (?:to|and|until|through) "
    rf"(?P<last>[$€£]?\w+(?:[.,]\d+)*{_MANY})",
    re.IGNORECASE,
)
DASHED = re.compile(
    rf"(?<![\d.,-])(?P<first>\d+(?:[.,]\d+)*{_MANY})%?[-–][$€£]?(?P<last>\d+(?:[.,]\d+)*{_MANY})(?![\d-])",
    re.IGNORECASE,
)


def turned_ranges(claim: str, evidence: Evidence) -> Iterator[str]:
    """One end of a range changed for a figure that stands elsewhere: "from 2008 to 2020" for "from 2008 to 2019, dropped in 2020"."""
    held = {ends for ends, _ in _ranges(in_digits(evidence.joined))}
    for ends, words in _ranges(in_digits(claim)):
        if ends not in held and any((ends[0] == first) != (ends[1] == last) for first, last in held):
            yield f"the range {words} is not in the cited sentences"


def _ranges(text: str) -> Iterator[tuple[tuple[Fraction, Fraction], str]]:
    """The two ends of each range, and its words."""
    for match in (*SPELLED.finditer(text), *DASHED.finditer(text)):
        first, last = figures(match["first"]), figures(match["last"])
        if first and last:
            yield (first[-1].value, last[0].value), match[0]
