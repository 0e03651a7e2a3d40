"""A true sentence made false by one turn: denied, made certain, its comparison turned round, its source left out."""

import re
from collections.abc import Iterator

AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|will|would|can|could|has|had|have|may|might|must|should)\b(?! (?:not|no|never)\b)(?!n)"
)
DENIED = [
    (re.compile(r" not (?!only\b|just\b)"), " "),
    (re.compile(r"\b[Nn]ever "), ""),
    (re.compile(r"\bno (?=[a-z]+(?:s|ed|ment|tion)?\b)(?!longer|one|more|less|later)"), "a "),
    (re.compile(r"\bcannot\b"), "can"),
    (re.compile(r"\b(?:refused|declined) to\b"), "agreed to"),
    (re.compile(r"\b(?:denied|rejected|dismissed)\b"), "confirmed"),
]
PAST = dict(
    pair.split("/")
    for pair in (
        "build/built make/made take/took give/gave begin/began keep/kept pay/paid meet/met hold/held buy/bought send/sent come/came"
        " become/became go/went rise/rose fall/fell grow/grew see/saw lead/led win/won lose/lost leave/left put/put set/set"
        " cut/cut spread/spread bring/brought find/found get/got have/had do/did write/wrote speak/spoke show/showed run/ran"
        " spend/spent choose/chose sell/sold tell/told stand/stood draw/drew drive/drove eat/ate feel/felt say/said"
        " mean/meant read/read teach/taught wear/wore let/let fight/fought hit/hit lie/lay think/thought understand/understood"
    ).split()
)
LIKELY = r"expected|planned|due|likely|intended|supposed|scheduled|set|meant|believed|thought|predicted|projected"
VERB = r"(?P<verb>(?!not\b|of\b|still\b|later\b|soon\b|never\b|ever\b|often\b|then\b|have\b|only\b|always\b|also\b)(?![a-z]+ly\b)[a-z]+)\b"
MODAL = [
    re.compile(rf"\b(?:is|was|are|were) (?:{LIKELY}) to {VERB}"),
    re.compile(rf"\b(?:plans|aims|hopes|wants|intends|seeks|proposes) to {VERB}"),
    re.compile(rf"\b(?<!to )(?:plan|aim|hope|want|intend|seek|propose)(?:ed)? to {VERB}"),
    re.compile(rf"\bwill {VERB}"),  # not "would": in a narrative it often tells what did happen
]
CERTAIN = re.compile(r"\b(?:may|might|could)\b(?! (?:not|have)\b)")
DOUBT = re.compile(r"\b(?:possibly|perhaps|probably|reportedly|allegedly|apparently|presumably|supposedly),? ")
STILL_TOLD = re.compile(r"\baccording to\b|, [^,]+ (?:said|says)\.$", re.IGNORECASE)  # by whom, a second time
OPPOSITES = [
    tuple(pair.split("/"))
    for pair in (
        "rose/fell rises/falls rise/fall increased/decreased increases/decreases increase/decrease increasing/decreasing higher/lower"
        " larger/smaller bigger/smaller greater/smaller before/after above/below earlier/later longer/shorter faster/slower older/younger"
        " stronger/weaker majority/minority most/least gained/lost grew/shrank maximum/minimum better/worse wider/narrower"
        " improved/worsened strengthened/weakened strengthen/weaken expanded/reduced growth/decline warmer/colder hotter/cooler"
        " best/worst highest/lowest largest/smallest oldest/youngest more/less upper/lower winning/losing"
    ).split()
]
VOICE = [
    re.compile(r"^According to [^,]{3,60}(?: who [^,]+)?, (?P<rest>.{25,})$"),
    re.compile(
        r"^(?:[A-Z][^,;:“\"]{1,60}?) (?:said|says|argued|argues|believed|believe|believes|claimed|claims|suggests?|suggested|thinks?|stated"
        r"|warned|expects?|estimated|estimates) that (?P<rest>.{25,})$"
    ),
    re.compile(r"^(?:In our (?:view|reading)|We think|We expect that|We believe)(?: that)?,? (?P<rest>.{25,})$"),
]  # fmt: skip


def negations(claim: str, _document: str) -> Iterator[str]:
    """The sentence denied, or its denial taken away."""
    for pattern, by in DENIED:
        yield from (claim[: m.start()] + by + claim[m.end() :] for m in pattern.finditer(claim))
    if match := AUXILIARY.search(claim):
        yield f"{claim[: match.end()]} not{claim[match.end() :]}"


def modalities(claim: str, _document: str) -> Iterator[str]:
    """What is expected, planned or possible made a fact, or what is possible made certain."""
    for pattern in MODAL:
        for match in pattern.finditer(claim):
            yield claim[: match.start()] + _past(match["verb"], claim[: match.start()]) + claim[match.end() :]
    for match in CERTAIN.finditer(claim):
        yield f"{claim[: match.start()]}will{claim[match.end() :]}"
    for match in DOUBT.finditer(claim if not STILL_TOLD.search(claim) else ""):
        yield _capital(claim[: match.start()] + claim[match.end() :])


def comparisons(claim: str, _document: str) -> Iterator[str]:
    """A word of comparison made its opposite."""
    for one, other in [*OPPOSITES, *((b, a) for a, b in OPPOSITES)]:
        for match in re.finditer(rf"\b{one}\b", claim, re.IGNORECASE):
            by = other.capitalize() if match[0][0].isupper() else other
            yield claim[: match.start()] + by + claim[match.end() :]


def voices(claim: str, _document: str) -> Iterator[str]:
    """What somebody says, thinks or expects, made a fact by leaving out who."""
    found = (match["rest"] for pattern in VOICE if (match := pattern.match(claim)))
    yield from (_capital(rest) for rest in found if not STILL_TOLD.search(rest))


def _past(verb: str, before: str) -> str:
    if verb == "be":
        return "were" if re.search(r"(?:[^s]s|[Tt]hey|[Ww]e|[Yy]ou) $", before) else "was"
    if verb in PAST:
        return PAST[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{verb}ed"


def _capital(claim: str) -> str:
    return claim[:1].upper() + claim[1:]
