"""Numbers with their units, percentages and months in a text, by value."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

MAGNITUDES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12,
    "dozen": 12,
}  # fmt: skip
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = (
    {word: value for value, word in enumerate(_ONES + _TEENS, start=1)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"dozen": 12}
    | {f"{ten}-{one}": 10 * t + o for t, ten in enumerate(_TENS, 2) for o, one in enumerate(_ONES, 1)}
)
# What is measured, and how many of the smallest unit of its kind one is.
UNITS = {
    "minute": ("minutes", 1), "hour": ("minutes", 60),
    "day": ("days", 1), "week": ("days", 7), "month": ("months", 1), "year": ("months", 12), "decade": ("months", 120),
    "century": ("months", 1200), "centuries": ("months", 1200), "fortnight": ("days", 14),
    "millennium": ("months", 12_000), "millennia": ("months", 12_000),
    "dollar": ("dollars", 100), "cent": ("dollars", 1), "pound": ("pounds", 100), "pence": ("pounds", 1), "euro": ("euros", 1),
    "won": ("won", 1), "yen": ("yen", 1), "yuan": ("yuan", 1),
    "millimeter": ("lengths", 10), "millimetre": ("lengths", 10), "mm": ("lengths", 10), "centimeter": ("lengths", 100),
    "centimetre": ("lengths", 100), "cm": ("lengths", 100), "inch": ("lengths", 254), "inches": ("lengths", 254),
    "foot": ("lengths", 3048), "feet": ("lengths", 3048), "ft": ("lengths", 3048), "yard": ("lengths", 9144), "meter": ("lengths", 10_000),
    "metre": ("lengths", 10_000), "m": ("lengths", 10_000), "kilometer": ("lengths", 10**7), "kilometre": ("lengths", 10**7),
    "km": ("lengths", 10**7), "mile": ("lengths", 16_093_440), "acre": ("areas", 4047), "hectare": ("areas", 10_000),
    "gram": ("weights", 1), "kilogram": ("weights", 1000), "kg": ("weights", 1000), "ton": ("weights", 10**6), "tonne": ("weights", 10**6),
}  # fmt: skip
_MINUTES = {"minutes": 1, "days": 24 * 60, "months": 30 * 24 * 60}  # a month said of days is thirty of them
POUND = Fraction(45359, 10_000)  # grams, of a hundredth
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₩": "won"}
SPELLED = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))  # any of them, as a pattern
_LAST = rf" ?(?:to|or|-|–) ?(?:\d[\d.,]*|{SPELLED})"  # of a range: what is measured stands behind it
_BEHIND = (
    rf"(?:[ -]?(?P<magnitude>{'|'.join(MAGNITUDES)})\b)?(?P<percent> ?%| per ?cent\b|(?={_LAST} ?(?:%|per ?cent\b)))?"
    rf"(?=(?:(?:{_LAST})?[ -](?:(?:business|working|square|cubic|U\.S\.|US) )?(?P<unit>{'|'.join(UNITS)})s?\b)?)"
)
NUMBER = re.compile(
    r"(?<![\w.])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![.,]?\d)(?:st|nd|rd|th)?" + _BEHIND,
    re.IGNORECASE,
)
WORD_NUMBER = re.compile(
    rf"(?<![\w-])(?!(?<=\d )dozen)(?P<word>{SPELLED})(?![\w]|-(?:third|quarter|fifth|half)){_BEHIND}", re.IGNORECASE
)
SINGLE = re.compile(
    rf"\b(?:an?|one|the|per|each|every|this|first)[ -]"
    rf"(?:(?:whole|full|single|calendar|entire|past|last|next|coming|following|previous)[ -])?(?P<unit>{'|'.join(UNITS)})\b",
    re.IGNORECASE,
)
JOINED = re.compile(r"[ -]\w+(?:,? and|,)? ")  # a unit, and what joins it to the next amount
_MONTH_NAMES = "January February March April May June July August September October November December".split()
MONTHS = tuple(name[:3] for name in _MONTH_NAMES)
# By its first three letters, alone or with the rest of its own name: "Jane", "Marine" and "Mayor" are none.
MONTH = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})(?:{'|'.join(rf'(?<={name[:3]}){name[3:]}' for name in [*_MONTH_NAMES, 'Sept'])})?\b\.?"
)

ISO = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\w-])")


class Figure(NamedTuple):
    """A number in a text: its value with its magnitude, whether it is a percentage, as it is written, and its unit.

    ``unit``: what is measured, and how many of the smallest unit of its kind one is: ("days", 7) for a week. None where none stands
    beside the number.
    """

    value: Fraction
    percent: bool
    written: str
    unit: tuple[str, int] | None = None

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year."""
        return re.fullmatch(r"(?:1[5-9]|20)\d\d", self.written) is not None

    def measures_as(self, other: "Figure") -> bool:
        """Whether both are the same amount: "4 weeks" and "28 days"; a unit that only one has makes no difference."""
        return self.value_of(other) == self.value

    def value_of(self, other: "Figure") -> Fraction | None:
        """How many of this figure's unit the other is: 2 of 730 days, for "3 years"; None for what is measured otherwise."""
        if self.unit is None or other.unit is None:
            return other.value
        (kind, size), (others, theirs) = map(_in_smallest, (self.unit, other.unit))
        if {kind, others} == {"pounds", "weights"}:  # a pound is a weight too
            theirs, size = (each * POUND if of == "pounds" else each for each, of in ((theirs, others), (size, kind)))
            return other.value * theirs / size
        return other.value * theirs / size if kind == others else None


