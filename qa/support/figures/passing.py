"""Time that has passed: told of a claim, and worked out from the dates of the evidence."""

import re

from qa.figures import Figure
from qa.support.evidence import Evidence
from qa.support.figures.beside import around
from qa.support.figures.elapsed import covered, elapsed, since
from qa.support.figures.rounding import is_rounded

AGED = re.compile(
    r"\b(?:aged?|age of|at|lived to(?: be)?|turned|turning)(?: (?:about|around|nearly|almost|just|only))? $|^[ -]years?[ -]old\b"
)
AGO = re.compile(r"\b(?:ago|old|back|since)\b")
OLDEST = 130  # that a human being gets


def has_passed(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "24 years later", where both years stand; an age may be a year less."""
    passed = [*elapsed(evidence.joined), *covered(evidence.joined)]
    if figure.value < OLDEST and any(
        AGED.search(before) or AGED.search(behind) for before, behind in around(figure.written, claim)
    ):
        years = {each.value for each in passed if each.unit == ("months", 12)}
        return bool(years & {figure.value, figure.value + 1})
    if AGO.search(claim):
        passed += since(evidence.joined, max((day.year for day in evidence.published if day), default=None))
    kind = figure.unit[0] if figure.unit else ""
    return kind in {"days", "months"} and (
        any(figure.measures_as(each) for each in passed) or is_rounded(figure, claim, passed)
    )
