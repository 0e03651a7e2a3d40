"""Comparisons told by the opposite: "less slowly" is faster, and the least explicit is not the clearest."""

import re
from collections.abc import Iterator

from qa.support.evidence import root
from qa.support.kin import related

_OPPOSITES = (
    "fast/slower quick/slower rapid/slower slow/faster strong/weaker weak/stronger high/lower low/higher large/smaller big/smaller"
    " great/smaller small/larger long/shorter short/longer wide/narrower broad/narrower narrow/wider warm/colder hot/cooler cold/warmer"
    " rich/poorer poor/richer heavy/lighter light/heavier deep/shallower shallow/deeper old/younger young/older good/worse well/worse"
)
_LESS = dict(pair.split("/") for pair in _OPPOSITES.split())
_MORE = {base: f"{base.removesuffix('e')}er" for base in _LESS if base not in ("big", "hot", "good", "well", "rapid")}
_DEGREE = re.compile(rf"\b(?:(?P<more>more)|less) (?P<base>{'|'.join(_LESS)})(?:ly)?\b", re.IGNORECASE)
LEAST = re.compile(r"\bleast (\w+)")
MOST = re.compile(r"\bmost (\w+)|\b(\w{3,})est\b")
NO_DEGREE = frozenset(
    "inter for requ cont prot prof inv sugg arr conqu harv mod hon dig manif mid at cr div ing earn temp budap".split()
)


def in_one_word(text: str) -> str:
    """ "Less slowly" as "faster", and "more quickly" as "quicker"."""
    return _DEGREE.sub(_told, text)


def turned_degrees(claim: str, sentence: str) -> Iterator[tuple[str, str]]:
    """The least where the sentence has the most of the same, and the most where it has the least."""
    for ours, theirs in ((LEAST, MOST), (MOST, LEAST)):
        if theirs.search(claim) or ours.search(sentence):
            continue
        for put, taken in ((a, b) for a in ours.finditer(claim) for b in theirs.finditer(sentence)):
            said, held = _quality(put), _quality(taken)
            if said and held and related({said}, {held}):
                yield put[0], taken[0]


def _told(match: re.Match[str]) -> str:
    base = match["base"].casefold()
    return _MORE.get(base, match[0]) if match["more"] else _LESS[base]


def _quality(match: re.Match[str]) -> str:
    """The root of what there is the least or the most of."""
    word = next(filter(None, match.groups())).casefold()
    if word in NO_DEGREE:
        return ""
    return root(re.sub(r"(?<=[bcdfghjklmnpqrtvwxz])i$", "y", re.sub(r"(ly|liest)$", "", word)))
