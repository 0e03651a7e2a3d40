"""What a text tells as done, and what as ahead: the verbs of each."""

import re

from qa.support.evidence import content_roots, meaning, root, roots
from qa.support.kin import related
from qa.support.stance.hedges import HEDGE
from qa.support.verbs import PAST

BETWEEN = r"(?:(?:not|also|still|even|soon|yet|well|be|have|been|ever|never|only|then|now|eventually|always|\w+ly) )*"
_LIKELY = (
    "expected planned likely intended supposed scheduled set meant plan plans planned aim aims aimed hope hopes hoped want wants wanted"
    " intend intends intended seek seeks sought propose proposes proposed promise promised promises pledge pledged pledges agreed agree"
    " agrees going is are believed thought predicted projected about ready asked offered prepared preparing trying sought"
).split()
POSSIBLE = re.compile(rf"\b(?:may|might|could) {BETWEEN}(?P<verb>\w+)", re.IGNORECASE)
FUTURE = re.compile(
    rf"\b(?:(?:will|shall|(?P<would>would(?! (?:later|eventually|soon|become|go on)\b))) |(?:(?P<was>was|were)"
    rf"|(?:is|are|was|were|be|been) due|{'|'.join(_LIKELY)}) (?:now |also |still |both |each )?to )"
    rf"{BETWEEN}(?P<verb>\w+)",
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
HABIT = re.compile(r"\b(?:in times? of|whenever|every time|each (?:time|year)|every year)\b", re.IGNORECASE)
BECAME = frozenset("become prove remain".split())  # "it was to become his best known work": it did
PURPOSE = re.compile(
    r"\b(?:roles?|functions?|jobs?|tasks?|dut(?:y|ies)|purpose|ways?|methods?|use) $"
)  # "its role is to warn"
LONG_AGO = re.compile(r"\b1[0-9]{3}s?\b|\b1?\dth[- ](?:and \d+th[- ])?centur(?:y|ies)\b|\b(?:BC|BCE|AD|CE)\b")
DONE = re.compile(
    r"\b(?:has|have|had|was|were|is|are)(?: (?:not|also|already|now|been|since|long|still|never|ever|even|just|\w+ly))* (?P<verb>\w+)"
    r"|\b(?P<past>\w+)",
    re.IGNORECASE,
)
NOT_YET = re.compile(r"ha(?:s|ve) not\b")
SUPPOSED = re.compile(
    r"\b((?:presum|assum|suppos|suspect)ed|(?:is|are) (?:\w+ly )?(?:believed|thought)|likely|probable|possible) that\b"
)
ATTRIBUTE = re.compile(
    r"\b(?:a|an|the|its|their|his|her|our|this|that|these|those|first|second|more) $|-$"
    r"|\b(?:becomes?|gets?|remains?|stays?|being) (?:\w+ly )?$",  # "becomes infected" is no past
    re.IGNORECASE,
)
TO_COME = re.compile(r" (?:to|that|for|it|them)\b")  # "promised to raise"
WERE = re.compile(r"\b(?:was|were|had|did)\b")
STATE = re.compile(
    r"\b(?:is|are|be|being) (?:(?:\w+ly|then|now|also|often|still|not|never) )*(\w+)"
)  # "payments are limited"
TOLD = frozenset(
    meaning(root(word))
    for word in "said told called announced stated wrote argued warned described thought believed added noted".split()
)
MODAL = frozenset(
    meaning(root(word)) for word in "needed required".split()
)  # "is needed" is as much as "will be needed"
PRESENT = frozenset("is are has have do".split())
PART = re.compile(r"[,;:]|(?<=[a-z\d)][.!?]) (?=[A-Z“\"])| (?:and|but|that|which|who|because|while|as|so|why|how) ")
NEAR = 7  # words on either side of a verb that tell of what it is said


def verbs(pattern: re.Pattern[str], text: str) -> set[str]:
    """The meanings of the verbs that a pattern finds."""
    return {meaning(root(match["verb"].casefold())) for match in pattern.finditer(text)}


def expected(sentence: str) -> set[str]:
    """The verbs of what will be; in a tale of the past, "would" and "was to" tell what then was."""
    past = LONG_AGO.search(sentence)
    told = past or any(each.search(sentence) for each in (REFUSED, WERE, HABIT)) or verbs_done(sentence, bare=True)
    tale = told and not CONDITION.search(sentence)
    return {
        meaning(root(match["verb"].casefold()))
        for match in FUTURE.finditer(sentence)
        if not (match["would"] and tale)
        and not (match["was"] and ((tale and past) or (told and match["verb"] in BECAME)))
        and not PURPOSE.search(sentence[: match.start()])
    }


def verbs_done(text: str, *, bare: bool) -> set[str]:
    """The verbs of what is told as done: "has built", "was built" and, with ``bare``, "built" without a hedge in its clause."""
    found: set[str] = set()
    for clause in PART.split(SUPPOSED.sub(r"\1", text)):
        for match in DONE.finditer(clause):
            verb = match["verb"] or match["past"]
            if (
                _is_past(verb)
                and verb.islower()  # a name is no verb: "Combined Forces Command"
                and (bare or match["verb"])
                and not NOT_YET.match(match[0])
                and verb not in PRESENT
                and not (HEDGE.fullmatch(verb) and (match["verb"] or TO_COME.match(clause, match.end())))
                and not ATTRIBUTE.search(clause[: match.end()].removesuffix(verb))
                and not HEDGE.search(clause[: match.end()].removesuffix(verb))
            ):
                found.add(meaning(root(verb)))
    return found


def states(text: str) -> set[str]:
    """The verbs of what is so for good, and not done once: "payments are limited"."""
    return {meaning(root(match[1].casefold())) for match in STATE.finditer(text)}


def said_of_the_same(verb: str, claim: str, text: str) -> bool:
    """Whether both say it of the same: a word near it in the claim stands near it in the text, in these or related words."""
    ours, theirs = _near(verb, claim), _near(verb, text)
    return not ours or not theirs or bool(related(ours, theirs))


def _near(verb: str, text: str) -> set[str]:
    """The content words within a few words of a verb."""
    tokens, content = roots(text), content_roots(text)
    places = [place for place, token in enumerate(tokens) if meaning(token) == verb]
    found = {token for place in places for token in tokens[max(0, place - NEAR) : place + 1 + NEAR]}
    return {token for token in found & content if meaning(token) != verb}


def _is_past(word: str) -> bool:
    return word in PAST or (word.endswith("ed") and len(word) > 3)
