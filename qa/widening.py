"""Small to big: a short passage is found by what it says, and shown with what stands around it.

A section of a few lines often leaves its subject to the sections beside it ("What is left open"), and a question names the subject.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.types import Hit, Passage

ROOM = 1_000  # characters: a passage of the usual size stays alone

Beside = Callable[[Passage, int], Passage | None]
"""The passage so many places after one in its document, before it where negative; None where the document ends."""


def widened(hits: Sequence[Hit], k: int, beside: Beside) -> list[Hit]:
    """The first k hits, each with its neighbours while all together are short. A passage is shown once: one that stands beside
    a better hit goes with it, and brings its scores.
    """
    found = {hit.passage.id: hit for hit in hits}
    taken: set[str] = set()
    wide: list[Hit] = []
    for hit in hits:
        if len(wide) == k:
            break
        if hit.passage.id not in taken:
            wide.append(_wide(hit, taken, found, beside))
            taken.update(passage.id for passage in wide[-1].passages)
    return wide


def _wide(hit: Hit, taken: set[str], found: dict[str, Hit], beside: Beside) -> Hit:
    before, after = list[Passage](), list[Passage]()
    room = ROOM - len(hit.passage.text)
    while room > 0:
        ends = (beside(after[-1] if after else hit.passage, 1), beside(before[0] if before else hit.passage, -1))
        fitting = [each for each in ends if each and each.id not in taken and len(each.text) <= room]
        if not fitting:
            break
        # Of two that fit, what goes on under the same heading; else what follows.
        nearest = max(fitting, key=lambda each: each.heading == hit.passage.heading)
        room -= len(nearest.text)
        if nearest.number > hit.passage.number:
            after.append(nearest)
        else:
            before.insert(0, nearest)
    wide = replace(hit, before=tuple(before), after=tuple(after))
    return replace(wide, sentence_scores=tuple(score for each in wide.passages for score in _scores(each, found)))


def _scores(passage: Passage, found: dict[str, Hit]) -> tuple[float | None, ...]:
    known = found[passage.id].sentence_scores if passage.id in found else ()
    return known or (None,) * len(passage.sentences)
