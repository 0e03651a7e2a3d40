"""Directions that a figure has: by how much something rose or fell, how long before or after something else."""

import re
from collections.abc import Iterator
from fractions import Fraction

from qa.figures import SPELLED, counted, figures
from qa.support.comparison.thans import compared, is_swapped
from qa.support.evidence import Evidence, content_roots, nearest

_UP = r"rise|rises|rose|risen|increase[sd]?|increasing|grow|grows|grew|growth|gain(?:s|ed)?|climb(?:s|ed)?|up"
_DOWN = r"fall|falls|fell|fallen|decrease[sd]?|decreasing|decline[sd]?|drop(?:s|ped)?|shrank|shrinks?|reduction|reduced|down"
MOVED = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: of| by)?(?: about| around| roughly| some)? [$€£]?$", re.IGNORECASE
)
BESIDE = re.compile(
    rf"^(?: [a-z]+)??(?: (?:a|an|in))?? (?:(?P<up>more|higher|larger|greater|above|over|{_UP})"
    rf"|(?P<down>less|fewer|lower|smaller|below|under|{_DOWN}))\b",
    re.IGNORECASE,
)
APART = re.compile(
    rf"\b(?P<count>an?|the|\d+|{SPELLED}|one) (?P<unit>day|week|month|year)s?"
    rf" (?:(?P<back>earlier|before|previously)|later|after(?:wards?)?)\b"
    r"(?P<object>(?:[^,.;]|\.(?= ?[\da-z]))*)",
    re.IGNORECASE,
)


def turned_steps(claim: str, evidence: Evidence) -> Iterator[str]:
    """A rise told as a fall by the same figure, and "a day later" for "a day earlier"."""
    held = dict(_moves(evidence.joined))
    for value, (up, words) in _moves(claim):
        if value in held and held[value][0] != up and not is_swapped(claim, compared(claim, evidence), evidence.joined):
            yield f"it says {words} where the cited sentence says {held[value][1]}"
    sentence = nearest(claim, evidence)
    known = {(count, unit): (back, words) for count, unit, back, words, _ in _apart(sentence)}
    for count, unit, back, words, whence in _apart(claim):
        there = known.get((count, unit))
        if there and there[0] != back and not content_roots(whence) & content_roots(sentence):
            yield f"it says {words} where the cited sentence says {there[1]}"


def _moves(text: str) -> Iterator[tuple[Fraction, tuple[bool, str]]]:
    """Each figure with what it rises or falls, or is more or less, by: whether upwards, and the word."""
    for figure in figures(text):
        start = text.find(figure.written)
        match = MOVED.search(text[:start]) or BESIDE.search(text[start + len(figure.written) :])
        if match:
            yield figure.value, (match["up"] is not None, match["up"] or match["down"])


def _apart(text: str) -> Iterator[tuple[int, str, bool, str, str]]:
    """Each span of time between two things: how many of which unit, whether backwards, the words, and from what on."""
    for match in APART.finditer(text):
        yield (
            counted(match["count"]),
            match["unit"].casefold(),
            match["back"] is not None,
            match[0].removesuffix(match["object"]),
            match["object"],
        )
