"""Denials of something else: of the rest of a share, and of what would have been."""

import re
from fractions import Fraction

from qa.figures import figures
from qa.support.figures.shares import shares

_WOULD = r"\b(?:would|could|might) (?:\w+ )?have\b"
WOULD = re.compile(_WOULD, re.IGNORECASE)
UNREAL = re.compile(
    rf"\b(?:had|if|without|but for|were)\b.*{_WOULD}|{_WOULD}.*\b(?:had|if|without|but for)\b", re.IGNORECASE
)


def is_other_part(claim: str, text: str) -> bool:
    """Whether the claim tells of what is left of a share: "a fifth passed" for "four fifths did not"."""
    ours, theirs = _shares(claim), _shares(text)
    return any(one + other == 1 for one in ours for other in theirs) and not ours & theirs


def is_unreal(claim: str, text: str) -> bool:
    """Whether one of both tells what would have been, and the other what was."""
    one, other = (UNREAL.search(claim) is None), (UNREAL.search(text) is None)
    return one != other and not (WOULD.search(claim) and WOULD.search(text))


def _shares(text: str) -> set[Fraction]:
    percents = {figure.value / 100 for figure in figures(text) if figure.percent}
    return percents | {share.value for share in shares(text)}
