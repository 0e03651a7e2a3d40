"""An answer without a model: the best sentences themselves, each citing itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.citing import Ref, TiedClaim, quoted
from qa.disagreeing import ANSWERS
from qa.questions import Kind, asks_for, holds_a_value
from qa.refusing import is_answered
from qa.shown import scored
from qa.types import Hit
from qa.words import content_stems

MARGIN = 3.0  # how far behind the best another sentence may be
MOST = 5
ELSEWHERE = -1.0  # the logit from which a sentence of a document that none is chosen of is shown beside the others
SIDES = 3  # more, from other documents, where one value is asked for
SAME = 0.8  # share of content words from which two sentences say the same


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that the reranker scored."""

    ref: Ref
    logit: float
    text: str


def extract(question: str, hits: Sequence[Hit]) -> list[TiedClaim]:
    """At most five sentences, those of one document together and in its order, the best document first; empty when none answers.

    Where one value is asked for, other documents that state one add their best sentence each, three at most: they may disagree.
    """
    found = ranked(hits)
    if not found or not is_answered(question, hits, found[0].ref, found[0].logit):
        return []
    asked, least = asks_for(question), max(ANSWERS, found[0].logit - MARGIN)
    chosen: list[Candidate] = []
    for candidate in found:
        near = candidate.logit >= least and _states(asked, candidate, chosen, question)
        if (near or not chosen) and len(chosen) < MOST and not any(_same(candidate, other) for other in chosen):
            chosen.append(candidate)
    chosen += _elsewhere(question, found, chosen, hits)
    return [TiedClaim(quoted(candidate.text), (candidate.ref,), "extracted") for candidate in _readable(chosen, hits)]


def _states(asked: Kind | None, candidate: Candidate, chosen: Sequence[Candidate], question: str) -> bool:
    """Whether a sentence beside the best one has a figure or a date, where one was asked for."""
    return not chosen or asked not in ("figure", "date") or holds_a_value(asked, candidate.text, question)


def _elsewhere(
    question: str, found: Sequence[Candidate], chosen: Sequence[Candidate], hits: Sequence[Hit]
) -> list[Candidate]:
    """The best sentence of each document that none is chosen of, where it answers and holds a value of the kind asked for."""
    asked = asks_for(question)
    if asked is None:
        return []
    best: dict[str, Candidate] = {}
    for candidate in found:
        document = hits[candidate.ref.hit].document.id
        if candidate.logit >= ELSEWHERE and holds_a_value(asked, candidate.text, question):
            best.setdefault(document, candidate)
    taken = {hits[candidate.ref.hit].document.id for candidate in chosen}
    others = [candidate for document, candidate in best.items() if document not in taken]
    return [candidate for candidate in others if not any(_same(candidate, other) for other in chosen)][:SIDES]


def ranked(hits: Sequence[Hit]) -> list[Candidate]:
    """The sentences that were scored, the best first, without orders to whoever answers."""
    return [Candidate(ref, logit, hits[ref.hit].sentences[ref.sentence].text) for logit, ref in scored(hits)]


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences share most of their content words, as copies and rewritten wire stories do."""
    a, b = content_stems(one.text), content_stems(other.text)
    return len(a & b) >= SAME * max(len(a | b), 1)


def _readable(chosen: Sequence[Candidate], hits: Sequence[Hit]) -> list[Candidate]:
    documents = list(dict.fromkeys(hits[candidate.ref.hit].document.id for candidate in chosen))

    def position(candidate: Candidate) -> tuple[int, int]:
        hit = hits[candidate.ref.hit]
        return documents.index(hit.document.id), hit.sentences[candidate.ref.sentence].start

    return sorted(chosen, key=position)
