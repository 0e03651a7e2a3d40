"""Figures: each amount of a claim has to stand in the cited sentences, with its unit."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from qa.figures import Figure, figures, fractions, has_full_date, in_table, months
from qa.support.days import in_dates
from qa.support.evidence import Evidence

TWO = re.compile(
    r"\b(?i:both|neither|either|each other|couple|pair|twice|double[ds]?)\b|[A-Z][\w.]+ and (?:[A-Z]\w+\.? )*[A-Z]"
)
ROUGHLY = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|over|approximately|more than|close to) $", re.IGNORECASE
)
DIGITS = 2  # figures that a rounded number must have in common with the one it stands for
HUNDREDTH = Fraction(1, 100)


def unfounded_figures(claim: str, evidence: Evidence) -> Iterator[str]:
    """A figure that the cited sentences do not hold, or hold of something else."""
    held = [
        figure for sentence in evidence.sentences for figure in figures(sentence) + in_table(sentence, evidence.passage)
    ]
    held += figures(in_dates(evidence)) + _dates_of_header(claim, evidence, held)
    for figure in figures(claim):
        if not (_is_held(figure, held) or _is_counted(figure, evidence) or _is_rounded(figure, claim, held)):
            yield f"the figure {figure.written} is not in the cited sentences"
    shares = [*fractions(evidence.joined), *(figure for figure in held if figure.percent)]
    for share in fractions(claim):
        if not any(abs(share.value - _share(other)) < HUNDREDTH for other in shares) and not _is_equal_split(evidence):
            yield f"the share {share.written} is not in the cited sentences"


def _is_held(figure: Figure, held: Sequence[Figure]) -> bool:
    """ "Between 3 and 5 percent" says percent once; a plain figure never stands for a percentage."""
    same = [other for other in held if figure.measures_as(other)]
    if figure.percent:
        return bool(same) and any(other.percent for other in held)
    return any(not other.percent for other in same)


def _is_counted(figure: Figure, evidence: Evidence) -> bool:
    """ "Three conditions", and three sentences that name them; "two governments", and "both"."""
    return figure.value == len(evidence.sentences) > 1 or (figure.value == 2 and bool(TWO.search(evidence.joined)))


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
    return years + [figure for figure in published if not figure.is_year and not months(evidence.joined)]
