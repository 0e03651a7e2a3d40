"""What lies between amounts: eight points between nine in ten and 82%, what is lacking of a total."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from qa.figures import Figure
from qa.support.figures.shares import shares


def in_percent(text: str) -> Iterator[Figure]:
    """ "Nine out of ten", as 90%."""
    yield from (Figure(share.value * 100, True, share.written) for share in shares(text))


def differences(amounts: Sequence[Figure]) -> Iterator[Figure]:
    """Between every two of a kind, and between each and the sum of all others."""
    for one, other in combinations(amounts, 2):
        if one.unit == other.unit and (one.percent == other.percent or one.unit is None):
            yield one._replace(value=abs(one.value - other.value), percent=one.percent or other.percent)
    for one in amounts:
        others = [each for each in amounts if each != one and (each.percent, each.unit) == (one.percent, one.unit)]
        if len(others) > 1:
            yield one._replace(value=abs(one.value - sum((each.value for each in others), Fraction(0))))
