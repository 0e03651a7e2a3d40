"""How sure a claim is: what is possible, planned or expected may not become a fact."""

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.support.aligning import Change, changes
from qa.support.evidence import Evidence, content_roots, meaning, nearest, root
from qa.support.kin import related
from qa.support.stance.asserted import told_as_fact
from qa.support.stance.hedges import ABLE, DOUBT, HEARSAY, HEDGE, IN_DOUBT, LESS_THAN_SURE, MAYBE, WORRY
from qa.support.stance.told import (
    BETWEEN,
    FUTURE,
    MODAL,
    PART,
    POSSIBLE,
    TOLD,
    WERE,
    expected,
    said_of_the_same,
    states,
    verbs,
    verbs_done,
)
from qa.words import WORD

MONTH = re.compile(r"\bMay\b")
CERTAIN = re.compile(rf"\b(?:will|must|shall|is certain to|are certain to) {BETWEEN}(?P<verb>\w+)", re.IGNORECASE)

# What may be only so must be so.
ONLY_IF = re.compile(
    rf"{ABLE.pattern}[^.;:]{{0,40}}? only\b|\bonly [^.;:]{{0,40}}?{ABLE.pattern}"
    r"|\b(?:(?:nobody|no one|none|no \w+)\b[^.;:]{0,40}? (?:may|can|could)|(?:may|can|could) ?not)\b[^.;:]*\b(?:without|unless"
    r"|except|until)\b",
    re.IGNORECASE,
)
MUST, WILL = re.compile(r"\b(?:must|ha(?:s|ve) to)\b"), re.compile(r"\b(?:will|shall|certain)\b")
AHEAD = re.compile(
    r"\b(?:will|shall|(?:intended|likely|believed|thought|presumed|assumed|reckoned|expected|planned|due|set|supposed) to)\b"
)
IS_TO = re.compile(r"\b(?:is|are) (?:not )?to\b")
TO_BE = re.compile(rf"(?:{AHEAD.pattern}) (?:\w+ ){{0,3}}?(?:be|have|do)\b")
SETTLED = re.compile(  # of which one may say that it will be
    rf"{AHEAD.pattern}|\b(?:would|is to|are to|going to)\b"
    r"|\b(?:agreed?s?|promise[sd]|pledge[sd]|plans|planned|predicted|projected|scheduled|about) to\b"
)
CLAUSE = re.compile(r"[,;:]| (?:but|while|though|although) ")

DESCRIBED = re.compile(r"\b([a-z]{3,}ed) (?=[a-z]{4,})")  # "continued talks" are no more done where they are needed
TELLS = re.compile(
    r"\b(?:said|says|told \w+|wrote|writes|reported|reports|noted|argued|stated)\b(?=,? (?:\w+ )?that\b)"
)
TOLD_OF = 2  # words of what is ahead by which a claim is known to speak of it


def overstated(claim: str, evidence: Evidence) -> Iterator[str]:
    """What the cited sentences expect told as done, and what they hold possible told as certain."""
    claim = MONTH.sub("", claim)
    evidence = replace(evidence, sentences=tuple(MONTH.sub("", sentence) for sentence in evidence.sentences))
    sentence = nearest(claim, evidence)
    if _is_told_as_done(claim, evidence) or _is_past_now(claim, sentence):
        yield "it states as a fact what the cited sentences only expect"
    elif not _is_feared(claim, sentence) and (_has_surer(claim, sentence) or _is_certain(claim, evidence)):
        yield "it states as certain what the cited sentences hold possible"
    elif DOUBT.search(sentence) and not IN_DOUBT.search(claim) and _says_the_same(claim, sentence):
        yield "it leaves out a doubt that is in the cited sentence"
    elif told_as_fact(claim, sentence):
        yield "it states as a fact what the cited sentence holds likely, plans or hopes"


def _is_feared(claim: str, sentence: str) -> bool:
    """Whether it tells as a worry what the sentence tells without one: who worries that it will is not sure."""
    return WORRY.search(claim) is not None and not WORRY.search(sentence)


