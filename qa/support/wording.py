"""Meaning, by words: how much of a claim its evidence holds."""

from collections.abc import Iterator

from qa.support.evidence import Evidence, content_meanings, meanings
from qa.support.naming import names

COVER = 0.5  # share of a claim's content words that its evidence must hold
SPARE = 1  # a claim may lack so many of them whatever the share


def thin_cover(claim: str, evidence: Evidence) -> Iterator[str]:
    """A claim of which the cited sentences hold too few words. A name that the passage supplies counts neither way."""
    held = meanings(" ".join([*evidence.sentences, evidence.header]))
    if "|" in evidence.joined:  # the words of a table's row stand at the head of its columns
        held |= meanings(evidence.passage)
    supplied = meanings(" ".join(names(claim, evidence.passage))) & meanings(evidence.passage)
    wanted = content_meanings(claim) - (supplied - held)
    missing = len(wanted - held)
    if missing > SPARE and missing > (1 - COVER) * len(wanted):
        yield "the cited sentences hold few of its words"
