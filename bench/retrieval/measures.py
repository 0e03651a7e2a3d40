"""What a ranking of found stretches is worth, collection by collection. Every measure lies in 0..1, higher is better."""

from collections.abc import Callable, Mapping, Sequence

from bench.retrieval.data import Question, Span
from bench.retrieval.systems import Found
from eval import ranking

BUDGET = 5_000  # characters that the passages may have together
SENTENCES = 3

Measure = Callable[[Question, Sequence[Found]], float | None]


def hit_at_5(question: Question, found: Sequence[Found]) -> float:
    """1 if the evidence stands whole in the first five: any piece, or each where all are needed."""
    held = [_holds(found[:5], span) for span in question.spans]
    return float(all(held) if question.needs_all else any(held))


def answered_in(k: int) -> Measure:
    """1 if one of the first k holds an answer inside the question's own paragraph."""
    return lambda question, found: ranking.success([_answers(each, question) for each in found[:k]], k)


def covered(question: Question, found: Sequence[Found]) -> float:
    """Share of the gold characters that the first passages cover, as many as fit whole into 5,000 characters."""
    kept: list[Span] = []
    left = BUDGET
    for each in found:
        left -= len(each.text)
        if left < 0:
            break
        kept.append((each.file, each.start, each.end))
    gold = _characters(question.spans)
    return len(gold & _characters(kept)) / len(gold)


def sentences_iou(question: Question, found: Sequence[Found]) -> float | None:
    """Characters of the three best sentences that are gold, over those that are either; None for a system without sentences."""
    scored = sorted((pair for each in found for pair in each.sentences), reverse=True)[:SENTENCES]
    if not scored:
        return None
    gold, ours = _characters(question.spans), _characters([span for _, span in scored])
    return len(gold & ours) / len(gold | ours)


def ndcg_at_10(question: Question, found: Sequence[Found]) -> float:
    """nDCG@10 over documents, each at the rank of its best passage."""
    return ranking.ndcg(_relevant(question, found), len(question.documents), 10)


def recall_at_100(question: Question, found: Sequence[Found]) -> float:
    """Share of the relevant documents among the first hundred."""
    return ranking.recall(_relevant(question, found), len(question.documents), 100)


MEASURES: Mapping[str, Mapping[str, Measure]] = {
    "scifact": {"nDCG@10": ndcg_at_10, "recall@100": recall_at_100},
    "chunking": {"covered within 5,000 characters": covered, "IoU of the three best sentences": sentences_iou},
    "squad": {"answer in top 1": answered_in(1), "answer in top 5": answered_in(5)},
    "seeds": {"hit@5": hit_at_5},
    "sample": {"hit@5": hit_at_5},
}
FLOORS: Mapping[tuple[str, str], tuple[float, float]] = {  # with the aim
    ("scifact", "nDCG@10"): (0.72, 0.76),
    ("chunking", "covered within 5,000 characters"): (0.88, 0.93),
    ("squad", "answer in top 1"): (0.75, 0.85),
    ("squad", "answer in top 5"): (0.92, 0.97),
    ("seeds", "hit@5"): (0.95, 1.0),
    ("sample", "hit@5"): (0.95, 1.0),
}


def _holds(found: Sequence[Found], span: Span) -> bool:
    """Whether together they show all of a span; between two passages side by side there is white space."""
    file, start, end = span
    shown = {place for each in found if each.file == file for place in range(each.start - 1, each.end + 1)}
    return shown.issuperset(range(start, end))


def _answers(found: Found, question: Question) -> bool:
    ((file, start, end),) = question.spans
    if found.file != file:
        return False
    inside = found.text[max(start - found.start, 0) : max(end - found.start, 0)]
    return any(answer in inside for answer in question.answers)


def _relevant(question: Question, found: Sequence[Found]) -> list[bool]:
    files = dict.fromkeys(each.file for each in found)
    return [file in question.documents for file in files]


def _characters(spans: Sequence[Span]) -> set[tuple[str, int]]:
    return {(file, place) for file, start, end in spans for place in range(start, end)}
