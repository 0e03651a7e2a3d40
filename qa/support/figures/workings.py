"""Figures worked out from those of the evidence: a share, a difference, a total, what is left of a hundred percent."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from qa.figures import Figure, figures
from qa.support.evidence import Evidence
from qa.support.figures.beside import around
from qa.support.figures.counting import is_counted_otherwise
from qa.support.figures.gaps import POINTS, differences, in_percent, stepped, steps
from qa.support.figures.multiples import TIMES, factors, multiples, parts
from qa.support.figures.rates import by_time, rows, tallies
from qa.support.figures.rests import FALLEN, LEAST, is_rest, is_rest_of_count, rests_of_amount
from qa.support.figures.rounding import is_about, is_rounded
from qa.support.figures.shares import shares

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
EACH = re.compile(
    r"^[^,.;]{0,25}? (?:(?:for|to|in) (?:each|every)|(?:for|to) an?|per|apiece|each"
    r"|an? (?:minute|hour|day|week|month|year|head|piece|person))\b",
    re.IGNORECASE,
)
BY_TO = re.compile(r"\bby [^,.;]{1,30}? to \W?\d", re.IGNORECASE)  # what it was before is left to be worked out
EACH_GOT = re.compile(r"\b(?:each|every(?:one)?) [^,.;]{0,25}$", re.IGNORECASE)
FACTOR = re.compile(r"\b(?:factor|multiple) of $", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:los[et]\w*|gain\w*|add(?:s|ed|ing)?|shed(?:s|ding)?|gr[eo]w\w*|ris\w+|rose|climb\w*|f[ae]ll\w*|drop\w*|descend\w*|shr[aiu]nk\w*"
    r"|increas\w+|decreas\w+|declin\w+|cut\w*|reduc\w+|sav\w+|widen\w*)\b",
    re.IGNORECASE,
)
ONE = re.compile(r"\b(?:one|single)\b", re.IGNORECASE)
NEAR = 25  # letters
SMALL = 12
MOST = 6  # figures of the evidence; of more, everything can be worked out
FEW = 3  # of which a percentage may be made


def is_worked_out(figure: Figure, claim: str, evidence: Evidence, held: Sequence[Figure]) -> bool:
    """Whether figures of the evidence give this one, and the claim's words ask for it or no chance would have hit it."""
    amounts = _amounts(claim, held)
    if figure.percent and (
        is_rest(figure.value / 100, figure.written, claim, evidence, amounts) or _is_percentage(figure, amounts)
    ):
        return True
    if len(amounts) > MOST:
        return False
    if _is_quotient(figure, claim, evidence, amounts) or is_rest_of_count(figure, claim, evidence, amounts):
        return True
    sides = list(around(figure.written, claim))
    if any(TIMES.match(behind) for _, behind in sides):
        return False
    percent = figure.percent or any(POINTS.match(behind) for _, behind in sides)
    told = [each for each in dict.fromkeys(_told(figure, claim, evidence, amounts)) if percent == each.percent]
    return any(figure.measures_as(each) for each in told) or is_rounded(figure._replace(percent=percent), claim, told)


def _told(figure: Figure, claim: str, evidence: Evidence, amounts: Sequence[Figure]) -> Iterator[Figure]:
    text = evidence.joined
    yield from _products(amounts) if figure.unit else ()
    yield from stepped(amounts, text)
    bound = steps(amounts, text)
    free = [each for each in amounts if each not in bound]
    if _is_apart(figure, claim, evidence):
        yield from differences([*free, *in_percent(text)])
    yield from _totals(free) if _is_total(figure, claim, evidence) else ()
    yield from multiples(amounts, text)
    yield from parts(figure, amounts, text)
    yield from (*by_time(claim, text, amounts), *rows(text), *tallies(text))
    yield from rests_of_amount(claim, evidence, amounts)


