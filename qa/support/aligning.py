"""A claim laid beside the sentence it is nearest to: what was replaced, put in or left out between words that are the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from qa.support.evidence import root
from qa.words import WORD


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the claim that stand where the sentence has others; either side may be empty.

    ``firm``: the same word stands before or behind on both sides; at a text's end, nothing does on either. ``between``: one word
    for another, with the same word on either side. ``led``: two words in a row before it are the same.
    """

    claim: tuple[str, ...]
    sentence: tuple[str, ...]
    firm: bool
    between: bool
    led: bool


def changes(claim: str, sentence: str) -> Iterator[Change]:
    """Every place where the two differ, in order, with the words as written."""
    ours, theirs = _words(claim), _words(sentence)
    matcher = SequenceMatcher(
        None, [root(w.casefold()) for w in ours], [root(w.casefold()) for w in theirs], autojunk=False
    )
    blocks = matcher.get_opcodes()
    for place, (tag, a, b, c, d) in enumerate(blocks):
        if tag != "equal":
            between = b - a == d - c == 1 and 0 < place < len(blocks) - 1
            led = place > 0 and blocks[place - 1][2] - blocks[place - 1][1] >= 2
            yield Change(tuple(ours[a:b]), tuple(theirs[c:d]), _is_firm(blocks, place), between, led)


def copied(claim: str, sentence: str) -> float:
    """The share of a claim's words that stand in the sentence in the same order."""
    ours, theirs = ([root(word.casefold()) for word in _words(text)] for text in (claim, sentence))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(ours) if ours else 1.0


def _is_firm(blocks: Sequence[tuple[str, int, int, int, int]], place: int) -> bool:
    """Whether two words in a row are the same on one side of a change, or one on both."""
    before = blocks[place - 1][2] - blocks[place - 1][1] if place else 1
    after = blocks[place + 1][2] - blocks[place + 1][1] if place + 1 < len(blocks) else 1
    return before >= 1 and after >= 1 and before + after >= 3


def _words(text: str) -> list[str]:
    words = (re.sub(r"['’]s$", "", word) for word in WORD.findall(text))
    return [part for word in words for part in word.split("-") if part]
