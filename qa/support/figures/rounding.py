"""Figures that are told less exactly than they stand in the evidence."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from qa.figures import Figure
from qa.support.figures.beside import around

ABOUT = re.compile(
    r"(?<!\bno )(?<!\bnot )\b(?P<word>not quite|about|around|some|roughly|approximately|circa|close to|an estimated|perhaps|nearly|almost"
    r"|just under|under|below|less than|fewer than|just short of|over|more than|above|at least|exceed(?:s|ed|ing)?|upwards of|well over)"
    r"(?: (?:a|an|the))? ?[$€£]?$",
    re.IGNORECASE,
)
LITTLE = re.compile(
    r"\b(?:a little|a bit|slightly|somewhat|just|only just|barely|marginally|fractionally)$", re.IGNORECASE
)
BEHIND = re.compile(r"^(?:-odd|-ish|-some| or (?:so|thereabouts)| odd)\b")
BELOW = frozenset("not quite|nearly|almost|just under|under|below|less than|fewer than|just short of".split("|"))
ABOVE = frozenset("over|more than|above|at least|exceed|exceeds|exceeded|exceeding|upwards of|well over".split("|"))
NEAR, FAR, WIDE = (
    Fraction(1, 12),
    Fraction(1, 10),
    Fraction(1, 8),
)  # of the figure told; the last, of one with a single digit
CONVERTED = Fraction(1, 100)  # which an amount in another unit may lose on the way
FARTHEST, FEWEST = (
    Fraction(1, 2),
    100,
)  # "over a hundred" are up to 150; of other figures it is said only for what is nearer
FINEST = 1000  # of one: the finest place on which a value may lie
NEAR_SHARE, FAR_SHARE = Fraction(3, 100), Fraction(1, 10)  # of the whole
# Digits that a figure must have in common with the one it stands for, where nothing says that it is rounded; in another unit fewer.
DIGITS, FEW_DIGITS = 3, 2


def is_rounded(figure: Figure, claim: str, held: Sequence[Figure]) -> bool:
    """ "About 36 billion", where 36.2 billion stands; "2.31 million" for 2,312,456. A year is never rounded."""
    if figure.is_year or not figure.value:
        return False
    told = len(re.sub(r"\D", "", figure.written).strip("0")) or len(str(figure.value).strip("0"))
    for other in held:
        value = None if other.is_year or other.percent != figure.percent else figure.value_of(other)
        if value is None:
            continue
        if told >= (DIGITS if _alike(figure, other) else FEW_DIGITS) and _is_same(figure.value, value, told):
            return True
        if not _alike(figure, other) and abs(value / figure.value - 1) < CONVERTED:
            return True
        dozens = figure.written.endswith("dozen")
        far = FARTHEST if dozens or _grain(figure.value) == figure.value >= FEWEST else WIDE if told == 1 else FAR
        far = NEAR if any(LITTLE.search(before) for before in _before(figure.written, claim)) else far
        if (dozens or _grain(value) < _grain(figure.value)) and any(
            _lies(word, value / figure.value - 1, NEAR, far) for word in _words(figure.written, claim)
        ):
            return True
    return False


def is_about(share: Fraction, written: str, claim: str, held: Fraction) -> bool:
    """ "More than half" for 56%, "about a third" for 35%."""
    return any(_lies(word, held - share, NEAR_SHARE, FAR_SHARE) for word in _words(written, claim))


def _words(written: str, claim: str) -> Iterator[str]:
    for before, behind in around(written, claim):
        if match := ABOUT.search(before):
            yield match["word"].casefold()
        elif match := BEHIND.match(behind):
            yield match[0]


def _before(written: str, claim: str) -> Iterator[str]:
    """What stands before the word that says how exactly a figure is told."""
    for before, _ in around(written, claim):
        if match := ABOUT.search(before):
            yield before[: match.start()].rstrip()


def _lies(word: str, distance: Fraction, near: Fraction, far: Fraction) -> bool:
    if word in BELOW:
        return -far <= distance <= 0
    if word in ABOVE:
        return 0 <= distance <= far
    return abs(distance) <= near


def _grain(value: Fraction) -> Fraction:
    """The coarsest step of one or five of a place on which a value lies: 50 of 450, a tenth of 36.2."""
    count, rest = divmod(value * FINEST, 1)
    if rest or not count:
        return Fraction(0)
    step = 10 ** (len(str(count)) - len(str(count).rstrip("0")))
    return Fraction(step if count % (5 * step) else 5 * step, FINEST)


def _alike(one: Figure, other: Figure) -> bool:
    return one.unit is None or other.unit is None or one.unit == other.unit


def _is_same(one: Fraction, other: Fraction, digits: int) -> bool:
    return f"{float(one):.{digits}g}" == f"{float(other):.{digits}g}"
