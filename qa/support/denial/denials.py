"""Denials: what the cited sentences deny a claim may not affirm, and the other way round."""

import re
from collections.abc import Iterator, Sequence

from qa.support.aligning import changes, copied
from qa.support.denial.denying import (
    COUNTING,
    HARD,
    JOINED,
    SHORT,
    WEAK,
    YET,
    Denial,
    affirmed,
    count,
    denials,
    denies,
    is_denying,
    outright,
    plain,
    said_in,
)
from qa.support.denial.elsewhere import is_other_part, is_unreal
from qa.support.denial.holding import is_affirmed, is_copied, is_held, is_near, is_parted, is_stated, told_otherwise
from qa.support.denial.idle import bare, joined
from qa.support.denial.limits import unlimited
from qa.support.denial.opposites import is_undone, opposed
from qa.support.denial.privatives import is_privative
from qa.support.denial.reversals import reversals
from qa.support.evidence import Evidence, nearest, roots

ANSWER = re.compile(  # to a question that the claim does not hold
    r"^(?:No|None|Neither|Not (?:entirely|quite|exactly|really|necessarily|fully|directly|only|at all|yet|so))\b[.,:;—]\s*"
)
STRICT = HARD - {"nor", "without"}
DOUBLE = re.compile(
    r"\b(?:not|never|n['’]t|no) (?:\w+ ){0,1}(?:yet to|outside|turned down|ruled out|left out|stop(?:ped)?|fail(?:ed)?|un[a-z]{5,}ed"
    r"|reject(?:ed)?|refused?|deny|denied|dismissed|abandon(?:ed)?)\b",
    re.IGNORECASE,
)
PART = re.compile(r"[;:,—]| (?:and|or|but|although|though|while|because) ")
COPIED = 0.5  # of a text's words, in the same order, before it is asked what stands between them
NEAREST = 3  # words after a denying one of which an opposite may stand for the denial


def turned_denials(claim: str, evidence: Evidence) -> Iterator[str]:
    """A denial put in, or left out."""
    claim, text = joined(ANSWER.sub("", claim)), joined("; ".join(evidence.sentences))
    if is_other_part(claim, text) or is_unreal(claim, text):
        return
    sentence = unlimited(joined(nearest(claim, evidence)), claim)
    claim, text = unlimited(claim, text), unlimited(text, claim)
    if _is_put_in(claim, sentence, text):
        yield "it denies what the cited sentences do not deny"
    elif _is_left_out(claim, sentence):
        yield "it leaves out a denial that is in the cited sentence"
    else:
        yield from reversals(claim, sentence)


def _is_put_in(claim: str, sentence: str, text: str) -> bool:
    if is_parted(text, claim):
        return False
    said, near = denials(claim), [*denials(sentence, SHORT), *outright(sentence)]
    new = [denial for denial in said if _is_new(denial, text, claim)]
    return (
        (
            _moved(claim, sentence)
            and (bool(new) or _is_more(claim, text))
            and not _is_mirrored(said, sentence, claim)
            and is_copied(said, sentence, claim)
        )
        or (
            count(claim) > count(text)
            and any(is_near(denial, text) and not told_otherwise(text, claim, denial) for denial in new)
        )
        or any(is_affirmed(denial, text, claim) for denial in new)
        or any(_crosses(denial, other) for denial in said for other in near)
        or _is_doubled(claim, text)
    )


def _is_more(claim: str, text: str) -> bool:
    """Whether a claim denies more often, by "not" and "no" as well."""
    ours, theirs = ([each for each in denials(side) if not each.is_soft] for side in (claim, text))
    return count(claim) > count(text) and sum(not _is_litotes(each, text) for each in ours) > len(theirs)


def _is_left_out(claim: str, sentence: str) -> bool:
    kept = denials(claim, wide=True)
    near = [each for each in denials(YET.sub(" not ", sentence), SHORT) if not any(each.meets(other) for other in kept)]
    alone = [*filter(lambda denial: _is_only_denied(denial, claim, sentence), near), *outright(sentence)]
    near += outright(sentence)
    return (
        _moved(sentence, claim) and not _is_mirrored(near, claim, sentence) and is_copied(near, claim, sentence)
    ) or (
        not denies(claim)
        and any(is_stated(denial, claim, sentence) and not _is_mirrored([denial], claim, sentence) for denial in alone)
    )


