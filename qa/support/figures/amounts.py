"""Figures: each amount of a claim has to stand in the cited sentences, with its unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from qa.figures import Figure, figures, has_full_date, in_table, months, singles, sums
from qa.support.evidence import Evidence, root, roots
from qa.support.figures.beside import around
from qa.support.figures.clock import is_hour
from qa.support.figures.counting import is_counted
from qa.support.figures.days import in_dates
from qa.support.figures.numerals import in_digits
from qa.support.figures.passing import has_passed, is_year_reckoned
from qa.support.figures.rests import is_rest
from qa.support.figures.rounding import is_about, is_rounded
from qa.support.figures.shares import fractions, odds, shares
from qa.support.figures.spans import ORDINALS, is_about_when, without_spans
from qa.support.figures.workings import is_ratio, is_worked_out

SAME = re.compile(
    r"\b(?:same|that|this) (?:number|figure|amount|sum|rate|share|level|target|percentage|price)\b|\b(?:say|says|said|do|does|did) so\b",
    re.IGNORECASE,
)
OF_HUNDRED = re.compile(r"\b(?:(?:of|for|in)? ?(?:every|each)|out of(?: every)?|per) [$€£]?100\b", re.IGNORECASE)
PAPERS = "agreement|treaty|act|amendment|convention|resolution|accord"
HUNDREDTH = Fraction(1, 100)


def unfounded_figures(claim: str, evidence: Evidence) -> Iterator[str]:
    """A figure that the cited sentences do not hold, or hold of something else."""
    claim, evidence = in_digits(claim), _in_digits(evidence)
    held = _held(claim, evidence)
    parts = [*shares(evidence.joined), *(figure for figure in held if figure.percent or 0 < figure.value < 1)]
    for share in odds(claim):
        if _is_part(share, claim, parts) or _is_reckoned_part(share, claim, evidence, held):
            claim = claim.replace(share.written, " ")
    for share in fractions(claim):
        if not (
            _is_part(share, claim, parts)
            or _is_equal_split(evidence)
            or _is_reckoned_part(share, claim, evidence, held)
        ):
            yield f"the share {share.written} is not in the cited sentences"
    claim = without_spans(_without_fractions(claim), f"{evidence.joined} {in_dates(evidence)}")
    for figure in dict.fromkeys(_told(claim, held)):
        if not (_is_held(figure, held) or _is_told_otherwise(figure, claim, evidence, held, parts)):
            yield f"the figure {figure.written} is not in the cited sentences"


def _is_told_otherwise(
    figure: Figure, claim: str, evidence: Evidence, held: Sequence[Figure], parts: Sequence[Figure]
) -> bool:
    return (
        is_counted(figure, claim, evidence)
        or is_rounded(figure, claim, held)
        or _is_share(figure, claim, parts, evidence)
        or _is_ordinal(figure, claim, evidence)
        or is_hour(figure, claim, evidence.joined)
        or _is_in_name(figure, claim, evidence)
        or has_passed(figure, claim, evidence)
        or is_year_reckoned(figure, evidence.joined)
        or is_about_when(figure, claim, evidence.joined)
        or is_worked_out(figure, claim, evidence, held)
    )


def _in_digits(evidence: Evidence) -> Evidence:
    return replace(evidence, sentences=tuple(map(in_digits, evidence.sentences)), passage=in_digits(evidence.passage))


def _without_fractions(text: str) -> str:
    for share in fractions(text):
        text = text.replace(share.written, " ", 1)
    return text


def _told(claim: str, held: Sequence[Figure]) -> list[Figure]:
    """The claim's figures, without the parts of a sum that is held: "two hours and 20 minutes" where 140 minutes stand."""
    parts = [part for total, parts in sums(claim) if _is_held(total, held) for part in parts]
    return [figure for figure in figures(claim) if figure not in parts]


def _held(claim: str, evidence: Evidence) -> list[Figure]:
    found = [
        figure
        for sentence in evidence.sentences
        for figure in figures(_without_fractions(sentence)) + in_table(sentence, evidence.passage) + singles(sentence)
    ]
    found += [total for sentence in evidence.sentences for total, _ in sums(sentence)]
    found += [figure for sentence in evidence.sentences for figure in _referred_to(sentence, evidence.passage)]
    return [*found, *figures(in_dates(evidence)), *_dates_of_header(claim, evidence, found)]


