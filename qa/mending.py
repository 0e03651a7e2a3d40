"""What a claim rests on where the sentences that it came with do not carry it: another one, one more, or what they mean."""

from collections.abc import Sequence

from qa.likeness import Likeness
from qa.shown import Ref, Shown
from qa.support import THIN, problems, shared
from qa.words import content_stems

TRIED = 3  # sentences that a claim may be moved to, or be given beside its own, the nearest first
NEAR = 0.75  # of the nearest one's share of the claim's words
OUTDONE = 2.0  # so many times the share of the claim's words, and another sentence is what it rests on
BROUGHT = 2  # words of the claim that a second sentence must bring: one changed word is a fault, not half of a claim
RIVALS = 10  # sentences that a cited one is compared with where it goes by meaning: each costs some 20 ms


def objections(claim: str, refs: Sequence[Ref], shown: Shown) -> tuple[str, ...]:
    """What the words speak against a claim with these sentences; also where an order in a document would have it said."""
    evidence = shown.evidence(refs)
    own = content_stems(claim) - content_stems(" ".join([*evidence.sentences, evidence.header]))
    dictated = any(_is_dictated(own, words) for words in shown.dictated())
    return (*problems(claim, evidence), *(["it says what an order in a document wants said"] if dictated else []))


def carrier(claim: str, cited: float, shown: Shown) -> Ref | None:
    """The sentence that a claim is moved to, if any: it carries the claim, and holds twice the share that its own has (``cited``)."""
    nearest = shown.closest(claim, shown.prose(), TRIED)
    shares = {ref: shown.share(claim, [ref]) for ref in nearest}
    # What is farther off than one that speaks against the claim is no evidence.
    others = [ref for ref in nearest if shares[ref] > OUTDONE * cited and shares[ref] >= NEAR * shares[nearest[0]]]
    return next((ref for ref in others if not objections(claim, [ref], shown)), None)


def companion(claim: str, refs: Sequence[Ref], shown: Shown) -> Ref | None:
    """The sentence of the same passage with which its own carry a claim, if any: the claim tells what both say."""
    rest = {stem for stem in content_stems(claim) - shown.stems(refs) if not stem[0].isdigit()}
    passages = {ref.hit for ref in refs}
    beside = [ref for ref in shown.prose() if ref.hit in passages and ref not in refs]
    brought = {ref: len(rest & shown.stems([ref])) for ref in beside}
    best = sorted((ref for ref in beside if brought[ref] >= BROUGHT), key=lambda ref: -brought[ref])[:TRIED]
    return next((ref for ref in best if not objections(claim, [*refs, ref], shown)), None)


def with_meaning(
    found: tuple[str, ...], claim: str, refs: Sequence[Ref], shown: Shown, likeness: Likeness
) -> tuple[str, ...]:
    """What is left of the objections ``found`` when meaning has been asked.

    Nothing, where words are all that lack, these sentences say what the claim says, and none of those that share more of its words
    says it more nearly.
    """
    if found != (THIN,):
        return found
    rivals = [ref for ref in shown.closest(claim, shown.prose(), RIVALS) if ref not in refs]
    evidence = shown.evidence(refs)
    others = [shown.sentence(ref).text for ref in rivals]
    meant = likeness.is_said(claim, evidence.joined, others, shared(claim, evidence))
    return () if meant else found


def _is_dictated(own: set[str], words: set[str]) -> bool:
    """Whether a claim's own words come from those that only orders have: two of them, or a third; one of many is there by chance."""
    told = len(own & words)
    return told > 1 or 0 < len(own) <= 3 * told
