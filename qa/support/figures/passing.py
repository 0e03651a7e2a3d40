"""Time that has passed: told of a claim, and worked out from the dates of the evidence."""

import re

from qa.figures import SPELLED, Figure, counted, figures
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
SPAN = re.compile(
    r"\b(?:t[ao]ken?|took|taking|last(?:s|ed|ing)?|runs?|ran|running|for|after|within|in|[\w]+[- ]year|over|needed|spent|during)\b",
    re.IGNORECASE,
)
AGE = re.compile(
    rf"\b(?:aged?|age of)(?: only| just)? (?P<old>\d+|{SPELLED})\b|\b(?P<aged>\d+|{SPELLED})[ -]years?[ -]old\b",
    re.IGNORECASE,
)
AGO = re.compile(r"\b(?:ago|old|back|since)\b")
OF_TIME = frozenset(("minutes", "days", "months"))
OLDEST = 130  # that a human being gets


def is_year_reckoned(year: Figure, text: str) -> bool:
    """ "Until 2030", where a ten-year pact was signed in 2020; "born in 1520", of one who was 34 in 1554."""
    if not year.is_year or not (SPAN.search(text) or AGE.search(text)):
        return False
    told = figures(text)
    spans = {int(each.value * each.unit[1]) // 12 for each in told if each.unit and each.unit[0] == "months"}
    ages = {int(counted(match["old"] or match["aged"])) for match in AGE.finditer(text)}
    apart = {abs(year.value - each.value) for each in told if each.is_year} - {0}
    return (
        bool(apart & (spans | ages)) or any(age - 1 in apart for age in ages) or any(age + 1 in apart for age in ages)
    )


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