def _referred_to(sentence: str, passage: str) -> list[Figure]:
    """ "The same number": those of the last sentence before it that has any."""
    before = passage[: passage.find(sentence)] if SAME.search(sentence) and sentence in passage else ""
    return next(filter(None, map(figures, reversed(re.split(r"(?<=[.!?])\s", before)))), [])


def _is_held(figure: Figure, held: Sequence[Figure]) -> bool:
    """A plain figure never stands for a percentage, nor a percentage for a plain figure."""
    return any(other.percent == figure.percent and figure.measures_as(other) for other in held)


def _is_share(figure: Figure, claim: str, parts: Sequence[Figure], evidence: Evidence) -> bool:
    """ "50%" and "half"; "50-50" and "equally"; two grams "of every 100" and 2%."""
    percent = {each.value for each in parts if each.percent}
    if OF_HUNDRED.search(claim) and percent and figure.value in percent | {100}:
        return True
    if figure.value == 50 and _is_equal_split(evidence):
        return True
    return figure.percent and _is_part(figure, claim, [each for each in parts if not each.percent])


def _is_part(share: Figure, claim: str, parts: Sequence[Figure]) -> bool:
    value = _share(share)
    return any(
        abs(value - _share(other)) < min(HUNDREDTH, value / 10) or is_about(value, share.written, claim, _share(other))
        for other in parts
    )


def _is_reckoned_part(share: Figure, claim: str, evidence: Evidence, held: Sequence[Figure]) -> bool:
    """ "A tenth", where two figures make it; "a fifth is left", where four fifths are gone."""
    parts = [*held, *shares(evidence.joined)]
    return is_ratio(share, claim, evidence, held) or is_rest(share.value, share.written, claim, evidence, parts)


def _is_ordinal(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "The 3rd", where "third" stands; "three wins", where "the third win" does."""
    if figure.value.denominator > 1 or not 0 < figure.value <= len(ORDINALS):
        return False
    nth = rf"\b(?:{ORDINALS[int(figure.value) - 1]}|{figure.value}(?:st|nd|rd|th))\b"
    if re.search(r"\d(?:st|nd|rd|th)$", figure.written):
        return re.search(nth, evidence.joined, re.IGNORECASE) is not None
    things = {
        root(word) for _, behind in around(figure.written, claim) for word in re.findall(r"^[ -]([a-z]+)", behind)
    }
    return any(root(word) in things for word in re.findall(rf"{nth}[ -]([a-z]+)", evidence.joined, re.IGNORECASE))


def _is_in_name(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "Dock 12" and "the 12th Fair" are names, which the passage may supply."""
    written = re.escape(figure.written)
    names = re.findall(rf"(?<=\w )[A-Z][a-z]\w+ {written}(?!\w)|(?<!\w){written} (?:[A-Z][\w-]+|{PAPERS})", claim)
    if re.search(r"[a-z]$", figure.written) and re.search(rf"\b{written} [A-Z]", claim):  # "the 57th SCM", by the title
        names += [figure.written] if re.search(rf"\b{written} [A-Z]", evidence.header) else []
    if figure.is_year and _is_year_of(figure.written, claim, evidence):
        return True
    return any(re.search(rf"\b{re.escape(name)}(?!\w)", f"{evidence.passage} {evidence.header}") for name in names)


def _is_year_of(year: str, claim: str, evidence: Evidence) -> bool:
    """ "The 2008 relay", by the title; "the 2015 pact", where the sentence has "that pact" and one before it has both."""
    things = {root(word) for word in re.findall(rf"\b{year} ([a-z]+)", claim)}
    known = [evidence.header, *re.split(r"(?<=[.!?])\s", f"{evidence.passage} {evidence.earlier}")]
    return any(year in text and things & set(roots(text)) for text in known)


def _is_equal_split(evidence: Evidence) -> bool:
    return re.search(r"\b(?:equally|evenly|equal (?:parts|shares)|50-50|50 to 50)\b", evidence.joined) is not None


def _share(figure: Figure) -> Fraction:
    return figure.value / 100 if figure.percent else figure.value


def _dates_of_header(claim: str, evidence: Evidence, held: Sequence[Figure]) -> list[Figure]:
    """Year and day of publication, where the sentences leave them to the header."""
    published = figures(evidence.header)
    left_out = not has_full_date(evidence.joined) and (months(claim) or not any(figure.is_year for figure in held))
    years = [figure for figure in published if figure.is_year and left_out]
    days = [figure for figure in published if not figure.is_year]
    return years + (days if months(claim) and not months(evidence.joined) else [])
