"""Time that has passed: told of a claim, and worked out from the dates of the evidence."""

import re

from qa.figures import Figure
from qa.support.beside import around
from qa.support.elapsed import elapsed, since
from qa.support.evidence import Evidence
from qa.support.rounding import is_rounded

AGED = re.compile(r"\b(?:aged?|age of|at) $|^[ -]years?[ -]old\b")
AGO = re.compile(r"\b(?:ago|old|back|since)\b")
THIS_CENTURY = 2000  # from which one counts back, where the document tells no day


def has_passed(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "24 years later", where both years stand; an age may be a year less."""
    passed = list(elapsed(evidence.joined))
    if any(AGED.search(before) or AGED.search(behind) for before, behind in around(figure.written, claim)):
        years = {each.value for each in passed if each.unit == ("months", 12)}
        return bool(years & {figure.value, figure.value + 1})
    if AGO.search(claim):
        today = max((day.year for day in evidence.published if day), default=THIS_CENTURY)
        passed += since(evidence.joined, today)
    kind = figure.unit[0] if figure.unit else ""
    return kind in {"days", "months"} and (
        any(figure.measures_as(each) for each in passed) or is_rounded(figure, claim, passed)
    )
