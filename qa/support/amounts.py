"""Figures: each amount of a claim has to stand in the cited sentences, with its unit."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from qa.figures import Figure, figures, fractions, has_full_date, in_table, months, sums
from qa.names import PLACES
from qa.support.days import in_dates
from qa.support.evidence import Evidence

TWO = re.compile(
    r"\b(?i:both|neither|either|each other|couple|pair|twice|double[ds]?)\b|[A-Z][\w.]+ and (?:[A-Z]\w+\.? )*[A-Z]"
)
PARTIES = re.compile(
    r"\b(?:countries|states|governments|nations|capitals|allies|sides|parties|leaders|presidents)\b", re.IGNORECASE
)
SAME = re.compile(
    r"\b(?:same|that|this) (?:number|figure|amount|sum|rate|share|level|target|percentage|price)\b", re.IGNORECASE
)
THESE = re.compile(r"\b(?:these|those|them|both|each|all|neither|either|they)\b", re.IGNORECASE)
FEW = 10
ROUGHLY = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|over|approximately|more than|close to) $", re.IGNORECASE
)
DIGITS = 2  # figures that a rounded number must have in common with the one it stands for
HUNDREDTH = Fraction(1, 100)


def unfounded_figures(claim: str, evidence: Evidence) -> Iterator[str]:
    """A figure that the cited sentences do not hold, or hold of something else."""
    held = _held(claim, evidence)
    shares = [*fractions(evidence.joined), *(figure for figure in held if figure.percent)]
    for figure in _told(claim, held):
        if not (
            _is_held(figure, held)
            or _is_counted(figure, claim, evidence)
            or _is_rounded(figure, claim, held)
            or _is_share(figure, shares, evidence)
        ):
            yield f"the figure {figure.written} is not in the cited sentences"
    for share in fractions(claim):
        if not any(abs(share.value - _share(other)) < HUNDREDTH for other in shares) and not _is_equal_split(evidence):
            yield f"the share {share.written} is not in the cited sentences"


def _told(claim: str, held: Sequence[Figure]) -> list[Figure]:
    """The claim's figures, without the parts of a sum that is held: "two hours and 20 minutes" where 140 minutes stand."""
    parts = [part for total, parts in sums(claim) if _is_held(total, held) for part in parts]
    return [figure for figure in figures(claim) if figure not in parts]


def _held(claim: str, evidence: Evidence) -> list[Figure]:
    found = [
        figure for sentence in evidence.sentences for figure in figures(sentence) + in_table(sentence, evidence.passage)
    ]
    found += [total for sentence in evidence.sentences for total, _ in sums(sentence)]
    found += [figure for sentence in evidence.sentences for figure in _referred_to(sentence, evidence.passage)]
    return found + figures(in_dates(evidence)) + _dates_of_header(claim, evidence, found)


def _referred_to(sentence: str, passage: str) -> list[Figure]:
    """ "The same number": those of the last sentence before it that has any."""
    before = passage[: passage.find(sentence)] if SAME.search(sentence) and sentence in passage else ""
    return next(filter(None, map(figures, reversed(re.split(r"(?<=[.!?])\s", before)))), [])


def _is_held(figure: Figure, held: Sequence[Figure]) -> bool:
    """ "Between 3 and 5 percent" says percent once; a plain figure never stands for a percentage."""
    same = [other for other in held if figure.measures_as(other)]
    if figure.percent:
        return bool(same) and any(other.percent for other in held)
    return any(not other.percent for other in same)


def _is_counted(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "Three conditions", and three sentences that name them; "two governments", and "both"."""
    if figure.value == len(evidence.sentences) > 1 or (figure.value == 2 and TWO.search(evidence.joined)):
        return True
    states = {place for place in PLACES if re.search(rf"\b{place}\b", evidence.joined)}
    if figure.value == len(states) > 1 and PARTIES.search(claim):
        return True
    years = {each.value for each in figures(claim) if each.is_year} & {e.value for e in figures(evidence.joined)}
    return figure.value == len(years) > 1 or _is_named_before(figure, claim, evidence)


def _is_named_before(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "The two readings", where the sentence says "them" and the passage "two readings"."""
    counted = re.search(rf"\b{re.escape(figure.written)} (?:\w+ )?([a-z]{{4,}})", claim) if figure.value < FEW else None
    if counted is None or not THESE.search(evidence.joined):
        return False
    return re.search(rf"\b{figure.written} (?:\w+ )?{counted[1]}", evidence.passage, re.IGNORECASE) is not None


def _is_share(figure: Figure, shares: Sequence[Figure], evidence: Evidence) -> bool:
    """ "50%" and "half"; "50-50" and "equally"."""
    if figure.value == 50 and _is_equal_split(evidence):
        return True
    return figure.percent and any(not each.percent and abs(_share(figure) - each.value) < HUNDREDTH for each in shares)


def _is_rounded(figure: Figure, claim: str, held: Sequence[Figure]) -> bool:
    """ "About 36 billion", where 36.2 billion stands."""
    place = claim.find(figure.written)
    digits = len(re.sub(r"\D", "", figure.written).strip("0"))
    if digits < DIGITS or not ROUGHLY.search(claim[:place].rstrip("$€£")):
        return False
    return any(
        other.percent == figure.percent and f"{float(other.value):.{digits}g}" == f"{float(figure.value):.{digits}g}"
        for other in held
    )


def _is_equal_split(evidence: Evidence) -> bool:
    return re.search(r"\b(?:equally|evenly|equal (?:parts|shares)|50-50)\b", evidence.joined) is not None


def _share(figure: Figure) -> Fraction:
    return figure.value / 100 if figure.percent else figure.value


def _dates_of_header(claim: str, evidence: Evidence, held: Sequence[Figure]) -> list[Figure]:
    """Year and day of publication, where the sentences leave them to the header."""
    published = figures(evidence.header)
    left_out = not has_full_date(evidence.joined) and (months(claim) or not any(figure.is_year for figure in held))
    years = [figure for figure in published if figure.is_year and left_out]
    days = [figure for figure in published if not figure.is_year]
    return years + (days if months(claim) and not months(evidence.joined) else [])
