"""How sure a claim is: what is possible, planned or expected may not become a fact."""

import re
from collections.abc import Iterator

from qa.support.aligning import Change, changes
from qa.support.evidence import Evidence, content_roots, meaning, nearest, root
from qa.support.stance.hedges import ABLE, DOUBT, HEDGE, IN_DOUBT, LESS_THAN_SURE, MAYBE, WORRY
from qa.support.verbs import PAST
from qa.words import WORD

_BETWEEN = r"(?:(?:not|also|still|even|soon|yet|well|be|have|been|ever|never|only|then|now|eventually|always|\w+ly) )*"
_LIKELY = (
    "expected planned likely intended supposed scheduled set meant plan plans planned aim aims aimed hope hopes hoped want wants wanted"
    " intend intends intended seek seeks sought propose proposes proposed promise promised promises pledge pledged pledges agreed agree"
    " agrees going is are believed thought predicted projected about ready asked offered prepared preparing trying sought"
).split()
POSSIBLE = re.compile(rf"\b(?:may|might|could) {_BETWEEN}(?P<verb>\w+)", re.IGNORECASE)
FUTURE = re.compile(
    rf"\b(?:(?:will|shall|(?P<would>would(?! (?:later|eventually|soon|become|go on)\b))) |(?:(?P<was>was|were)"
    rf"|(?:is|are|was|were|be|been) due|{'|'.join(_LIKELY)}) to )"
    rf"{_BETWEEN}(?P<verb>\w+)",
    re.IGNORECASE,
)
# Without any of these, "would" in a tale of the past tells what then did happen.
CONDITION = re.compile(
    r"\b(?:if|unless|whether|provided|may|might|could|should|will|is|are|has|have|otherwise|instead|likely|case|sa(?:id|y|ys|ying)|told"
    r"|wrote|announc\w*|argu\w*|warn\w*|stat(?:ed|es)|claim\w*|predict\w*|forecast\w*|expect\w*|believ\w*|thought|think\w*|fear\w*"
    r"|hop(?:ed|es|ing)|plan(?:s|ned|ning)?"
    r"|propos\w*|promis\w*|pledg\w*|agreed|suggest\w*|intend\w*|want\w*|wish\w*|insist\w*|ensur\w*|bill|scheme|project|design\w*)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(r"\b(?:neither|nobody|no one|would not|wouldn['’]t)\b", re.IGNORECASE)  # "they would not go"
PURPOSE = re.compile(
    r"\b(?:roles?|functions?|jobs?|tasks?|dut(?:y|ies)|purpose|ways?|methods?|use) $"
)  # "its role is to warn"
LONG_AGO = re.compile(r"\b1[0-9]{3}s?\b")
CERTAIN = re.compile(rf"\b(?:will|must|shall|is certain to|are certain to) {_BETWEEN}(?P<verb>\w+)", re.IGNORECASE)
DONE = re.compile(
    r"\b(?:has|have|had|was|were|is|are)(?: (?:not|also|already|now|been|since|long|still|never|ever|even|just|\w+ly))* (?P<verb>\w+)"
    r"|\b(?P<past>\w+)",
    re.IGNORECASE,
)

# What may be only so must be so.
ONLY_IF = re.compile(rf"{ABLE.pattern}[^.;:]{{0,40}}? only\b|\bonly [^.;:]{{0,40}}?{ABLE.pattern}", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"\b(?:a|an|the|its|their|his|her|our|this|that|these|those|first|second|more) $|-$"
    r"|\b(?:becomes?|gets?|remains?|stays?|being) (?:\w+ly )?$",  # "becomes infected" is no past
    re.IGNORECASE,
)
AHEAD = re.compile(r"\b(?:will|shall|(?:intended|likely|believed|expected|planned|due|set|supposed) to)\b")
SETTLED = re.compile(  # of which one may say that it will be
    rf"{AHEAD.pattern}|\b(?:would|is to|are to|going to)\b"
    r"|\b(?:agreed?s?|promise[sd]|pledge[sd]|plans|planned|predicted|projected|scheduled|about) to\b"
)
WERE = re.compile(r"\b(?:was|were|had|did)\b")
TO_COME = re.compile(r" (?:to|that|for|it|them)\b")  # "promised to raise"
TOLD = frozenset(
    meaning(root(word))
    for word in "said told called announced stated wrote argued warned described thought believed added noted".split()
)
PRESENT = frozenset("is are has have do".split())
PART = re.compile(r"[,;:]|(?<=[a-z\d)][.!?]) (?=[A-Z“\"])| (?:and|but|that|which|who|because|while|as|so) ")
CLAUSE = re.compile(r"[,;:]| (?:but|while|though|although) ")
STATE = re.compile(r"\b(?:is|are|be|being) (?:(?:\w+ly|then|now|also|often|still) )*(\w+)")  # "payments are limited"


def overstated(claim: str, evidence: Evidence) -> Iterator[str]:
    """What the cited sentences expect told as done, and what they hold possible told as certain."""
    sentence = nearest(claim, evidence)
    if _is_told_as_done(claim, evidence) or _is_past_now(claim, sentence):
        yield "it states as a fact what the cited sentences only expect"
    elif not _is_feared(claim, sentence) and (_has_surer(claim, sentence) or _is_certain(claim, evidence)):
        yield "it states as certain what the cited sentences hold possible"
    elif DOUBT.search(sentence) and not IN_DOUBT.search(claim) and _says_the_same(claim, sentence):
        yield "it leaves out a doubt that is in the cited sentence"


def _is_feared(claim: str, sentence: str) -> bool:
    """Whether it tells as a worry what the sentence tells without one: who worries that it will is not sure."""
    return WORRY.search(claim) is not None and not WORRY.search(sentence)


def _is_told_as_done(claim: str, evidence: Evidence) -> bool:
    """Whether it tells as done a verb that the sentences have of what may or will be, or anything where they have nothing else."""
    told = _verbs_done(claim, bare=True)
    ahead = _verbs(POSSIBLE, evidence.joined).union(*map(_expected, evidence.sentences))
    if told & ahead - _verbs_done(evidence.joined, bare=False):
        return True
    states = {meaning(root(match[1].casefold())) for match in STATE.finditer(claim)}
    hedged = HEDGE.search(claim) or FUTURE.search(claim)
    return bool(told - states - TOLD) and not hedged and _is_all_ahead(evidence)


def _is_all_ahead(evidence: Evidence) -> bool:
    """Whether the sentences tell only of what may or will be."""
    ahead = POSSIBLE.search(evidence.joined) or any(map(_expected, evidence.sentences))
    return bool(ahead) and not _verbs_done(evidence.joined, bare=True) - TOLD


def _expected(sentence: str) -> set[str]:
    """The verbs of what will be; in a tale of the past, "would" and "was to" tell what then was."""
    past = LONG_AGO.search(sentence)
    told = past or REFUSED.search(sentence) or WERE.search(sentence) or _verbs_done(sentence, bare=True)
    tale = told and not CONDITION.search(sentence)
    return {
        meaning(root(match["verb"].casefold()))
        for match in FUTURE.finditer(sentence)
        if not (match["would"] and tale)
        and not (match["was"] and tale and past)
        and not PURPOSE.search(sentence[: match.start()])
    }


def _is_past_now(claim: str, sentence: str) -> bool:
    """ "Was" for "will be"."""
    dropped = any(
        change.firm and not change.claim and AHEAD.search(" ".join(change.sentence))
        for change in changes(claim, sentence)
    )
    return dropped and not AHEAD.search(claim) and len(WERE.findall(claim)) > len(WERE.findall(sentence))


def _is_certain(claim: str, evidence: Evidence) -> bool:
    """Whether it says that something will be of which the sentences say that it may be, or of all that they say so."""
    possible = _verbs(POSSIBLE, evidence.joined).difference(*map(_expected, evidence.sentences))
    if any(_verbs(CERTAIN, part) & possible and not LESS_THAN_SURE.search(part) for part in CLAUSE.split(claim)):
        return True
    ahead = SETTLED.search(evidence.joined) or CERTAIN.search(evidence.joined) or ONLY_IF.search(evidence.joined)
    return bool(CERTAIN.search(claim) and ABLE.search(evidence.joined) and not ahead and not ABLE.search(claim))


def _has_surer(claim: str, sentence: str) -> bool:
    """Whether a surer word stands in the place of one less sure, and the claim does not make up for it elsewhere."""
    for change in changes(claim, sentence):
        if change.firm and _is_surer(change):
            alone = len(change.sentence) <= 2 and len(change.claim) <= 2
            if alone or not MAYBE.search(claim):
                return True
    return False


def _is_surer(change: Change) -> bool:
    """ "Will" for "may", or nothing for "reportedly"."""
    ours, theirs = (" ".join(words) for words in (change.claim, change.sentence))
    weaker = re.search(r"\b(?:may|might|could)\b", theirs, re.I) and re.search(
        r"\b(?:will|must|shall|is|are|did|does)\b", ours, re.I
    )
    dropped = DOUBT.fullmatch(theirs) and not ours
    done = AHEAD.search(theirs) and WERE.search(ours) and not AHEAD.search(ours)
    return bool(weaker or dropped or done) and not LESS_THAN_SURE.search(ours)


def _verbs(pattern: re.Pattern[str], text: str) -> set[str]:
    return {meaning(root(match["verb"].casefold())) for match in pattern.finditer(text)}


def _verbs_done(text: str, *, bare: bool) -> set[str]:
    """The verbs of what is told as done: "has built", "was built" and, with ``bare``, "built" without a hedge in its clause."""
    found: set[str] = set()
    for clause in PART.split(text):
        for match in DONE.finditer(clause):
            verb = match["verb"] or match["past"]
            if (
                _is_past(verb)
                and verb.islower()  # a name is no verb: "Combined Forces Command"
                and (bare or match["verb"])
                and verb not in PRESENT
                and not (HEDGE.fullmatch(verb) and (match["verb"] or TO_COME.match(clause, match.end())))
                and not ATTRIBUTE.search(clause[: match.end()].removesuffix(verb))
                and not HEDGE.search(clause[: match.end()].removesuffix(verb))
            ):
                found.add(meaning(root(verb)))
    return found


def _is_past(word: str) -> bool:
    return word in PAST or (word.endswith("ed") and len(word) > 3)


def _says_the_same(claim: str, sentence: str) -> bool:
    """Whether most of what the sentence holds is in the claim: a doubt about another part of it need not be kept."""
    wanted = content_roots(sentence)
    return 3 * len(wanted & content_roots(claim)) >= 2 * len(wanted) and len(WORD.findall(claim)) > 3
