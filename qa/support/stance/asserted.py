"""What is only hoped, planned, supposed or rumoured told as a fact, in whatever words: the claim holds what stands behind the hedge."""

import re

from qa.support.evidence import content_roots
from qa.support.kin import related
from qa.support.stance.hedges import HEDGE, MAYBE, SOFT
from qa.support.stance.told import HABIT, REFUSED, TOLD, WERE, states, verbs_done

_BE = r"(?:is|are|was|were|be|been) (?:(?:also|still|now|\w+ly) )*"
_THAT = r"suspect|hint|fear|speculat|suppos"
_PLANS = r"hop|plan|intend|aim|want|wish|propos|expect|mean|vow|pledg|promis|offer|threaten|agree|prepar|attempt|struggl|ask|decid"
_NAMED = "plan|proposal|bid|attempt|effort|hope|promise|pledge|intention|offer|threat|demand|call|recommendation|request|talk|scheme"
_BIDDEN = r"urg|ask|advis|invit|order|instruct|encourag|authori[sz]|requir|oblig|command|beg|press"
HEDGED = re.compile(
    rf"\b(?:may|might|{_BE}(?:believed|thought|presumed|assumed|suspected|rumou?red|reported|alleged|said|reckoned|supposed|feared"
    r"|understood|claimed|unlikely|likely|certain) to|reportedly|allegedly|apparently|possibly|perhaps|probably"
    r"|presumably|supposedly|purportedly|arguably|conceivably|maybe|unconfirmed"
    rf"|(?:seem|appear)(?:s|ed)? to|(?:{_THAT})(?:s|e|ed|es)? that|(?:concerned|worried|afraid|possible|likely|probable) that"
    r"|(?:possibility|chances?|prospect|risk|likelihood|danger|odds|rumou?rs?|suspicions?|suggestions?|fears?) (?:that|of)"
    rf"|it (?:is|was) (?:\w+ly )?(?:believed|thought|presumed|assumed|suspected|rumou?red|alleged|said|reckoned|feared) that"
    rf"|(?P<ahead>should|ought to|will|(?P<would>would|could)(?! have)|(?:is|are) to|(?:was|were) to(?= have\b)"
    rf"|{_BE}(?:expected|planned|due|set|scheduled|meant|intended|forecast|projected|predicted|hoped|tipped|poised|about|ready|designed"
    r"|on (?:course|track)|in line|asked|urged|told|required|obliged|ordered|allowed|permitted|free|able|entitled) to"
    rf"|(?:{_PLANS})(?:e|s|d|es|ed|ned|ing|ning)? to|(?:meant|seeks?|sought|tr(?:y|ies|ied|ying)) to"
    r"|(?:hope|expect|predict|promis|pledg|vow|recommend|propos|demand)(?:s|d|es|ed)? that"
    r"|(?:propos|consider|recommend|suggest|contemplat)(?:e|s|es|ing)? (?=\w+ing\b)|weighing|considering|mulling"
    rf"|(?:{_NAMED})s? to|(?:{_BIDDEN})(?:e|s|es|ed|d) [^,;.]{{2,40}}? to"
    r"))\b(?! not\b| be(?:en)? (?:able|possible)\b)",
    re.IGNORECASE,
)
PROOF = re.compile(
    r"\b(?:confirm\w*|establish(?:ed|es) that|prove[nsd]?|proof|demonstrat\w*|verified|certain(?:ly|ty)?|conclusive\w*|definite\w*"
    r"|turned out|(?:found|discovered|revealed|showed|shown) that|undoubtedly|(?:without|beyond) (?:any |all )?doubt)\b",
    re.IGNORECASE,
)
# Without any of these, "would" in a tale of the past tells what then did happen.
SUPPOSING = re.compile(
    r"\b(?:if|unless|sa(?:id|ys?)|amendment|bill|scheme|plans?|(?:pledg|propos|predict|forecast|warn|caution|promis|expect)\w*)\b",
    re.I,
)
CLAUSE = re.compile(
    r"[,;:()]| (?:and|but|or|which|who|while|whereas|as|when|where|after|before|though|although|because|since|if|provided|unless"
    r"|until|so) "
)
HELD = 2  # content words behind a hedge, at least half of them, that make a claim one of the same


def told_as_fact(claim: str, sentence: str) -> bool:
    """Whether it holds what stands behind a hedge of the sentence, and neither hedges it nor says that somebody said it."""
    hedges = [match for match in HEDGED.finditer(sentence) if not (match["would"] and _is_tale(sentence))]
    if not hedges:
        return False
    proved = (
        bool(PROOF.search(claim)) and not PROOF.search(sentence) and not MAYBE.search(claim) and not HEDGE.search(claim)
    )
    if not proved and (SOFT.search(claim) or HEDGED.search(claim)):
        return False
    ours, done = content_roots(claim), bool(verbs_done(claim, bare=True) - TOLD - states(claim))
    return any((done or not match["ahead"]) and _holds(ours, match, proved) for match in hedges)


def _holds(ours: set[str], hedge: re.Match[str], proved: bool) -> bool:
    """Whether these words tell what stands behind a hedge, up to the end of its clause; to have it proved, less is asked.

    They do not where another clause holds more of them, and a fact.
    """
    clause, *others = CLAUSE.split(hedge.string[hedge.end() :])
    wanted = content_roots(clause)
    held = len(related(wanted, ours))
    if any(not HEDGED.search(other) and len(related(content_roots(other), ours)) > held for other in others):
        return False
    return held >= (1 if proved else HELD) and held >= len(wanted) * (0.4 if proved else 0.5)


def _is_tale(sentence: str) -> bool:
    """Whether it tells of the past and supposes nothing, or tells what was done time and again, or what somebody would not do."""
    if REFUSED.search(sentence) or HABIT.search(sentence):
        return True
    return not SUPPOSING.search(sentence) and bool(WERE.search(sentence) or verbs_done(sentence, bare=True))
