"""Two things and what the one is beside the other, however it is told: "A trailed B" is "B was ahead of A"."""

import re

from qa.support.comparison.thans import differ_in_figure
from qa.support.evidence import content_roots
from qa.support.kin import related

_SIDES = """
amount: more higher larger greater bigger heavier bulkier dearer costlier pricier|less fewer lower smaller lighter cheaper
time: earlier sooner faster quicker shorter older|later slower longer younger
worth: better hardier superior stronger safer|worse inferior weaker poorer
"""
_DIRECTIONS = {
    word: (scale, up)
    for scale, sides in (line.split(": ") for line in _SIDES.strip().split("\n"))
    for side, up in zip(sides.split("|"), (True, False), strict=True)
    for word in side.split()
}
_OF = {"expensive": ("amount", True), "costly": ("amount", True), "slowly": ("time", False)}
_OF |= dict.fromkeys(("quickly", "rapidly", "swiftly"), ("time", True))
_BETWEEN = (
    r"|(?P<amount_up>exceed(?:s|ed)?|outnumber(?:s|ed)?|surpass(?:es|ed)?|outstrip(?:s|ped)?|overr[au]n|in excess of|beyond what"
    r"|above (?:those|that|what))"
    r"|(?P<amount_down>(?:below|under|short of) (?:those|that|what))"
    r"|(?P<time_up>ahead of|in front of|(?:lead|advantage)(?: of [^,;]{3,30}?)? over|preced(?:es|ed|ing)|predat(?:e|es|ed|ing))"
    r"|(?P<time_down>behind|trail(?:s|ed|ing)?|postdat(?:e|es|ed|ing))"
)
RELATION = re.compile(
    rf"\b(?:(?P<comparative>{'|'.join(_DIRECTIONS)})\b(?: (?P<of>\w+))?(?: [\w'-]+){{0,4}}? than{_BETWEEN})\b(?: by\b)?",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:not?|never|none|nor|neither|nobody|hardly|rarely|other|cannot|without)\b|n['’]t\b", re.IGNORECASE
)
CLAUSE = re.compile(r"[,;:]| (?:and|but|though|although|even|in spite|when|while|whereas|with) ")


def relation(text: str) -> tuple[str, bool, set[str], set[str]] | None:
    """The scale, whether the first stands above or before the other, and the content roots of either, where one thing is told of two."""
    found = list(RELATION.finditer(text))
    if len(found) != 1 or DENIED.search(text):
        return None
    (match,) = found
    scale, up = _direction(match)
    first, behind = content_roots(text[: match.start()]), content_roots(CLAUSE.split(text[match.end() :])[0])
    return scale, up, first - behind, behind - first


def _direction(match: re.Match[str]) -> tuple[str, bool]:
    """On which scale, and whether what stands before it is the upper or the earlier of the two."""
    if match["comparative"]:
        scale, up = _DIRECTIONS[match["comparative"].casefold()]
        of, upwards = _OF.get((match["of"] or "").casefold(), (scale, True))
        return of, up == upwards
    scale, _, side = (match.lastgroup or "").partition("_")
    return scale, (side == "up") != match[0].endswith(" by")  # "outnumbered by"


def turned_relation(claim: str, sentence: str) -> bool | None:
    """Whether the same two stand the other way round; None where it is not told of the same two, on the same scale, in both."""
    ours, theirs = relation(claim), relation(sentence)
    if ours is None or theirs is None or ours[0] != theirs[0] or differ_in_figure(claim, sentence):
        return None
    first, then = bool(related(ours[2], theirs[2])), bool(related(ours[3], theirs[3]))
    back, there = bool(related(theirs[3], ours[2])), bool(related(ours[3], theirs[2]))
    if first and then and not back and not there:
        return ours[1] != theirs[1]
    if back and there and not then:
        return ours[1] == theirs[1]
    return None
