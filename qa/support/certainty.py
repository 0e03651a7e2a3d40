"""How sure a claim is: what is possible, planned or expected may not become a fact."""

import re
from collections.abc import Iterator

from qa.support.aligning import Change, changes
from qa.support.evidence import Evidence, content_roots, meaning, nearest, root
from qa.support.verbs import PAST
from qa.words import WORD

_BETWEEN = r"(?:(?:not|also|still|even|soon|yet|well|be|have|been|ever|never|only|then|now|eventually|always|\w+ly) )*"
_LIKELY = (
    "expected planned due likely intended supposed scheduled set meant plan plans planned aim aims aimed hope hopes hoped want wants wanted"
    " intend intends intended seek seeks sought propose proposes proposed promise promised promises pledge pledged pledges agreed agree"
    " agrees going is are was were believed thought predicted projected about ready asked offered prepared preparing trying sought"
).split()
POSSIBLE = re.compile(rf"\b(?:may|might|could) {_BETWEEN}(?P<verb>\w+)", re.IGNORECASE)
FUTURE = re.compile(
    rf"\b(?:(?:will|shall|would(?! (?:later|eventually|soon|become|go on)\b)) |(?:{'|'.join(_LIKELY)}) to ){_BETWEEN}(?P<verb>\w+)",
    re.IGNORECASE,
)
# What makes a claim less than a statement of fact, wherever it stands.
HEDGE = re.compile(
    r"\b(?:may|might|could|can|would|will|shall|should|must|if|unless|be|to have|possib\w+|potential\w*|perhaps"
    r"|probab\w+|likely|unlikely|reported(?:ly)?"
    r"|alleged(?:ly)?|apparent(?:ly)?|presumabl\w+|supposed(?:ly)?|expect\w*|plan\w*|aim\w*|intend\w*|intent\w*|propos\w*|projec\w*|forecast\w*"
    r"|predict\w*|request\w*|pledg\w*|promis\w*|goal\w*|target\w*|hop(?:e|es|ed|ing)|want\w*|wish\w*|seek\w*|sought|due|about to"
    r"|believe\w*|thought|think\w*|suggest\w*|estimat\w*|scheduled|agreed|considers?|open)\b",
    re.IGNORECASE,
)
LESS_THAN_SURE = re.compile(
    r"\b(?:may|might|could|can|would|should|if|possib\w+|potential\w*|perhaps|probab\w+|likely|unlikely|open|room|risk\w*|chance\w*"
    r"|reported(?:ly)?|expect\w*|warn\w*|caution\w*|able|allow\w*|option\w*|believe\w*|seem\w*|appear\w*)\b",
    re.IGNORECASE,
)
DOUBT = re.compile(
    r"\b(?:possibly|perhaps|probably|reportedly|allegedly|apparently|presumably|supposedly|likely|arguably)\b",
    re.IGNORECASE,
)
CERTAIN = re.compile(rf"\b(?:will|must|shall|is certain to|are certain to) {_BETWEEN}(?P<verb>\w+)", re.IGNORECASE)
DONE = re.compile(
    r"\b(?:has|have|had|was|were|is|are)(?: (?:not|also|already|now|been|since|\w+ly))* (?P<verb>\w+)|\b(?P<past>\w+)",
    re.IGNORECASE,
)

ABLE = re.compile(
    r"\b(?:may|might|could|can|able|possib\w+|capable|allow\w*|lets?|permit\w*|room|perhaps|probabl\w+)\b(?! not\b)",
    re.IGNORECASE,
)
UNSURE = re.compile(rf"{ABLE.pattern}|\b(?:worr(?:y|ies|ied)|fear\w*|concern\w*)\b", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"\b(?:a|an|the|its|their|his|her|our|this|that|these|those|first|second|more) $|-$", re.IGNORECASE
)
AHEAD = re.compile(r"\b(?:will|shall|(?:intended|likely|believed|expected|planned|due|set|supposed) to)\b")
WERE = re.compile(r"\b(?:was|were|had|did)\b")
TO_COME = re.compile(r" (?:to|that|for|it|them)\b")  # "promised to raise"
TOLD = frozenset(
    meaning(root(word))
    for word in "said told called announced stated wrote argued warned described thought believed added noted".split()
)
PRESENT = frozenset("is are has have do".split())
STATE = re.compile(r"\b(?:is|are|be|being) (?:\w+ly )?(\w+)")  # "payments are limited"


def overstated(claim: str, evidence: Evidence) -> Iterator[str]:
    """What the cited sentences expect told as done, and what they hold possible told as certain."""
    sentence = nearest(claim, evidence)
    possible, future = _verbs(POSSIBLE, evidence.joined), _verbs(FUTURE, evidence.joined)
    told, done = _verbs_done(claim, bare=True), _verbs_done(evidence.joined, bare=False)
    states = {meaning(root(match[1].casefold())) for match in STATE.finditer(claim)}
    sure = [change for change in changes(claim, sentence) if change.firm and _is_surer(change)]
    if (
        (told & (possible | future)) - done
        or _is_past_now(claim, sentence)
        or (told - states - TOLD and _is_all_ahead(evidence.joined))
    ):
        yield "it states as a fact what the cited sentences only expect"
    elif sure or _is_certain(claim, evidence, possible - future):
        yield "it states as certain what the cited sentences hold possible"
    elif DOUBT.search(sentence) and not HEDGE.search(claim) and _says_the_same(claim, sentence):
        yield "it leaves out a doubt that is in the cited sentence"


def _is_past_now(claim: str, sentence: str) -> bool:
    """ "Was" for "will be"."""
    dropped = any(
        change.firm and not change.claim and AHEAD.search(" ".join(change.sentence))
        for change in changes(claim, sentence)
    )
    return dropped and not AHEAD.search(claim) and len(WERE.findall(claim)) > len(WERE.findall(sentence))


def _is_certain(claim: str, evidence: Evidence, possible: set[str]) -> bool:
    """Whether it says that something will be of which the sentences say that it may be, or of all that they say so."""
    certain = _verbs(CERTAIN, claim)
    if certain & possible and not LESS_THAN_SURE.search(claim):
        return True
    ahead = FUTURE.search(evidence.joined) or CERTAIN.search(evidence.joined)
    return bool(certain and ABLE.search(evidence.joined) and not ahead and not UNSURE.search(claim))


def _is_surer(change: Change) -> bool:
    """ "Will" for "may", or nothing for "reportedly"."""
    ours, theirs = (" ".join(words) for words in (change.claim, change.sentence))
    weaker = re.search(r"\b(?:may|might|could)\b", theirs, re.I) and re.search(
        r"\b(?:will|must|shall|is|are|did|does)\b", ours, re.I
    )
    dropped = DOUBT.fullmatch(theirs) and not ours
    done = AHEAD.search(theirs) and WERE.search(ours) and not AHEAD.search(ours)
    return bool(weaker or dropped or done) and not LESS_THAN_SURE.search(ours)


def _is_all_ahead(text: str) -> bool:
    """Whether a text tells only of what may or will be."""
    return bool(POSSIBLE.search(text) or FUTURE.search(text)) and not _verbs_done(text, bare=True)


def _verbs(pattern: re.Pattern[str], text: str) -> set[str]:
    return {meaning(root(match["verb"].casefold())) for match in pattern.finditer(text)}


def _verbs_done(text: str, *, bare: bool) -> set[str]:
    """The verbs of what is told as done: "has built", "was built" and, with ``bare``, "built" without a hedge in its clause."""
    found: set[str] = set()
    for clause in re.split(r"[,;:]| (?:and|but|that|which|who|because|while|as|so) ", text):
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
