"""Bounds of a figure: the least and the most that may be."""

import re
from collections.abc import Iterator
from fractions import Fraction

from qa.figures import figures
from qa.support.evidence import Evidence

BOUND = re.compile(
    r"\b(?:(?P<denied>no|not|never|cannot|may not|must not|does not|do not|did not|without|\w+n't) (?:\w+ ){0,2}?(?:by )?)?"
    r"(?:(?P<upper>(?:less|fewer|lower|smaller|shorter|earlier|sooner) than|below|under)"
    r"|(?P<lower>(?:more|later|longer|higher|larger|greater) than|above|over|exceed(?:s|ed|ing)?)"
    r"|(?P<most>at (?:the )?most|up to|a maximum of|capped at|limited to|a ceiling of|a cap of)"
    r"|at (?:the )?least|a minimum of) (?=(?:(?:about|around|some|roughly|the|an?|a total of|an estimated) ){0,2}[$€£]?(?P<figure>\w+))",
    re.IGNORECASE,
)
LATER = re.compile(r"\b(?:later|earlier|sooner)\b", re.IGNORECASE)
AGO = re.compile(r"^\W*(?:[\w.,]+ ){1,3}ago\b")
HALF = re.compile(r"\bhalf\b(?! an? )")
SHARE = re.compile(r"\bhalf\b|\b50(?:%| per ?cent\b)")
BEHIND = re.compile(
    r" or (?:(?P<upper>less|fewer|under|sooner|shorter)|(?:more|over|above|longer|later))\b", re.IGNORECASE
)


def turned_bound(claim: str, evidence: Evidence) -> tuple[str, str] | None:
    """ "At least five" for "no more than five"."""
    if SHARE.search(evidence.joined):
        claim = HALF.sub("50%", claim)
    held = [bound for sentence in evidence.sentences for bound in _bounds(HALF.sub("50%", sentence))]
    for value, upper, words in _bounds(claim):
        others = [(other, theirs) for same, other, theirs in held if same == value]
        if others and all(other != upper for other, _ in others):
            return words, others[0][1]
    return None


def _bounds(text: str) -> Iterator[tuple[Fraction, bool, str]]:
    """Each figure with a bound: its value, whether it is the most that may be, and the words."""
    for match in BOUND.finditer(text):
        figure = next(iter(figures(text[match.start("figure") :][:30])), None)
        if figure is not None and figure.written.startswith(match["figure"]):
            yield figure.value, _is_upper(match), match[0].strip()
    for match in BEHIND.finditer(text):
        for figure in figures(text[: match.start()])[-1:]:
            yield figure.value, match["upper"] is not None, match[0].strip()


def _is_upper(match: re.Match[str]) -> bool:
    """ "No more than" is the most, and so is "no earlier than" of what is told as so long ago."""
    if not (match["upper"] or match["lower"]):
        return match["most"] is not None
    ago = LATER.search(match[0]) and AGO.match(match.string[match.end() :])
    return (match["upper"] is not None) ^ (match["denied"] is not None) ^ bool(ago)
