"""Shares in words: "two-thirds", "three fifths", "one in five", "two out of every three"."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from qa.figures import MAGNITUDES, NUMBER_WORDS, SPELLED, Figure, counted

_UNDER = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_SMALL = "|".join(word for word, value in NUMBER_WORDS.items() if value <= 10)
# A third is an ordinal before a noun: "a third bridge".
_BEHIND = (
    r"(?=\W*$|[,.;:)\"”]| (?:of|the|its|their|his|her|our|as|more|less|fewer|larger|smaller|higher|lower|in|by|at|from|to|on|for|are|is"
    r"|was|were|had|have|has|and|or|than|that|who|which|over|since|between|went|goes?|will|would|do|did|each|said|per)\b)"
)
FRACTION = re.compile(
    rf"\b(?P<over>an?|one|{_SMALL})(?:[ -](?P<under>{'|'.join(_UNDER)})s\b|-(?P<joined>{'|'.join(_UNDER)})\b"
    rf"|[ ](?P<alone>{'|'.join(_UNDER)})\b{_BEHIND})"
    r"|(?<!first )(?<!second )(?<!last )(?<!latter )(?<!other )(?<!former )(?<!final )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )"
    r"(?<!\bour )(?<!each )(?<!either )(?<!upper )(?<!lower )(?<!ern )\bhalf\b(?= (?:of|the|its|their|price)\b|\W*$)",
    re.IGNORECASE,
)
HALF = re.compile(r"(?<!first )(?<!second )(?<!latter )\bhal(?:f|ves?|ved|ving)\b", re.IGNORECASE)
QUARTER = re.compile(r"\b(?:an?|one) quarter\b", re.IGNORECASE)
OUT_OF = re.compile(
    rf"\b(?P<least>(?:{SPELLED}|\d\d?) (?:and|to|or) )?"
    rf"(?P<over>one|{SPELLED}|\d\d?)(?: [a-z]+)? (?:(?:in|out of)(?: every)?|(?:of|for|to|per) every) "
    rf"(?P<under>{SPELLED}|\d{{1,3}}(?:,000)*|(?:a )?(?:hundred|thousand|million))(?![\w,.]*\d)\b"
    rf"|\b(?:out )?of every (?P<all>{SPELLED}|\d{{1,3}})(?: [a-z]+)?,? (?P<some>one|{SPELLED}|\d\d?)\b"
    r"|(?<![\w/.])(?P<above>\d)/(?P<below>\d\d?)(?![\w/])",
    re.IGNORECASE,
)
ONE_OF = re.compile(  # "one latent infection in ten"
    rf"\bone(?: [a-z-]+){{2,4}}? in (?:every )?(?P<under>{SPELLED}|\d{{1,3}})\b"
    r"(?![.,]?\d| (?:minute|hour|day|week|month|year|decade|centur)\w*)",
    re.IGNORECASE,
)
MAY_BE_ODDS = re.compile(
    rf"\b(?:in|of|every) (?:every )?(?:\d|(?:a )?(?:hundred|thousand|million)\b|{SPELLED})|\d/\d", re.IGNORECASE
)


def fractions(text: str) -> Iterator[Figure]:
    """ "A third", "two-thirds", "three fifths", "half of"."""
    for match in FRACTION.finditer(text):
        over = NUMBER_WORDS.get((match["over"] or "").casefold(), 1)
        under = match["under"] or match["joined"] or match["alone"] or "half"
        yield Figure(Fraction(over, _UNDER[under.casefold()]), False, match[0])


def odds(text: str) -> Iterator[Figure]:
    """ "One in five", "two out of every three", "3/5": a share, or two figures that happen to stand so ("two in three days")."""
    if not MAY_BE_ODDS.search(text):
        return
    for match in ONE_OF.finditer(text):
        if (under := counted(match["under"])) > 1:
            yield Figure(Fraction(1, under), False, match[0])
    for match in OUT_OF.finditer(text):
        over, under = (
            _count(next(filter(None, map(match.group, groups))))
            for groups in (("over", "above", "some"), ("under", "below", "all"))
        )
        least = match["least"] or ""
        if least and 0 < counted(least.split()[0]) < under:
            yield Figure(Fraction(counted(least.split()[0]), under), False, least)
        if 0 < over < under:
            yield Figure(Fraction(over, under), False, match[0].removeprefix(least))


def _count(words: str) -> int:
    """ "1,000", "a hundred"."""
    return MAGNITUDES.get(words.casefold().removeprefix("a "), 0) or counted(words)


@lru_cache(maxsize=500)
def shares(text: str) -> tuple[Figure, ...]:
    """Every share in words that a sentence may be read to hold."""
    halves = [Figure(Fraction(1, 2), False, match[0]) for match in HALF.finditer(text)]
    quarters = [Figure(Fraction(1, 4), False, match[0]) for match in QUARTER.finditer(text)]
    return (*fractions(text), *odds(text), *halves, *quarters)