def _is_told_as_done(claim: str, evidence: Evidence) -> bool:
    """Whether it tells as done a verb that the sentences have of what may or will be, or anything where they have nothing else."""
    claim = TELLS.sub("", claim)
    told = verbs_done(claim, bare=True) - MODAL
    ahead = verbs(POSSIBLE, evidence.joined).union(*map(expected, evidence.sentences))
    if any(
        said_of_the_same(verb, claim, evidence.joined) for verb in told & ahead - verbs_done(evidence.joined, bare=True)
    ):
        return True
    hedged = HEDGE.search(claim) or FUTURE.search(claim)
    described = {meaning(root(word)) for word in DESCRIBED.findall(evidence.joined.casefold())} - ahead
    return bool(told - states(claim) - TOLD - described) and not hedged and _is_all_ahead(claim, evidence)


def _is_all_ahead(claim: str, evidence: Evidence) -> bool:
    """Whether the sentences tell only of what may or will be, and the claim is of that too, and not only of what stands beside it."""
    parts = [part for sentence in evidence.sentences for part in PART.split(sentence)]
    ahead = [part for part in parts if POSSIBLE.search(part) or expected(part)]
    if not ahead or verbs_done(evidence.joined, bare=True) - TOLD:
        return False
    ours, beside = content_roots(claim), [part for part in parts if part not in ahead]
    there, here = (related(ours, content_roots(" ".join(texts))) for texts in (ahead, beside))
    return len(there) >= min(TOLD_OF, len(here))


def _is_past_now(claim: str, sentence: str) -> bool:
    """ "Was" for "will be"."""
    if AHEAD.search(claim) or IS_TO.search(claim) or not TO_BE.search(sentence):
        return False
    dropped = any(
        change.firm and not change.claim and AHEAD.search(" ".join(change.sentence))
        for change in changes(claim, sentence)
    )
    return dropped and len(WERE.findall(claim)) > len(WERE.findall(sentence))


def _is_certain(claim: str, evidence: Evidence) -> bool:
    """Whether it says that something will be of which the sentences say that it may be, or of all that they say so."""
    possible = verbs(POSSIBLE, evidence.joined).difference(*map(expected, evidence.sentences))
    if _is_bound(claim, evidence.joined):
        return False
    if any(verbs(CERTAIN, part) & possible and not LESS_THAN_SURE.search(part) for part in CLAUSE.split(claim)):
        return True
    ahead = SETTLED.search(evidence.joined) or CERTAIN.search(evidence.joined) or ONLY_IF.search(evidence.joined)
    return bool(CERTAIN.search(claim) and ABLE.search(evidence.joined) and not ahead and not ABLE.search(claim))


def _is_bound(claim: str, text: str) -> bool:
    """Whether it says that something must be so which, by the text, may be only so."""
    return bool(MUST.search(claim) and not WILL.search(claim) and ONLY_IF.search(text) and not MUST.search(text))


def _has_surer(claim: str, sentence: str) -> bool:
    """Whether a surer word stands in the place of one less sure, and the claim does not make up for it elsewhere."""
    for change in () if _is_bound(claim, sentence) else changes(claim, sentence):
        if change.firm and _is_surer(change, claim):
            alone = len(change.sentence) <= 2 and len(change.claim) <= 2
            if alone or not MAYBE.search(claim):
                return True
    return False


def _is_surer(change: Change, claim: str) -> bool:
    """ "Will" for "may", or nothing for "reportedly"."""
    ours, theirs = (" ".join(words) for words in (change.claim, change.sentence))
    weaker = re.search(r"\b(?:may|might|could)\b", theirs, re.I) and re.search(
        r"\b(?:will|must|shall|is|are|did|does)\b", ours, re.I
    )
    dropped = DOUBT.fullmatch(theirs) and not ours and not HEARSAY.search(claim)
    done = AHEAD.search(theirs) and WERE.search(ours) and not AHEAD.search(ours)
    near = len(change.claim) <= 2 or related(content_roots(ours), content_roots(theirs))
    return bool(weaker or dropped or (done and near)) and not LESS_THAN_SURE.search(ours)


def _says_the_same(claim: str, sentence: str) -> bool:
    """Whether most of what the sentence holds is in the claim: a doubt about another part of it need not be kept."""
    wanted = content_roots(sentence)
    return 3 * len(wanted & content_roots(claim)) >= 2 * len(wanted) and len(WORD.findall(claim)) > 3
