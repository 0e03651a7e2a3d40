"""What lies between amounts: eight points between nine in ten and 82%, two months fewer than planned, what is lacking of a total."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from qa.figures import Figure, figures
from qa.support.figures.beside import around
from qa.support.figures.shares import shares

POINTS = re.compile(r"^ (?:percentage )?points?\b", re.IGNORECASE)
STEP = re.compile(
    r"^(?: [a-z]+)? (?P<side>(?:more|longer|later|higher|larger|greater|taller|older|over|above|too many|extra|again)"
    r"|(?:fewer|less|shorter|earlier|sooner|lower|smaller|younger|under|below|short))\b(?! (?:a|an|the)\b)(?P<than> than)?",
    re.IGNORECASE,
)
UP = frozenset("more longer later higher larger greater taller older over above extra again".split()) | {"too many"}
PLACES = re.compile(r"^ (?:places?|positions?|spots?|ranks?)\b", re.IGNORECASE)


def in_percent(text: str) -> Iterator[Figure]:
    """ "Nine out of ten", as 90%, and points."""
    yield from (Figure(share.value * 100, True, share.written) for share in shares(text))
    for each in dict.fromkeys(figures(text)):
        if any(POINTS.match(behind) for _, behind in around(each.written, text)):
            yield each._replace(percent=True)


def steps(amounts: Sequence[Figure], text: str) -> dict[Figure, bool]:
    """The amounts that are told as so much more or less than another, and whether the other is the greater."""
    found = {}
    for each in amounts:
        for _, behind in around(each.written, text):
            if match := STEP.match(behind):
                found[each] = (match["side"].casefold() in UP) != (match["than"] is None)
    return found


def stepped(amounts: Sequence[Figure], text: str) -> Iterator[Figure]:
    """ "28 months", of "26 months, two fewer than planned"; "£37 million", of "£32 million" and "£5 million over budget"."""
    for step, smaller in steps(amounts, text).items():
        for base in amounts:
            size = step.value if step.unit is None else base.value_of(step)
            if base != step and size is not None and base.percent == step.percent:
                yield base._replace(value=base.value - size if smaller else base.value + size)


def differences(amounts: Sequence[Figure]) -> Iterator[Figure]:
    """Between every two of a kind, and between each and the sum of all others."""
    for one, other in combinations(amounts, 2):
        size = one.value_of(other) if (one.unit is None) == (other.unit is None) else None
        if size is not None and (one.percent == other.percent or one.unit is None):
            yield one._replace(value=abs(one.value - size), percent=one.percent or other.percent)
    for one in amounts:
        others = [each for each in amounts if each != one and (each.percent, each.unit) == (one.percent, one.unit)]
        if len(others) > 1:
            yield one._replace(value=abs(one.value - sum((each.value for each in others), Fraction(0))))