def figures(text: str) -> list[Figure]:
    """Every figure in a text: ``$25 billion`` and ``25bn`` have the same value. "One" is none: it is an article as often."""
    return [figure for _, figure in _found(text)]


def sums(text: str) -> Iterator[tuple[Figure, tuple[Figure, Figure]]]:
    """Amounts told in two units, as one amount with its parts: "two hours and 20 minutes" is 140 minutes."""
    found = sorted(_found(text), key=lambda each: each[0].start())
    for (first, more), (second, less) in pairwise(found):
        between = text[first.end() : second.start()]
        if (
            more.unit
            and less.unit
            and more.unit[0] == less.unit[0]
            and more.unit[1] > less.unit[1]
            and JOINED.fullmatch(between)
        ):
            kind, count = less.unit
            value = less.value + more.value * more.unit[1] / count
            yield Figure(value, False, text[first.start() : second.end()], (kind, count)), (more, less)


def counted(word: str) -> int:
    """How many a word or digits say, also "1,000"; 1 for "a" and what is no number."""
    digits = word.replace(",", "")
    return int(digits) if digits.isdigit() else NUMBER_WORDS.get(word.casefold(), 1)


def singles(text: str) -> list[Figure]:
    """One of a unit, as "a year" and "the whole day" say it."""
    return [Figure(Fraction(1), False, match[0], UNITS[match["unit"].casefold()]) for match in SINGLE.finditer(text)]


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


def days_in_words(text: str) -> str:
    """With "18 Sep 2025" for every "2025-09-18"."""
    return ISO.sub(lambda match: f"{int(match['day'])} {MONTHS[int(match['month']) - 1]} {match['year']}", text)


def has_full_date(text: str) -> bool:
    """Whether a month stands beside its year somewhere."""
    return re.search(MONTH.pattern + r"(?: \d{1,2},)? (?:19|20)\d\d\b", text) is not None


def _in_smallest(unit: tuple[str, int]) -> tuple[str, Fraction]:
    kind, count = unit
    return ("minutes" if kind in _MINUTES else kind), Fraction(count * _MINUTES.get(kind, 1))


@lru_cache(maxsize=2_000)  # a sentence is read by many rules, and held against many claims
def _found(text: str) -> list[tuple[re.Match[str], Figure]]:
    found = [(match, _figure(match, Fraction(match["digits"].replace(",", "")))) for match in NUMBER.finditer(text)]
    words = ((match, NUMBER_WORDS[match["word"].casefold()]) for match in WORD_NUMBER.finditer(text))
    return found + [
        (match, _figure(match, Fraction(value))) for match, value in words if value > 1 or match["magnitude"]
    ]


def _figure(match: re.Match[str], bare: Fraction) -> Figure:
    unit = _SIGNS.get(match.string[match.start() - 1 : match.start()]) or (match["unit"] or "").casefold()
    value = bare * MAGNITUDES.get((match["magnitude"] or "").casefold(), 1)
    figure = Figure(value, match["percent"] is not None, match[0].strip(), UNITS.get(unit))
    return figure._replace(percent=False) if match["percent"] == "" and figure.is_year else figure
