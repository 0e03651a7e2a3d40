"""Meaning, by words: how much of a claim its evidence holds."""

from collections.abc import Callable, Iterable, Iterator

from qa.figures import MAGNITUDES, NUMBER_WORDS, figures
from qa.support.evidence import Evidence, content_roots, roots
from qa.support.kin import relations, topics
from qa.support.names.proper import names
from qa.words import stem

THIN = "the cited sentences hold few of its words"
COVER = 0.5  # share of a claim's content words that its evidence must hold
FIGURE = 0.8  # of a word held, which a figure copied from the sentences counts as
SPARE = 1  # a claim may lack so many of them whatever the share
RELATED = 0.6  # of a word is lacking where the evidence holds none that means the same, but a related one
# Figures and months have checks of their own, and some words say nothing of what a claim is about.
MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec januari februari march april june juli august septemb octob novemb decemb"
AMOUNTS = (
    "half halves third quarter fifth tenth pair couple trio double triple treble twice thrice single apiece percent cent point times"
    " fold total sum average per number figure amount proportion percentage share rate hour day week month year decade century"
)
COUNTED = frozenset(map(stem, [*NUMBER_WORDS, *MAGNITUDES, *AMOUNTS.split()])) | frozenset(MONTHS.split())
LIGHT = frozenset(
    "still also alreadi even quit rather get go come put set turn way thing matter other anoth one either each such yet ever just"
    " everi much well howev while though although without within around among toward whether what whatev make take".split()
)


def thin_cover(claim: str, evidence: Evidence) -> Iterator[str]:
    """A claim of which the cited sentences hold too few words."""
    wanted = content_roots(claim)
    if _is_thin(len(wanted - set(_held(evidence))), len(wanted)) and _is_thin(*_lacking(claim, evidence)):
        yield THIN


def shared(claim: str, evidence: Evidence) -> float:
    """The share of a claim's words, or of words related to them, that the cited sentences hold."""
    missing, wanted = _lacking(claim, evidence)
    return 1 - missing / wanted if wanted else 1.0


def _is_thin(missing: float, wanted: float) -> bool:
    return missing > SPARE and missing > (1 - COVER) * wanted


def _held(evidence: Evidence) -> list[str]:
    """The roots of the cited sentences, and of what stands above them; those of a table's row stand at the head of its columns."""
    text = " ".join([*evidence.sentences, evidence.header])
    return roots(f"{text} {_around(evidence)}" if "|" in evidence.joined else text)


def _around(evidence: Evidence) -> str:
    return f"{evidence.earlier} {evidence.passage}"


def _lacking(claim: str, evidence: Evidence) -> tuple[float, float]:
    """How many of a claim's words its evidence lacks, and of how many. A name that the passage supplies counts neither way."""
    held, wanted = _held(evidence), content_roots(claim)
    near, related = _all(topics, held), _all(relations, held)
    lacking = {root for root in wanted if not topics(root) & near}
    named = lacking & set(roots(" ".join(names(claim, evidence.passage, evidence.known)))) if lacking else set()
    context = _all(topics, roots(_around(evidence))) if named else set()
    supplied = {root for root in named if topics(root) & context}
    aside = {root for root in lacking if root in supplied | LIGHT | COUNTED or root[0].isdigit()}
    wanted, lacking = wanted - aside, lacking - aside
    # Each figure stands in the sentences or follows from them, or it is flagged; what is told in another form is reworded.
    told = sum(FIGURE if each.written in evidence.joined else 1 for each in figures(claim))
    return sum(RELATED if relations(root) & related else 1.0 for root in lacking), len(wanted) + told


def _all(which: Callable[[str], frozenset[str]], words: Iterable[str]) -> set[str]:
    return set().union(*map(which, words))