def is_ratio(share: Figure, claim: str, evidence: Evidence, held: Sequence[Figure]) -> bool:
    """ "A tenth" of $200 billion, where $20 billion stands; "a tenth", where the other is ten times as much."""
    amounts = _amounts(claim, held)
    if len(amounts) > MOST:
        return False
    ones = [each._replace(value=Fraction(1)) for each in amounts if ONE.search(evidence.joined)]
    found = [*_quotients([*amounts, *dict.fromkeys(ones)]), *(1 / factor for factor in factors(evidence.joined))]
    sides = list(around(share.written, claim))
    if any(FALLEN.search(before[-NEAR:] + behind[:NEAR]) for before, behind in sides):
        found += [1 - quotient for quotient in found if quotient < 1]
    elif any(BESIDE.match(behind) or _changes(before, behind) for before, behind in sides):
        found += [quotient - 1 for quotient in found if quotient > 1]
    return any(abs(share.value - each) < LEAST or is_about(share.value, share.written, claim, each) for each in found)


def _is_quotient(figure: Figure, claim: str, evidence: Evidence, amounts: Sequence[Figure]) -> bool:
    sides = list(around(figure.written, claim))
    each = any(EACH.match(behind) or EACH_GOT.search(before) for before, behind in sides)
    if not (each or any(TIMES.match(behind) or FACTOR.search(before) for before, behind in sides)):
        return False
    found = [Figure(value, False, str(value)) for value in _quotients(amounts, alike=not each)]
    found += [Figure(1 / share.value, False, "") for share in shares(evidence.joined)]
    found += [Figure(1 + more.value / 100, False, "") for more in amounts if more.percent]
    found += _rates(amounts) if each and figure.unit else ()
    return any(figure.measures_as(each) for each in found) or is_rounded(figure, claim, found)


def _is_apart(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """Whether what lies between two figures is told."""
    return bool(_is_telling(figure, claim, evidence) or BY_TO.search(evidence.joined)) or any(
        APART.search(before) or BESIDE.match(behind) or _changes(before, behind)
        for before, behind in around(figure.written, claim)
    )


def _is_total(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """Whether a sum is told, or is one that no chance gives."""
    return TOTAL.search(claim) is not None or _is_telling(figure, claim, evidence)


def _is_telling(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """Whether it is no small number, which two others give by chance, and stands in no other's place."""
    return (figure.value > SMALL or figure.value.denominator > 1) and not is_counted_otherwise(figure, claim, evidence)


def _changes(before: str, behind: str) -> bool:
    return CHANGED.search(before[-NEAR:]) is not None or CHANGED.search(behind[:NEAR]) is not None


def _amounts(claim: str, held: Sequence[Figure]) -> list[Figure]:
    """Without the years; what the claim writes as an amount ("1,800") is no year."""
    told = {figure.value for figure in figures(claim) if not figure.is_year}
    return list(dict.fromkeys(each for each in held if each.value in told or not each.is_year))


def _is_percentage(figure: Figure, amounts: Sequence[Figure]) -> bool:
    """ "25%" of 80, where 20 stand; "20% more", where 100 became 120."""
    plain = [each for each in amounts if not each.percent]
    if len(plain) > FEW:  # dates and counts among them
        plain = [each for each in plain if each.unit]
    shares = list(_quotients(plain)) if len(plain) <= FEW else []
    least = LEAST / 10 ** len("".join(re.findall(r"\.(\d+)", figure.written)))
    return any(abs(value - figure.value / 100) < least for each in shares for value in (each, abs(each - 1)))


def _quotients(amounts: Sequence[Figure], *, alike: bool = True) -> Iterator[Fraction]:
    for one, other in permutations(amounts, 2):
        same = one.unit == other.unit or (alike and None in (one.unit, other.unit))
        if other.value and one.percent == other.percent and (same if alike else not same or one.unit is None):
            yield one.value / other.value


def _rates(amounts: Sequence[Figure]) -> Iterator[Figure]:
    """ "34 centimetres in every kilometre", of 17 metres and 50 kilometres."""
    for one, other in permutations(amounts, 2):
        if one.unit and other.unit and one.unit != other.unit and other.value:
            yield one._replace(value=one.value / other.value)


def _products(amounts: Sequence[Figure]) -> Iterator[Figure]:
    """ "Eight years", of two terms of four years."""
    for one, other in permutations(amounts, 2):
        if one.unit is None and other.unit and not one.percent and not other.percent:
            yield other._replace(value=one.value * other.value)


def _totals(amounts: Sequence[Figure]) -> Iterator[Figure]:
    for count in range(2, len(amounts) + 1):
        for some in combinations(amounts, count):
            if len({(each.percent, each.unit) for each in some}) == 1:
                yield some[0]._replace(value=sum((each.value for each in some), Fraction(0)))
