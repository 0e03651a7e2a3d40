"""Figures worked out from those of the evidence: a share, a difference, a total, what is left of a hundred percent."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from qa.figures import Figure, figures
from qa.support.denial.idle import EXCESS
from qa.support.evidence import Evidence, nearest
from qa.support.figures.beside import around
from qa.support.figures.rounding import is_about, is_rounded
from qa.support.figures.shares import shares
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
WANTING = re.compile(r"\b(?:empty|lack\w*|miss\w*|lost|gone|outside|elsewhere|except)\b", re.IGNORECASE)
POINTS = re.compile(r"^ (?:percentage )?points?\b", re.IGNORECASE)
EACH = re.compile(
    r"^[^,.;]{0,25}? (?:(?:for|to) (?:each|every|an?)|per|apiece|each|an? (?:minute|hour|day|week|month|year|head|piece|person))\b",
    re.IGNORECASE,
)
MULTIPLIED = {
    2: re.compile(
        r"\b(?:doubl(?:ed?|es|ing)|twice|twofold|half as|halv(?:ed?|es|ing)|half (?:of )?(?:that|the))\b", re.IGNORECASE
    ),
    3: re.compile(
        r"\b(?:tripl(?:ed?|es|ing)|trebl(?:ed?|es|ing)|three times|thrice|threefold|a third of that)\b", re.IGNORECASE
    ),
    4: re.compile(r"\b(?:quadrupl(?:ed?|es|ing)|four times|fourfold|a quarter of that)\b", re.IGNORECASE),
}
FACTOR = re.compile(r"\b(?:factor|multiple) of $", re.IGNORECASE)
LEAST = Fraction(1, 200)
MOST = 6  # figures of the evidence; of more, everything can be worked out
FEW = 3  # of which a percentage may be made


def is_worked_out(figure: Figure, claim: str, evidence: Evidence, held: Sequence[Figure]) -> bool:
    """Whether the claim's words ask for a total, a difference or a multiple, and two figures of the evidence give this one."""
    amounts = _amounts(claim, held)
    if figure.percent and (is_rest(figure.value / 100, claim, evidence, amounts) or _is_percentage(figure, amounts)):
        return True
    if len(amounts) > MOST:
        return False
    sides = list(around(figure.written, claim))
    if any(TIMES.match(behind) or EACH.match(behind) or FACTOR.search(before) for before, behind in sides):
        each = any(EACH.match(behind) for _, behind in sides)
        quotients = [Figure(value, False, str(value)) for value in _quotients(amounts, alike=not each)]
        parts = [Figure(1 / share.value, False, share.written) for share in shares(evidence.joined)]
        if figure.value in {found.value for found in [*quotients, *parts]} or is_rounded(figure, claim, quotients):
            return True
    apart = any(APART.search(before) or BESIDE.match(behind) for before, behind in sides)
    told = [*_differences(amounts)] if apart else []
    told += _totals(amounts) if TOTAL.search(claim) else []
    told += _multiples(amounts, evidence.joined)
    percent = figure.percent or any(POINTS.match(behind) for _, behind in sides)
    return any(percent == each.percent and figure.measures_as(each) for each in told)


def is_ratio(share: Figure, claim: str, held: Sequence[Figure]) -> bool:
    """ "A tenth" of $200 billion, where $20 billion stands."""
    amounts = _amounts(claim, held)
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


def _amounts(claim: str, held: Sequence[Figure]) -> list[Figure]:
    """Without the years; what the claim writes as an amount ("1,800") is no year."""
    told = {figure.value for figure in figures(claim) if not figure.is_year}
    return list(dict.fromkeys(each for each in held if each.value in told or not each.is_year))


def _is_percentage(figure: Figure, amounts: Sequence[Figure]) -> bool:
    """ "25%" of 80, where 20 stand; "20% more", where 100 became 120."""
    plain = [each for each in amounts if not each.percent]
    shares = list(_quotients(plain)) if len(plain) <= FEW else []
    least = LEAST / 10 ** len("".join(re.findall(r"\.(\d+)", figure.written)))
    return any(abs(value - figure.value / 100) < least for each in shares for value in (each, abs(each - 1)))


def _multiples(amounts: Sequence[Figure], text: str) -> Iterator[Figure]:
    """What was there before it doubled, and what is half as much."""
    for count in (count for count, words in MULTIPLIED.items() if words.search(text)):
        for each in amounts:
            yield each._replace(value=each.value * count)
            yield each._replace(value=each.value / count)


def _denies(text: str) -> bool:
    words = re.findall(r"[\w']+", EXCESS.sub(" ", text).casefold().replace("’", "'"))
    return WANTING.search(text) is not None or any(word in NEGATIONS or word.endswith("n't") for word in words)


def _quotients(amounts: Sequence[Figure], *, alike: bool = True) -> Iterator[Fraction]:
    for one, other in permutations(amounts, 2):
        same = one.unit == other.unit
        if other.value and one.percent == other.percent and (same if alike else not same or one.unit is None):
            yield one.value / other.value


def _differences(amounts: Sequence[Figure]) -> Iterator[Figure]:
    for one, other in combinations(amounts, 2):
        if one.percent == other.percent and one.unit == other.unit:
            yield one._replace(value=abs(one.value - other.value))


def _totals(amounts: Sequence[Figure]) -> Iterator[Figure]:
    for count in range(2, len(amounts) + 1):
        for some in combinations(amounts, count):
            if len({(each.percent, each.unit) for each in some}) == 1:
                yield some[0]._replace(value=sum((each.value for each in some), Fraction(0)))
