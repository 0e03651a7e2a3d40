"""Which way a comparison goes: rose or fell, more or less, before or after."""

from collections.abc import Iterator
from itertools import pairwise

from qa.support.aligning import changes
from qa.support.comparison.beside import opposed_beside
from qa.support.comparison.degrees import turned_degrees
from qa.support.comparison.idioms import settled
from qa.support.comparison.orders import turned_round
from qa.support.comparison.relations import turned_relation
from qa.support.comparison.sides import CONVERSE, PAIRS, denied
from qa.support.comparison.thans import (
    NEARLY_ALL,
    THAN,
    comparatives,
    compared,
    is_compared_otherwise,
    is_from_the_other_end,
    is_swapped,
)
from qa.support.comparison.trends import crossed_trends
from qa.support.denial.denying import denies_beside
from qa.support.evidence import Evidence, content_roots, cover, meaning, nearest, root, roots
from qa.support.figures.bounds import turned_bound
from qa.support.kin import related
from qa.words import WORD

ADJECTIVES = frozenset(
    map(
        root,
        "high low large big great small long short strong weak early late old young new wide narrow heavy light deep upper".split(),
    )
)
COMPARED = frozenset().union(*(one for one, _ in PAIRS))
NEAR = 7  # words on either side of a word of comparison that tell what is compared


def turned_comparisons(claim: str, evidence: Evidence) -> Iterator[str]:
    """A word of comparison whose opposite is what stands in the cited sentences."""
    sentence, other = nearest(claim, evidence), compared(claim, evidence)
    turned, swapped = turned_relation(claim, other), is_swapped(claim, other, evidence.joined)
    if turned is False:
        return
    found = None if swapped else next(filter(None, _opposites(claim, sentence, other, evidence)), None)
    if found:
        yield f"it says {found[0]} where the cited sentence says {found[1]}"
    elif turned or (swapped and comparatives(claim) & comparatives(other)):
        yield "it turns round which is more and which is less"
    yield from turned_round(claim, sentence)


def _opposites(claim: str, sentence: str, other: str, evidence: Evidence) -> Iterator[tuple[str, str] | None]:
    """What each check finds: a word of the claim, and its opposite in the evidence; ``other`` compares where the claim does."""
    if not is_from_the_other_end(claim, other):
        yield _replaced(claim, sentence)
        yield _opposite(claim, evidence)
        if bool(THAN.search(claim)) == bool(THAN.search(other)) and not is_compared_otherwise(claim, other):
            yield opposed_beside(claim, evidence.joined)
    yield turned_bound(claim, evidence)
    yield from turned_degrees(claim, sentence)
    yield crossed_trends(claim, sentence)


def _opposite(claim: str, evidence: Evidence) -> tuple[str, str] | None:
    """A word of one side in the claim and none of the other, and in the sentences just the reverse, of the same thing."""
    ours, theirs = settled(claim), settled(evidence.joined)
    said, held = set(roots(ours)), set(roots(theirs))
    unsaid = denied(ours) | denied(theirs)
    for one, other in PAIRS:
        if (
            said & one
            and held & other
            and not said & other
            and not held & one
            and not unsaid & (one | other)
            and denies_beside(one, ours) == denies_beside(other, theirs)  # "not high" is "low"
            and _is_of_the_same(one, other, ours, theirs)
        ):
            return "/".join(sorted(said & one)), "/".join(sorted(held & other))
    return None


def _is_of_the_same(one: frozenset[str], other: frozenset[str], claim: str, sentence: str) -> bool:
    """Whether both words stand near to the same, and are not said of things that differ: "old racks" and "the new shelter"."""
    if _is_of_others(one, other, claim, sentence) or is_compared_otherwise(claim, sentence):
        return False
    ours, theirs = _around(one, claim), _around(other, sentence)
    if one & set(roots(claim)) & CONVERSE and len(ours[0] & theirs[1]) + len(ours[1] & theirs[0]) > len(
        ours[0] & theirs[0]
    ) + len(ours[1] & theirs[1]):
        return False
    close = related(ours[0] | ours[1], theirs[0] | theirs[1])
    return bool(close) or cover(claim, sentence) >= NEARLY_ALL


def _around(words: frozenset[str], text: str) -> tuple[set[str], set[str]]:
    """The content words before and behind any of these words, as far as they are near."""
    tokens, content = roots(text), content_roots(text) - words
    places = [place for place, token in enumerate(tokens) if token in words]
    before = {t for place in places for t in tokens[max(0, place - NEAR) : place] if t in content}
    behind = {t for place in places for t in tokens[place + 1 : place + 1 + NEAR] if t in content}
    return before, behind


def _is_of_others(one: frozenset[str], other: frozenset[str], claim: str, sentence: str) -> bool:
    """Whether both words are said of things that differ: "old racks" and "the new shelter"."""
    ours, theirs = _described(one, claim), _described(other, sentence)
    return bool(ours and theirs) and not ours & theirs


def _described(words: frozenset[str], text: str) -> set[str]:
    """What follows one of these words, where it is an adjective before a noun."""
    tokens = WORD.findall(text)
    pairs = [(root(word.casefold()), root(after.casefold())) for word, after in pairwise(tokens)]
    content = content_roots(text)
    return {meaning(after) for word, after in pairs if word in words & ADJECTIVES and after in content}


def _replaced(claim: str, sentence: str) -> tuple[str, str] | None:
    """A word in the very place of its opposite."""
    if not (COMPARED.intersection(roots(claim)) and COMPARED.intersection(roots(sentence))):
        return None
    for change in changes(claim, sentence):
        if change.firm and len(change.claim) == len(change.sentence) == 1:
            put, taken = root(change.claim[0].casefold()), root(change.sentence[0].casefold())
            alike = denies_beside(frozenset({put}), claim) == denies_beside(frozenset({taken}), sentence)
            if alike and any(put in ours and taken in theirs for ours, theirs in PAIRS):
                return change.claim[0], change.sentence[0]
    return None