def _is_doubled(claim: str, text: str) -> bool:
    """Whether a claim denies what it denies, and the text does not: "not outside", "no year is not named"."""
    if _is_twice(claim):
        return not _is_twice(text) and not _is_undone(text) and max(map(count, PART.split(text))) < 2
    return _is_undone(claim) and not _is_twice(text) and not _is_undone(text) and not _share_denial(claim, text)


def _is_twice(text: str) -> bool:
    parts = (roots(part) for part in PART.split(plain(text)))
    return any(sum(word in STRICT or word.endswith("n't") for word in part) > 1 for part in parts)


def _is_undone(text: str) -> bool:
    return any(DOUBLE.search(part) for part in PART.split(plain(text)))


def _share_denial(claim: str, text: str) -> bool:
    """Whether both deny of the same: "need not stop at the gate" and "is not confined to the gate"."""
    ours, theirs = ({word for denial in denials(each, SHORT) for word in denial.denied} for each in (claim, text))
    return bool(ours & theirs)


def _is_mirrored(said: Sequence[Denial], text: str, other: str) -> bool:
    """Whether a text says without denying what another denies: "will keep" for "will not change"."""
    held = said_in(text)
    ours = {word for denial in said for word in denial.clause - held if not is_denying(word)}
    theirs = held - said_in(other)
    undone = any(is_undone(another, one) for denial in said for one in denial.denied for another in theirs)
    return undone or any(opposed(one, another) for one in ours for another in theirs)


def _crosses(denial: Denial, other: Denial) -> bool:
    """Whether both deny, one the opposite of the other: "will not keep" for "will not change"."""
    ours = set(denial.denied[:NEAREST]) - other.clause
    theirs = {word for word in set(other.denied) - denial.clause if not is_denying(word) and word not in WEAK}
    return any(opposed(one, another) for one in ours for another in theirs)


def _moved(text: str, other: str) -> bool:
    """Whether a denying word stands in a text, between words that another has without it, and half of one is the other's."""
    if count(text) <= count(other):
        return False
    found = [change for change in changes(bare(text), bare(other)) if change.firm]
    if not any(_slips(change.claim, change.sentence) for change in found):
        return False
    return max(copied(text, other), copied(other, text)) >= COPIED


def _slips(denying: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether words with a denial stand for others without one, which deny nothing in themselves."""
    words = {word.casefold().replace("’", "'") for word in denying}
    if len(denying) > 3 or not any(word in HARD - JOINED or word.endswith("n't") for word in words):
        return False
    return not denies(" ".join(other)) and "nor" not in other


def _is_new(denial: Denial, text: str, claim: str) -> bool:
    """Whether a text does not deny what a claim denies, and does not say the opposite."""
    if denial.is_soft and (is_held(denial.by, text) or told_otherwise(text, claim)):
        return False
    if _is_litotes(denial, text):
        return told_otherwise(text, claim)
    held = denials(text, wide=True)
    met = any(
        denial.meets(other) or other.is_told_of(claim) or _are_related(denial, other)
        for other in held
        if denial.denied or denial.clause & other.clause - HARD
    )
    verbs = filter(is_denying, denial.clause)  # "refused" for "would not accept"
    echoed = any(opposed(verb, word) for verb in verbs for other in held for word in other.denied)
    return not met and not echoed and not _is_mirrored([denial], text, claim)


def _is_litotes(denial: Denial, text: str) -> bool:
    """Whether a claim denies by "no" what denies in itself, and a text does neither: "no shortage" for "plenty"."""
    alone = any(is_privative(head) and not is_held(head, text) for head in denial.heads[:1])
    return alone and denial.by in COUNTING and not denies(text)


def _are_related(denial: Denial, other: Denial) -> bool:
    """ "Does not oppose" and "does not object"."""
    return any(is_held(head, " ".join(other.heads)) for head in denial.heads[:1])


def _is_only_denied(denial: Denial, claim: str, sentence: str) -> bool:
    """Whether a claim has a word that a sentence denies and does not say besides: not "fly" of "most fly, but some do not fly"."""
    said = affirmed(sentence)
    return any(is_held(word, claim) and not is_held(word, said) for word in denial.denied)
