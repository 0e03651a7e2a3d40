"""Which way a comparison goes: rose or fell, more or less, before or after."""

import re
from collections.abc import Iterator

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
accept|reject
allow permit|forbid prohibit
include|exclude
begin start|end stop
join|leave
majority|minority
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
ORDER = re.compile(r"\b(before|after)\b", re.IGNORECASE)


def turned_comparisons(claim: str, evidence: Evidence) -> Iterator[str]:
    """A word of comparison whose opposite is what stands in the cited sentences."""
    if denies(claim) == denies(evidence.joined):  # "no fewer" is "more"; there the denial is what is checked
        yield from _opposites(claim, evidence)
    yield from _turned_round(claim, nearest(claim, evidence))


def _opposites(claim: str, evidence: Evidence) -> Iterator[str]:
    said, held = set(roots(claim)), set(roots(evidence.joined))
    pairs = [pair for one, other in SIDES for pair in ((one, other), (other, one))]
    for ours, theirs in pairs:
        if said & ours and held & theirs and not said & theirs and not held & ours:
            yield _problem(said & ours, held & theirs)
            return
    for change in changes(claim, nearest(claim, evidence)):
        put, taken = set(map(root, _folded(change.claim))), set(map(root, _folded(change.sentence)))
        for ours, theirs in pairs:
            if change.firm and len(put) == len(taken) == 1 and put & ours and taken & theirs:
                yield _problem(put, taken)
                return


def _problem(ours: set[str], theirs: set[str]) -> str:
    return f"it says {'/'.join(sorted(ours))} where the cited sentence says {'/'.join(sorted(theirs))}"


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


def _folded(words: tuple[str, ...]) -> list[str]:
    return [word.casefold() for word in words]
