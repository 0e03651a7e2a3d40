"""Which way a comparison goes: rose or fell, more or less, before or after."""

import re
from collections.abc import Iterator
from itertools import pairwise

from qa.support.aligning import changes
from qa.support.bounds import turned_bound
from qa.support.denying import denies
from qa.support.evidence import Evidence, content_roots, meaning, nearest, root, roots
from qa.words import WORD

_PAIRS = """
rise raise grow growth increase gain climb surge up expand expansion|fall decline decrease drop shrink reduce reduction lose loss down cut
more|less fewer
rise raise grow growth increase gain expand higher more|fall decline decrease drop shrink reduce lower less fewer
most|least fewest
high higher|low lower
highest|lowest
large larger big bigger great greater|small smaller
largest biggest greatest|smallest
long longer|short shorter
longest|shortest
fast faster quick quicker|slow slower
fastest quickest|slowest
strong stronger strengthen|weak weaker weaken
strongest|weakest
early earlier previous predecessor beforehand|late later afterwards afterward subsequent successor
first|last
old older|young younger new newer
oldest|youngest newest
above over exceed|below under
better improve|worse worsen deteriorate
best|worst
most highest largest biggest greatest fastest quickest strongest|least fewest lowest smallest slowest weakest
likely probable probably|unlikely improbable
majority|minority
maximum|minimum
upper|lower
wide wider widen|narrow narrower
warm warmer hot hotter|cold colder cool cooler
rich richer|poor poorer
near nearer close closer|far farther further
win|lose
buy|sell
import|export
support|oppose
accept approve|reject
allow permit|forbid prohibit
include|exclude
begin start|end stop
join|leave
agree accept|refuse decline
confirm|deny dismiss reject
northern|southern
eastern|western
north|south
east|west
heavy heavier|light lighter
deep deeper|shallow shallower
advantage|disadvantage
success|failure
ahead|behind
"""
SIDES = [tuple(frozenset(map(root, side.split())) for side in pair.split("|")) for pair in _PAIRS.strip().split("\n")]
PAIRS = [pair for one, other in SIDES for pair in ((one, other), (other, one))]
ADJECTIVES = frozenset(
    map(
        root,
        "high low large big great small long short strong weak early late old young new wide narrow heavy light deep upper".split(),
    )
)
ODDS = re.compile(r"\b(more|less) (|un)likely than (?:not|(?:un)?likely)\b")
PARTICLE = re.compile(r"\b(?:up|down)\b(?! (?:by |from |to )?[$€£]?\d)")
COMPARATIVE = re.compile(r"\b(more|less|\w{2,}er) (?:\w+ )?than\b", re.IGNORECASE)
THAN = re.compile(r"\bthan\b")
ORDER = re.compile(r"\b(before|after|once(?= (?:the|it|they|this|that|both|these)\b))\b", re.IGNORECASE)


def turned_comparisons(claim: str, evidence: Evidence) -> Iterator[str]:
    """A word of comparison whose opposite is what stands in the cited sentences."""
    sentence = nearest(claim, evidence)
    swapped = _is_swapped(claim, sentence)
    found = next(
        (
            check
            for check in (_opposite(claim, evidence), _replaced(claim, sentence), turned_bound(claim, evidence))
            if check and not swapped
        ),
        None,
    )
    if found:
        yield f"it says {found[0]} where the cited sentence says {found[1]}"
    elif swapped and _comparatives(claim) & _comparatives(sentence):
        yield "it turns round which is more and which is less"
    yield from _turned_round(claim, sentence)


def _opposite(claim: str, evidence: Evidence) -> tuple[str, str] | None:
    """A word of one side in the claim and none of the other, and in the sentences just the reverse, of the same thing."""
    ours, theirs = _settled(claim), _settled(evidence.joined)
    if denies(ours) != denies(theirs) or _is_swapped(
        ours, theirs
    ):  # "not high" is "low"; there the denial is what is checked
        return None
    said, held = set(roots(ours)), set(roots(theirs))
    for one, other in PAIRS:
        if (
            said & one
            and held & other
            and not said & other
            and not held & one
            and not _is_of_others(one, other, ours, theirs)
        ):
            return "/".join(sorted(said & one)), "/".join(sorted(held & other))
    return None


def _settled(text: str) -> str:
    """With odds in one word, and without what only looks like a direction: "less likely than not", "given up"."""
    text = ODDS.sub(lambda match: "likely" if (match[1] == "more") == (match[2] == "") else "unlikely", text)
    return PARTICLE.sub(" ", text)


def _is_swapped(claim: str, sentence: str) -> bool:
    """ "A less than B", and "B more than A"."""
    if not (THAN.search(claim) and THAN.search(sentence)):
        return False
    first, behind = map(content_roots, THAN.split(claim, maxsplit=1))
    other, after = map(content_roots, THAN.split(sentence, maxsplit=1))
    return len(behind & other - after) > len(behind & after) and bool(first & after)


def _comparatives(text: str) -> set[str]:
    return {match[1].casefold() for match in COMPARATIVE.finditer(text)}


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
    for change in changes(claim, sentence):
        if change.firm and len(change.claim) == len(change.sentence) == 1:
            put, taken = root(change.claim[0].casefold()), root(change.sentence[0].casefold())
            if any(put in ours and taken in theirs for ours, theirs in PAIRS):
                return change.claim[0], change.sentence[0]
    return None


def _turned_round(claim: str, sentence: str) -> Iterator[str]:
    """ "A after B" is "B before A", and is not "A before B"."""
    ours, theirs = _in_time(claim), _in_time(sentence)
    if ours and theirs:
        same = len(ours[0] & theirs[0]) + len(ours[1] & theirs[1])
        crossed = len(ours[0] & theirs[1]) + len(ours[1] & theirs[0])
        if crossed > same:
            yield "it turns round what came before and what came after"


def _in_time(text: str) -> tuple[set[str], set[str]] | None:
    """The content roots of what was first and of what was then, where "before" or "after" stands once."""
    found = list(ORDER.finditer(text))
    if len(found) != 1:
        return None
    word, before, behind = found[0][1].casefold(), text[: found[0].start()], text[found[0].end() :]
    if len(content_roots(before)) <= 2 and "," in behind:  # "Two days before the vote, they met"
        behind, _, before = behind.partition(",")
    if not before.strip():
        return None
    main, other = content_roots(before), content_roots(behind)
    return (main - other, other - main) if word == "before" else (other - main, main - other)
