"""Why a passage was found, in words."""

from collections.abc import Iterator

from qa.cli.output import one_line
from qa.types import Hit


def ranks(hit: Hit) -> str:
    """Its place in either search and what they make together; a rank counts from 1."""
    return f"by meaning {_rank(hit.dense_rank)}, by words {_rank(hit.lexical_rank)}, fused {hit.score:.4f}"


def reasons(hit: Hit) -> Iterator[str]:
    """Its ranks, and the sentence that answers best as far as the reranker was asked."""
    yield ranks(hit)
    scored = [(score, place) for place, score in enumerate(hit.sentence_scores) if score is not None]
    if scored:
        score, place = max(scored)
        yield f"best sentence, {score:+.1f}: “{one_line(hit.sentences[place].text)}”"
    else:
        yield "its sentences were not read by the reranker"


def _rank(rank: int | None) -> str:
    return f"no. {rank}" if rank is not None else "not found"
