"""Cited spans against gold evidence: token by token, and claim by claim."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.cases import Case, Evidence
from eval.facts import holds, is_named, states
from qa.types import Citation, Claim

WORD = re.compile(r"\w+")

Token = tuple[str, int]  # whose text, and where in it


class CannotScore(Exception):
    """A sample that concerns a scorer but cannot be judged by it; ``str`` says why."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Words cited, words of the evidence, and words that are both."""

    cited: int
    gold: int
    both: int

    @property
    def precision(self) -> float:
        """Share of the cited words that are evidence."""
        return self.both / self.cited if self.cited else 0.0

    @property
    def recall(self) -> float:
        """Share of the evidence's words that are cited."""
        return self.both / self.gold

    @property
    def iou(self) -> float:
        """Intersection over union: the Jaccard index, as used for retrieved tokens by Smith and Troynikov (2024)."""
        return self.both / (self.cited + self.gold - self.both)


def overlap(case: Case, notes: Iterable[Citation], texts: dict[str, str]) -> Overlap:
    """How the cited words and the evidence's lie to each other. Where any piece will do, evidence is what was touched.

    ``texts`` are the cited documents' by id. Raises CannotScore when a cited document lost its evidence.
    """
    noted = list(notes)
    cited = {
        token for note in noted for token in _tokens(texts[note.document_id], note.document_id, note.start, note.end)
    }
    pieces = [_gold(piece, noted, texts, cited) for piece in case.evidence]
    if not case.needs_all:
        pieces = [piece for piece in pieces if piece & cited] or pieces[:1]
    gold = set().union(*pieces)
    return Overlap(len(cited), len(gold), len(gold & cited))


def _gold(piece: Evidence, notes: Sequence[Citation], texts: dict[str, str], cited: set[Token]) -> set[Token]:
    """The words of a piece where it stands in a cited document; of a document not cited, where they stand in the piece."""
    ids = dict.fromkeys(note.document_id for note in notes if is_named(note.source, note.title, piece.document))
    places = [
        set(_tokens(texts[id_], id_, start, start + len(piece.quote)))
        for id_ in ids
        for start in _occurrences(piece.quote, texts[id_])
    ]
    if ids and not places:
        raise CannotScore(f"the library's text of {piece.document} does not hold “{piece.quote}” verbatim")
    return max(places, key=lambda place: len(place & cited), default=set(_tokens(piece.quote, piece.document)))


def _tokens(text: str, owner: str, start: int = 0, end: int | None = None) -> Iterable[Token]:
    return ((owner, match.start()) for match in WORD.finditer(text, start, len(text) if end is None else end))


def _occurrences(quote: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(quote), text)]


def quotes(note: Citation, piece: Evidence) -> bool:
    """Whether a note is on this piece of evidence."""
    return is_named(note.source, note.title, piece.document) and holds(note.quote, piece.quote)


def alce(
    case: Case, claims: Sequence[Claim], notes: Sequence[Citation], false: str | None
) -> tuple[list[bool], list[bool]]:
    """ALCE (Gao et al., 2023): for each claim whether its notes entail it, for each of its notes whether it is precise.

    A note is precise when its claim is entailed and the claim needs it: it entails the claim alone, or the others do not.
    The judge of entailment is gold: see ``entailed``. ``false`` is the claim that a mocked model made false.
    """
    recall: list[bool] = []
    precision: list[bool] = []
    by_number = {note.number: note for note in notes}
    for claim in claims:
        cited = [by_number[n] for n in claim.citations if n in by_number]
        holds_all = claim.text != false and entailed(case, claim, cited)
        recall.append(holds_all)
        for note in cited:
            others = [other for other in cited if other is not note]
            needed = entailed(case, claim, [note]) or not entailed(case, claim, others)
            precision.append(holds_all and needed)
    return recall, precision


def entailed(case: Case, claim: Claim, notes: Sequence[Citation]) -> bool:
    """Whether gold says so: a note is evidence, and each gold fact that the claim states is stated by such a note."""
    evidence = [note.quote for note in notes if any(quotes(note, piece) for piece in case.evidence)]
    stated = [fact for fact in case.facts if states(claim.text, fact)]
    return bool(evidence) and all(any(states(quote, fact) for quote in evidence) for fact in stated)
