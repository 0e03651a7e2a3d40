"""Does this evidence support this claim? Pure functions over words; no second model.

What these checks cannot see: a relation turned around with the same words ("A sold to B" for "B sold to A"), irony,
a changed name at the very start of a claim that no passage knows, and anything that needs knowledge from outside the evidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from qa.words import NEGATIONS, PLACES, STOP_WORDS, WORD, content_stems, stem, stems

COVER = 0.5  # share of a claim's content words that its evidence must hold
SCOPE = 5  # content words after a negation that it is taken to speak of
NO_DENIALS = [[stem(word)] for word in "only more less fewer later earlier least just merely".split()]  # "no more than"

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


class Figure(NamedTuple):
    """A number in a text: its value with its magnitude, whether it is a percentage, and as it is written."""

    value: Fraction
    percent: bool
    written: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim is held against.

    ``header`` (title, publisher, date) may supply names and dates that a sentence leaves to it; ``passage`` may supply
    names ("he", "the minister"), never figures.
    """

    sentences: tuple[str, ...]
    header: str = ""
    passage: str = ""


def problems(claim: str, evidence: Evidence) -> tuple[str, ...]:
    """What speaks against the claim being supported, in words for a reader; empty when nothing does."""
    if any(_flat(claim) in _flat(sentence) for sentence in evidence.sentences):
        return ()
    checks = (_unfounded_figures, _unfounded_names, _turned_negation, _thin_cover)
    return tuple(problem for check in checks for problem in check(claim, evidence))


def figures(text: str) -> list[Figure]:
    """Every figure in a text: ``$25 billion`` and ``25bn`` have the same value."""
    found = [Figure(_value(match), match["percent"] is not None, match[0].strip()) for match in NUMBER.finditer(text)]
    words = (word for word in WORD.findall(text.casefold()) if word in NUMBER_WORDS)
    return found + [Figure(Fraction(NUMBER_WORDS[word]), False, word) for word in words]


def _value(match: re.Match[str]) -> Fraction:
    return Fraction(match["digits"].replace(",", "")) * MAGNITUDES.get((match["magnitude"] or "").casefold(), 1)


def cover(claim: str, text: str) -> float:
    """Share of the claim's content words, by stem, that the text holds; 1.0 for a claim without content words."""
    wanted = content_stems(claim)
    return len(wanted & set(stems(text))) / len(wanted) if wanted else 1.0


def _unfounded_figures(claim: str, evidence: Evidence) -> Iterator[str]:
    held = figures(" ".join(evidence.sentences)) + figures(evidence.header)
    percents = any(figure.percent for figure in held)
    for figure in figures(claim):
        same = [other for other in held if other.value == figure.value]
        # "between 3 and 5 percent" says percent once; a plain figure never stands for a percentage.
        if (
            not same
            or (figure.percent and not percents)
            or (not figure.percent and all(other.percent for other in same))
        ):
            yield f"the figure {figure.written} is not in the cited sentences"


def _unfounded_names(claim: str, evidence: Evidence) -> Iterator[str]:
    supply = " ".join([*evidence.sentences, evidence.header, evidence.passage])
    held = _folded_names(supply)
    for name in dict.fromkeys(_names(claim, supply)):
        if not _folded_names(name) <= held:
            yield f"the name {name} is not in the cited passage"


def _names(claim: str, supply: str) -> Iterator[str]:
    """Capitalised words. One that begins the claim counts only where it is known as a name."""
    for match in WORD.finditer(claim):
        word = match[0]
        if not word[0].isupper() or word.casefold() in STOP_WORDS or word.casefold() in NUMBER_WORDS:
            continue
        begins = not re.search(r"[\w,;:]\W*$", claim[: match.start()])
        if not begins or _fold(word) in PLACES or re.search(rf"[a-z,] {re.escape(word)}\b", supply):
            yield word


def _folded_names(text: str) -> set[str]:
    """Stems of all words, with a country's name, short form, capital and people folded into one."""
    folded = set(stems(text))
    flat = f" {' '.join(map(_fold, WORD.findall(text)))} "
    return {PLACES.get(name, name) for name in folded} | {
        place for form, place in PLACES.items() if f" {form} " in flat
    }


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s").replace(".", "")


def _turned_negation(claim: str, evidence: Evidence) -> Iterator[str]:
    nearest = max(evidence.sentences, key=lambda sentence: cover(claim, sentence), default="")
    said, held = _denied(claim), _denied(nearest)
    if not held and any(_shares(denial, nearest) for denial in said):
        yield "it denies what the cited sentence does not deny"
    if not said and any(_shares(denial, claim) for denial in held):
        yield "it leaves out a denial that is in the cited sentence"


def _shares(denial: Sequence[str], text: str) -> bool:
    """Whether a text speaks of what is denied: of its first word, or of half of it."""
    stated = content_stems(text)
    return bool(denial) and (denial[0] in stated or 2 * len(stated & set(denial)) >= len(denial))


def _denied(text: str) -> list[list[str]]:
    """For each denial, the stems of the content words that follow it closely."""
    words = stems(text)
    denials = [
        place
        for place, word in enumerate(words)
        if (word in NEGATIONS or word.endswith("n't")) and words[place + 1 : place + 2] not in NO_DENIALS
    ]
    return [[word for word in words[place + 1 :] if content_stems(word)][:SCOPE] for place in denials]


def _thin_cover(claim: str, evidence: Evidence) -> Iterator[str]:
    known = set(_names(claim, evidence.passage)) & set(WORD.findall(evidence.passage))  # names the passage supplies
    said = " ".join(word for word in WORD.findall(claim) if word not in known)
    if cover(said, " ".join([*evidence.sentences, evidence.header])) < COVER:
        yield "the cited sentences hold few of its words"


def _flat(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
