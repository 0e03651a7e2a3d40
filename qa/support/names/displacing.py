"""Names that took the place of others: of the passage, but not where they stood."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from qa.names import PLACES
from qa.support.aligning import Change, changes
from qa.support.evidence import Evidence, nearest
from qa.support.names.families import are_kindred, how_often
from qa.support.names.proper import SHORT, completes, is_name, missing, refers, stands_for, supply
from qa.words import WORD

FEW = 5  # words: a longer change is another wording, and says nothing of who stands where


def displaced_names(claim: str, evidence: Evidence) -> Iterator[str]:
    """A name of the passage in the place of another one, which the cited sentence has and the claim has not."""
    sentence = nearest(claim, evidence)
    for change in filter(_is_tight, changes(claim, sentence)):
        new, old = _new(change.claim, claim, evidence), missing(change.sentence, claim, evidence, whole=False)
        if new and old:
            yield f"the name {new[0]} stands where the cited sentence has {old[0]}"
            return
    yield from _strangers(claim, evidence)


def _is_tight(change: Change) -> bool:
    """Whether it puts a few words for a few, between words that are the same."""
    return change.between or ((change.firm or change.led) and max(len(change.claim), len(change.sentence)) <= FEW)


def _strangers(claim: str, evidence: Evidence) -> Iterator[str]:
    """A name that the cited sentences lack, where they leave nobody unnamed and have another of its kind that the claim lacks.

    A state that they name less often counts as lacking. It may stand for the person who speaks or acts for it, and for no other.
    """
    new = _new(WORD.findall(claim), claim, evidence)
    new = [word for word in new if word in PLACES or not how_often(word, evidence.joined)]
    new = [word for word in new if not _begins(word, claim, supply(evidence))]
    new = [word for word in new if word in PLACES or not are_kindred(word, f"{evidence.joined} {evidence.header}")]
    old = missing(WORD.findall(evidence.joined), claim, evidence, whole=True)
    if not any(word in PLACES for word in old):
        new = [word for word in new if word not in PLACES or not _has_person(evidence.joined, supply(evidence))]
    for one, other in product(new, old):
        if (one in PLACES) == (other in PLACES) and not any(map(refers, evidence.sentences)):
            yield f"the name {one} stands where the cited sentence has {other}"
            return


def _begins(word: str, claim: str, around: str) -> bool:
    """Whether it is a name only by a capital that any first word has: "Cars", where somebody is called Carr."""
    first = claim.startswith(word) and word not in PLACES and how_often(word, claim) == 1
    return first and not re.search(rf"\b{re.escape(word)}\b", around)


def _new(words: Iterable[str], claim: str, evidence: Evidence) -> list[str]:
    """The names among these words of a claim that stand there more often than in what it cites, and complete none that it has."""
    cited, around = evidence.joined, supply(evidence)
    words = (word for word in words if word not in WORD.findall(evidence.sources))  # who tells it is in nobody's place
    more = [word for word in words if is_name(word, around) and how_often(word, claim) > how_often(word, cited)]
    text = f"{around}\n{evidence.earlier}"
    return [word for word in more if not completes(word, claim, cited, text) and not stands_for(word, cited, text)]


def _has_person(text: str, supply: str) -> bool:
    """Whether a text names somebody who has a title somewhere."""
    titles = rf"\b(?:{SHORT}|Minister|Secretary|Presidents?|chief)\.? (?:[A-Z]\w+ )*"
    return any(re.search(rf"{titles}{word}\b", supply) for word in re.findall(r"\b[A-Z]\w+", text))
