"""Which way a comparison goes: rose or fell, more or less, before or after."""

import re
from collections.abc import Iterator
from fractions import Fraction

from qa.figures import figures
from qa.support.aligning import changes
from qa.support.denials import denies
from qa.support.evidence import Evidence, content_roots, nearest, root, roots

_PAIRS = """
rise raise grow growth increase gain climb surge up|fall decline decrease drop shrink reduce reduction lose loss down cut lower
more|less fewer
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
early earlier|late later
first|last
old older|young younger new newer
oldest|youngest newest
above over exceed|below under
better improve|worse worsen deteriorate
best|worst
majority|minority
maximum|minimum
upper|lower
wide wider widen|narrow narrower
expand expansion|contract shrink
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
BOUND = re.compile(
    r"\b(?:(?P<upper>(?:no|not) (?:more|later|longer|higher) than|at most|(?:less|fewer|lower) than|below|under"
    r"|up to|a maximum of|capped at)"
    r"|(?:(?:no|not) (?:less|fewer|lower) than|at least|(?:more|higher|greater) than|above|over|a minimum of"
    r"|exceeds?|exceeding)) (?=[$€£]?\w)",
    re.IGNORECASE,
)
ORDER = re.compile(r"\b(before|after)\b", re.IGNORECASE)


def turned_comparisons(claim: str, evidence: Evidence) -> Iterator[str]:
    """A word of comparison whose opposite is what stands in the cited sentences."""
    sentence = nearest(claim, evidence)
    found = next(
        (
            check
            for check in (_opposite(claim, evidence), _replaced(claim, sentence), _turned_bound(claim, evidence))
            if check
        ),
        None,
    )
    if found:
        yield f"it says {found[0]} where the cited sentence says {found[1]}"
    yield from _turned_round(claim, sentence)


def _opposite(claim: str, evidence: Evidence) -> tuple[str, str] | None:
    """A word of one side in the claim and none of the other, and in the sentences just the reverse."""
    said, held = set(roots(claim)), set(roots(evidence.joined))
    if denies(claim) != denies(evidence.joined):  # "not high" is "low"; there the denial is what is checked
        return None
    for ours, theirs in PAIRS:
        if said & ours and held & theirs and not said & theirs and not held & ours:
            return "/".join(sorted(said & ours)), "/".join(sorted(held & theirs))
    return None


def _replaced(claim: str, sentence: str) -> tuple[str, str] | None:
    """A word in the very place of its opposite."""
    for change in changes(claim, sentence):
        if change.firm and len(change.claim) == len(change.sentence) == 1:
            put, taken = root(change.claim[0].casefold()), root(change.sentence[0].casefold())
            if any(put in ours and taken in theirs for ours, theirs in PAIRS):
                return change.claim[0], change.sentence[0]
    return None


def _turned_bound(claim: str, evidence: Evidence) -> tuple[str, str] | None:
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
            yield figure.value, match["upper"] is not None, match[0].strip()


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
    main, other = content_roots(before), content_roots(behind)
    return (main - other, other - main) if word == "before" else (other - main, main - other)
