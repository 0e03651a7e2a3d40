"""Figures worked out from those of the evidence: a share, a difference, a total, what is left of a hundred percent."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from qa.figures import Figure
from qa.support.beside import around
from qa.support.denying import EXCESS
from qa.support.evidence import Evidence, nearest
from qa.support.rounding import is_about
from qa.support.shares import shares
from qa.words import NEGATIONS

TOTAL = re.compile(
    r"\b(?:total(?:s|l?ed|l?ing)?|altogether|in all|all told|combined|together|sum|overall)\b", re.IGNORECASE
)
APART = re.compile(
    r"\b(?:by|(?:difference|gap|margin|lead|rise|increase|drop|fall|cut|gain|loss|growth) of|another|(?:an )?(?:extra|additional|further))"
    r"(?: (?:about|around|some|nearly|almost|over))? [$€£]?$",
    re.IGNORECASE,
)
BESIDE = re.compile(
    r"^(?:[ -][\w$]+){0,2} (?:more|less|fewer|higher|lower|larger|smaller|longer|shorter|older|younger|taller|ahead|behind|apart|extra"
    r"|points?|left)\b",
    re.IGNORECASE,
)
TIMES = re.compile(r"^(?: |-)?(?:times|fold|to (?:one|1))\b", re.IGNORECASE)
REST = re.compile(r"\b(?:rest|remain\w*|others?|left|balance)\b", re.IGNORECASE)
WANTING = re.compile(r"\b(?:empty|lack\w*|miss\w*|lost|gone)\b", re.IGNORECASE)
POINTS = re.compile(r"^ (?:percentage )?points?\b", re.IGNORECASE)
FACTOR = re.compile(r"\b(?:factor|multiple) of $", re.IGNORECASE)
LEAST = Fraction(1, 200)
MOST = 6  # figures of the evidence; of more, everything can be worked out


def is_worked_out(figure: Figure, claim: str, evidence: Evidence, held: Sequence[Figure]) -> bool:
    """Whether the claim's words ask for a total, a difference or a multiple, and two figures of the evidence give this one."""
    amounts = list(dict.fromkeys(each for each in held if not each.is_year))
    if figure.percent and is_rest(figure.value / 100, claim, evidence, amounts):
        return True
    if len(amounts) > MOST:
        return False
    sides = list(around(figure.written, claim))
    if any(TIMES.match(behind) or FACTOR.search(before) for before, behind in sides):
        return figure.value in _quotients(amounts) or any(
            share.value * figure.value == 1 for share in shares(evidence.joined)
        )
    apart = any(APART.search(before) or BESIDE.match(behind) for before, behind in sides)
    told = [*_differences(amounts)] if apart else []
    told += _totals(amounts) if TOTAL.search(claim) else []
    percent = figure.percent or any(POINTS.match(behind) for _, behind in sides)
    return any(percent == each.percent and figure.measures_as(each) for each in told)


def is_ratio(share: Figure, claim: str, held: Sequence[Figure]) -> bool:
    """ "A tenth" of $200 billion, where $20 billion stands."""
    amounts = list(dict.fromkeys(each for each in held if not each.is_year))
    return len(amounts) <= MOST and any(
        abs(share.value - quotient) < LEAST or is_about(share.value, share.written, claim, quotient)
        for quotient in _quotients(amounts)
    )


def is_rest(share: Fraction, claim: str, evidence: Evidence, held: Sequence[Figure]) -> bool:
    """ "15% are left", where 85% are gone: one of the two denies it, or says that it is what remains."""
    others = any(each.percent and abs(1 - each.value / 100 - share) < LEAST for each in held) or any(
        not each.percent and 0 < each.value < 1 and abs(1 - each.value - share) < LEAST for each in held
    )
    sentence = nearest(claim, evidence)
    return others and (bool(REST.search(claim) or REST.search(sentence)) or _denies(claim) != _denies(sentence))


def _denies(text: str) -> bool:
    words = re.findall(r"[\w']+", EXCESS.sub(" ", text).casefold().replace("’", "'"))
    return WANTING.search(text) is not None or any(word in NEGATIONS or word.endswith("n't") for word in words)


def _quotients(amounts: Sequence[Figure]) -> Iterator[Fraction]:
    for one, other in permutations(amounts, 2):
        if other.value and one.percent == other.percent and _kind(one) == _kind(other):
            yield one.value / other.value


def _differences(amounts: Sequence[Figure]) -> Iterator[Figure]:
    for one, other in combinations(amounts, 2):
        if one.percent == other.percent and _kind(one) == _kind(other):
            yield one._replace(value=abs(one.value - other.value))


def _totals(amounts: Sequence[Figure]) -> Iterator[Figure]:
    for count in range(2, len(amounts) + 1):
        for some in combinations(amounts, count):
            if len({(each.percent, each.unit) for each in some}) == 1:
                yield some[0]._replace(value=sum((each.value for each in some), Fraction(0)))


def _kind(figure: Figure) -> tuple[str, int] | None:
    return figure.unit
