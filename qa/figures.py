"""Numbers, percentages and months in a text, by value."""

import re
from fractions import Fraction
from typing import NamedTuple

MAGNITUDES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
NUMBER_WORDS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        " twenty".split(),
        range(2, 21),
        strict=True,
    )
)
NUMBER = re.compile(
    rf"(?<![\w.])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![.,]?\d)(?:st|nd|rd|th)?"
    rf"(?:[ -]?(?P<magnitude>{'|'.join(MAGNITUDES)})\b)?(?P<percent> ?%| per ?cent\b)?",
    re.IGNORECASE,
)
WORD_NUMBER = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]{0,6})\b\.?")


class Figure(NamedTuple):
    """A number in a text: its value with its magnitude, whether it is a percentage, and as it is written."""

    value: Fraction
    percent: bool
    written: str

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year."""
        return re.fullmatch(r"(?:19|20)\d\d", self.written) is not None


def figures(text: str) -> list[Figure]:
    """Every figure in a text: ``$25 billion`` and ``25bn`` have the same value."""
    found = [Figure(_value(match), match["percent"] is not None, match[0].strip()) for match in NUMBER.finditer(text)]
    words = (match[0] for match in WORD_NUMBER.finditer(text))
    return found + [Figure(Fraction(NUMBER_WORDS[word.casefold()]), False, word) for word in words]


def in_table(text: str, around: str) -> list[Figure]:
    """The figures of a table's row with the magnitudes and percentages that its passage gives for a whole column."""
    if "|" not in text:
        return []
    factors = [factor for word, factor in MAGNITUDES.items() if re.search(rf"\b{word}\b", around, re.IGNORECASE)]
    return [Figure(figure.value * factor, False, figure.written) for figure in figures(text) for factor in factors]


def months(text: str) -> set[str]:
    """The months named in a text, by their first three letters ("May" only where a day or a year stands beside it)."""
    found = {match[1] for match in MONTH.finditer(text)}
    return found if re.search(r"\bMay\b\.? \d|\d May\b|\b(?:in|since|until|of|by) May\b", text) else found - {"May"}


def has_full_date(text: str) -> bool:
    """Whether a month stands beside its year somewhere."""
    return re.search(MONTH.pattern + r"(?: \d{1,2},)? (?:19|20)\d\d\b", text) is not None


def _value(match: re.Match[str]) -> Fraction:
    return Fraction(match["digits"].replace(",", "")) * MAGNITUDES.get((match["magnitude"] or "").casefold(), 1)
