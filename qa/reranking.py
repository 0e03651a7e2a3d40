"""The best sentences of the first hits, found by a cross-encoder, and the hits in the order they suggest."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from qa.ports import Reranker
from qa.types import Hit

LOGIT_WEIGHT = 0.05  # of a passage's best sentence beside its fused score, which lies in 0..1
LOGITS = (-11.0, 2.0)  # below, it is about something else; above, a higher logit means no better passage
RERANKED_PASSAGES = 8
RERANKED_SENTENCES = 60

Place = tuple[int, int]
"""A hit among the hits and a sentence of its passage, both from 0."""


def rerank(reranker: Reranker, hits: Sequence[Hit], asked: Mapping[str, str]) -> list[Hit]:
    """The hits ordered by fused score and best sentence together; the first few get sentence scores.

    ``asked``: the question that each passage was found by, by the passage's id.
    """
    scores = _scores(reranker, hits, asked)
    scored = [
        replace(hit, sentence_scores=tuple(scores.get((place, n)) for n in range(len(hit.passage.sentences))))
        for place, hit in enumerate(hits)
    ]
    return sorted(scored, key=_final_score, reverse=True)


def best_logit(hit: Hit) -> float | None:
    """The score of a hit's best sentence, None when none was scored."""
    return max((score for score in hit.sentence_scores if score is not None), default=None)


def _scores(reranker: Reranker, hits: Sequence[Hit], asked: Mapping[str, str]) -> dict[Place, float]:
    places = [
        (place, number)
        for place, hit in enumerate(hits[:RERANKED_PASSAGES])
        for number, sentence in enumerate(hit.passage.sentences)
        if sentence.kind == "prose"
    ][:RERANKED_SENTENCES]
    of_question: dict[str, list[Place]] = defaultdict(list)
    for place, number in places:
        of_question[asked[hits[place].passage.id]].append((place, number))
    scores: dict[Place, float] = {}
    for question, those in of_question.items():
        logits = reranker.score(question, [_in_context(hits[place], number) for place, number in those])
        scores.update(zip(those, logits, strict=True))
    return scores


def _in_context(hit: Hit, number: int) -> str:
    """A sentence as the reranker reads it: what it leaves to its title and heading is put back in front of it."""
    return ". ".join(filter(None, [hit.document.title, hit.passage.heading, hit.passage.sentences[number].text]))


def _final_score(hit: Hit) -> float:
    logit = best_logit(hit)
    low, high = LOGITS
    return hit.score + LOGIT_WEIGHT * (low if logit is None else min(max(logit, low), high))
