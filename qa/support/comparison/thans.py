"""Two things and a "than" between them: "A is less than B" is "B is more than A"."""

import re

from qa.figures import SPELLED
from qa.support.comparison.idioms import settled
from qa.support.evidence import Evidence, content_roots, cover, nearest, roots
from qa.support.kin import related

COMPARATIVE = re.compile(r"\b(more|less|\w{2,}er) (?:\w+ ){0,4}?than\b", re.IGNORECASE)
THAN = re.compile(r"\bthan\b")
OF_TWO = re.compile(rf"\bthan (?!(?:about |some |around |an? )?(?:[$€£]?\d|(?:half|{SPELLED})\b))")  # not "than five"
COPY = re.compile(r"(?:\w+ ){3}than \w+ \w+")  # which stands in both the same way round
BY = re.compile(r"(?P<figure>[$€£]?\d[\w.,]*%?)(?: \w+)? (?:more|less|\w+er) than\b")
CLAUSE = re.compile(r"[,;:]| and (?=[^,;:]*\b(?:than|above|below|over|under)\b)")
MORE, LESS = frozenset("more higher larger greater bigger".split()), frozenset("less fewer lower smaller".split())
NEARLY_ALL = 0.7  # share of a claim's words in the sentence from which it is taken for a near copy


def compared(claim: str, evidence: Evidence) -> str:
    """The cited sentence that holds most of the claim, of those that compare where the claim does."""
    comparing = tuple(sentence for sentence in evidence.sentences if THAN.search(sentence))
    return nearest(claim, Evidence(comparing if comparing and THAN.search(claim) else evidence.sentences))


def is_swapped(claim: str, sentence: str, around: str = "") -> bool:
    """ "A less than B", and "B more than A", where one of the two may be "it" or "the yard", told ``around``."""
    if not (THAN.search(claim) and THAN.search(sentence)) or differ_in_figure(claim, sentence):
        return False
    if any(match[0].casefold() in sentence.casefold() for match in COPY.finditer(claim)):
        return False
    first, behind = map(content_roots, _ends(claim))
    other, after = map(content_roots, _ends(sentence))
    other |= content_roots(around) - after
    there, back = len(behind & other - after), len(first & after - other)
    return bool(there or back > 1) and bool(first & after) and there + back > len(behind & after - other)


def is_compared_otherwise(claim: str, sentence: str) -> bool:
    """Whether both have a "than", and what stands behind it in the claim is nothing that stands only there in the sentence."""
    if not (THAN.search(claim) and THAN.search(sentence)) or cover(claim, sentence) >= NEARLY_ALL:
        return False
    behind, (other, after) = content_roots(_ends(claim)[1]), map(content_roots, _ends(sentence))
    return bool(behind and after) and not related(behind, after) - related(behind, other)


def is_from_the_other_end(claim: str, sentence: str) -> bool:
    """Whether it begins with what stands behind the sentence's "than", and has none itself.

    "The tram is slower", where the ferry is faster than the tram.
    """
    if THAN.search(claim) or not OF_TWO.search(sentence):
        return False
    other, after = map(content_roots, _ends(sentence))
    first = next((root for root in roots(claim) if root in other ^ after), "")
    return first in after


def comparatives(text: str) -> set[str]:
    """The words that stand before "than"; one for all of more, and one for all of less."""
    found = (match[1].casefold() for match in COMPARATIVE.finditer(settled(text)))
    return {"more" if word in MORE else "less" if word in LESS else word for word in found}


def _ends(text: str) -> list[str]:
    """What stands before "than", and what stands behind it in its clause."""
    before, behind = THAN.split(text, maxsplit=1)
    return [before, CLAUSE.split(behind)[0]]


def differ_in_figure(claim: str, sentence: str) -> bool:
    """Whether each says by how much and neither says what the other does: "70% more than" and "£1bn more than"."""
    ours, theirs = ({match["figure"] for match in BY.finditer(text)} for text in (claim, sentence))
    return bool(ours and theirs) and not ours & theirs
