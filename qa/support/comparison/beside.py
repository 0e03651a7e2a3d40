"""Opposites right beside the same word: "lower temperatures" for "increased temperatures", whatever else a claim says."""

import re
from collections.abc import Iterator

from qa.support.comparison.idioms import settled
from qa.support.comparison.sides import DEGREES, MOVES, denied
from qa.support.denial.denying import denies_beside
from qa.support.evidence import content_roots, meaning, roots

NEXT = 3  # words from a word of comparison to what it is said of
CLAUSE = re.compile(r"[,;:()]| (?:and|but|or|while|whereas|as|when|after|before|though|although|because|since|than) ")


def opposed_beside(claim: str, text: str) -> tuple[str, str] | None:
    """Two opposites of which each stands beside the same word, and in the text neither does on the other side."""
    ours, theirs = settled(claim), settled(text)
    tokens, others = _clauses(ours), _clauses(theirs)
    said, held = {token for clause in tokens for token in clause}, {token for clause in others for token in clause}
    for one, other in (*MOVES, *DEGREES):
        if said & other or not (said & one and held & other):
            continue
        moving = (one, other) in MOVES
        shared = {*_beside(one, tokens, moving)} & {*_beside(other, others, moving)} - {*_beside(one, others, moving)}
        unsaid = denied(ours) | denied(theirs)
        if shared and not unsaid & (one | other) and denies_beside(one, ours) == denies_beside(other, theirs):
            return "/".join(sorted(said & one)), "/".join(sorted(held & other))
    return None


def _clauses(text: str) -> list[list[str]]:
    """The roots of each clause, with nothing for a word that does not tell what it is about."""
    content = content_roots(text) | {word for pair in DEGREES for side in pair for word in side}
    return [[token if token in content else "" for token in roots(clause)] for clause in CLAUSE.split(text)]


def _beside(words: frozenset[str], clauses: list[list[str]], moving: bool) -> Iterator[str]:
    """The meanings of the words right behind any of these, and right before it where it is a movement."""
    for clause in clauses:
        for place, token in enumerate(clause):
            if token in words:
                near = clause[place + 1 : place + 1 + NEXT] + (clause[max(0, place - NEXT) : place] if moving else [])
                yield from (meaning(each) for each in near if each and each not in words)
