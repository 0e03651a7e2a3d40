"""Which of several things rose and which fell, where a text tells of both."""

import re
from collections.abc import Sequence

from qa.support.comparison.idioms import settled
from qa.support.comparison.sides import MOVES, denied
from qa.support.evidence import content_roots, roots
from qa.support.kin import related

CLAUSE = re.compile(
    r"[,;:()]| (?:and|but|while|whereas|as|when|after|before|though|although|because|since|which|that|who|than|from|against) "
)

UP, DOWN = MOVES[0]
Moved = tuple[str, set[str], bool]  # the word, what is told to move, whether upwards


def crossed_trends(claim: str, sentence: str) -> tuple[str, str] | None:
    """A movement of the claim, and the opposite one that the sentence has of the same, if each that the claim tells is so turned."""
    ours, theirs = _moved(claim), _moved(sentence)
    found = [_turned(words, up, theirs) for _, words, up in ours] if theirs else []
    return (ours[0][0], found[0]) if found and all(found) else None


def _turned(ours: set[str], up: bool, theirs: Sequence[Moved]) -> str:
    """The opposite movement that is told of most of these words; empty where they belong to one the same way."""
    same = max((len(related(ours, words)) for _, words, side in theirs if side == up), default=0)
    most, word = max(((len(related(ours, words)), word) for word, words, side in theirs if side != up), default=(0, ""))
    return word if most > same else ""


def _moved(text: str) -> list[Moved]:
    """Of each clause that tells of movement one way: its word, what it is told of, and whether it goes up."""
    text = settled(text.replace("-", ""))  # a ski-jump is no jump
    unsaid, found = denied(text), list[Moved]()
    for clause in CLAUSE.split(text):
        words = [(word, word in UP) for word in roots(clause) if word in UP | DOWN]
        if len({up for _, up in words}) == 1 and not unsaid & {word for word, _ in words}:
            found.append((words[0][0], content_roots(clause) - {word for word, _ in words}, words[0][1]))
    return found
