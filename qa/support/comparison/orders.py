"""Which of two things came first: "A after B" is "B before A"."""

import re
from collections.abc import Iterator

from qa.support.aligning import changes
from qa.support.evidence import content_roots
from qa.support.kin import related

ORDER = re.compile(
    r"\b(before|after|prior to|preced(?:es|ed)|predat(?:es|ed)|once(?= (?:the|it|they|this|that|both|these|all|a|an|its|their|his|her)\b)"
    r"|when(?= [^,;:]{3,40} (?:has|have|had) (?:been )?\w+(?:ed|en)\b))\b"
    r"(?! (?:then|now|long|(?:[A-Z][a-z]+\.? )?(?:\d\d?,? )?\d{3,4}\b))"  # a time by itself is no second thing
    r"(?P<it> (?:that|which|this)\b[,]?)?",
    re.IGNORECASE,
)
EARLIER = ("before", "prior to", "preced", "predat")  # what stands before it was first
CONTRAST = re.compile(r",? (?:although|though|but|while|whereas) ")
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec)(?:[a-z]*(?:uary|ch|ril|ust|ber)|t)?\b\.?")
FRONTED = re.compile(
    r"^\W*(?:only|just|even|it was only|not until)?\W*$", re.IGNORECASE
)  # "Only after the vote did they meet"
INVERTED = re.compile(r" (?:is|are|was|were|will|would|did|do|does|has|have|had|can|could|may|might) ")


def turned_round(claim: str, sentence: str) -> Iterator[str]:
    """What was first in the claim is what was then in the sentence, and what was then is what was first."""
    ours, theirs = _in_time(claim), _in_time(sentence)
    if _is_crossed(ours, theirs) if ours and theirs else _is_replaced(claim, sentence):
        yield "it turns round what came before and what came after"


def _is_replaced(claim: str, sentence: str) -> bool:
    """Whether one word stands in the very place of the other."""
    ours, theirs = claim.casefold(), sentence.casefold()
    if not (("before" in ours and "after" in theirs) or ("after" in ours and "before" in theirs)):
        return False
    return any(
        change.firm and {word.casefold() for word in change.claim + change.sentence} == {"before", "after"}
        for change in changes(claim, sentence)
        if len(change.claim) == len(change.sentence) == 1
    )


def _is_crossed(ours: tuple[set[str], set[str]], theirs: tuple[set[str], set[str]]) -> bool:
    same = len(ours[0] & theirs[0]) + len(ours[1] & theirs[1])
    there, back = related(ours[0], theirs[1]), related(ours[1], theirs[0])
    return bool(there and back) and len(ours[0] & theirs[1]) + len(ours[1] & theirs[0]) > same


def _in_time(text: str) -> tuple[set[str], set[str]] | None:
    """The content roots of what was first and of what was then, where one word of order stands in the text."""
    text = MONTH.sub(lambda match: match[0][:3], text)
    found = list(ORDER.finditer(text))
    if len(found) != 1:
        return None
    (match,) = found
    before, behind = text[: match.start()], text[match.end() :]
    if match["it"]:  # "A, after which B"
        before, behind = behind, before
    elif len(content_roots(before)) <= 2 and (split := _main_behind(before, behind)):
        before, behind = split
    main, other = content_roots(before), content_roots(CONTRAST.split(behind)[0])
    if not main - other or not other - main:
        return None
    return (main - other, other - main) if match[1].casefold().startswith(EARLIER) else (other - main, main - other)


def _main_behind(before: str, behind: str) -> tuple[str, str] | None:
    """What is told, and what it is told to be before or after, where that stands first: "Two days before the vote, they met"."""
    if "," in behind:
        first, _, main = behind.partition(",")
        return main, first
    if FRONTED.match(before) and (cuts := list(INVERTED.finditer(behind))):
        return behind[cuts[-1].start() :], behind[: cuts[-1].start()]
    return None
