"""Bounds of a figure: the least and the most that may be."""

import re
from collections.abc import Iterator
from fractions import Fraction

from qa.figures import figures
from qa.support.evidence import Evidence

BOUND = re.compile(
    r"\b(?:(?P<upper>(?:no|not|(?:cannot|may not|must not) (?:\w+ ){0,2}by) (?:more|later|longer|higher) than|at most"
    r"|(?:less|fewer|lower) than|below|under"
    r"|up to|a maximum of|capped at|limited to|a ceiling of|a cap of)"
    r"|(?:(?:no|not) (?:less|fewer|lower) than|at least|(?:more|higher|greater) than|above|over|a minimum of"
    r"|exceeds?|exceeding)) (?=[$€£]?\w)",
    re.IGNORECASE,
)
AGO = re.compile(r"[\w.,]+ (?:\w+ )?ago\b")  # "no later than ten years ago" is at least ten years back
BEHIND = re.compile(
    r" or (?:(?P<upper>less|fewer|under|sooner|shorter)|(?:more|over|above|longer|later))\b", re.IGNORECASE
)


def turned_bound(claim: str, evidence: Evidence) -> tuple[str, str] | None:
    """ "At least five" for "no more than five"."""
    held = [bound for sentence in evidence.sentences for bound in _bounds(sentence)]
    for value, upper, words in _bounds(claim):
        others = [(other, theirs) for same, other, theirs in held if same == value]
        if others and all(other != upper for other, _ in others):
            return words, others[0][1]
    return None


def _bounds(text: str) -> Iterator[tuple[Fraction, bool, str]]:
    """Each figure with a bound: its value, whether it is the most that may be, and the words."""
    for match in BOUND.finditer(text):
        figure = next(iter(figures(text[match.end() :].lstrip("$€£ ")[:30])), None)
        if figure is not None:
            ago = "later" in match[0] and AGO.match(text[match.end() :])
            yield figure.value, match["upper"] is not None and not ago, match[0].strip()
    for match in BEHIND.finditer(text):
        for figure in figures(text[: match.start()])[-1:]:
            yield figure.value, match["upper"] is not None, match[0].strip()
