"""Time that has passed: told of a claim, and worked out from the dates of the evidence."""

import re

from qa.figures import Figure
from qa.support.evidence import Evidence
from qa.support.figures.beside import around
from qa.support.figures.clock import between_times
from qa.support.figures.elapsed import THIS_CENTURY, covered, elapsed, since
from qa.support.figures.rounding import is_rounded
from qa.support.figures.spans import is_between

AGED = re.compile(
    r"\b(?:aged?|age of|at|lived to(?: be)?|turned|turning)(?: (?:about|around|nearly|almost|just|only))? $"
    r"|^[ -]years?[ -]old\b|^ (?:when|at the time|at (?:his|her) death)\b"
)
AGO = re.compile(r"\b(?:ago|old|back|since)\b")
OF_TIME = frozenset(("minutes", "days", "months"))
OLDEST = 130  # that a human being gets


def has_passed(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "24 years later", where both years stand; an age may be a year less."""
    passed = [*elapsed(evidence.joined), *covered(evidence.joined), *between_times(evidence.joined)]
    if figure.value < OLDEST and any(
        AGED.search(before) or AGED.search(behind) for before, behind in around(figure.written, claim)
    ):
        years = {each.value for each in passed if each.unit == ("months", 12)}
        return bool(years & {figure.value, figure.value + 1})
    ago = AGO.search(claim) is not None
    today = max((day.year for day in evidence.published if day), default=None)
    passed += since(evidence.joined, today) if ago else ()
    return (
        figure.unit is not None
        and figure.unit[0] in OF_TIME
        and (
            any(figure.measures_as(each) for each in passed)
            or is_rounded(figure, claim, passed)
            or is_between(figure, evidence.joined, (today or THIS_CENTURY) if ago else None)
        )
    )
