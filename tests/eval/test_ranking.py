"""Measures of a ranking: by hand, and against trec_eval's own code."""

from math import log2
from random import Random

import pytest

from eval.ranking import average_precision, ndcg, recall, reciprocal_rank, success

RANKING = [False, True, False, True, False]  # of three relevant passages two are found, second and fourth


@pytest.mark.parametrize(
    ("found", "value"),
    [
        (success(RANKING, 1), 0.0),
        (success(RANKING, 2), 1.0),
        (recall(RANKING, 3, 2), 1 / 3),
        (recall(RANKING, 3, 5), 2 / 3),
        (reciprocal_rank(RANKING, 5), 1 / 2),
        (reciprocal_rank(RANKING, 1), 0.0),
        (average_precision(RANKING, 3, 5), (1 / 2 + 2 / 4) / 3),
        (average_precision(RANKING, 3, 3), (1 / 2) / 3),
        (ndcg(RANKING, 3, 5), (1 / log2(3) + 1 / log2(5)) / (1 + 1 / log2(3) + 1 / 2)),
        (ndcg(RANKING, 3, 2), (1 / log2(3)) / (1 + 1 / log2(3))),
        (ndcg([True, True], 2, 5), 1.0),
        (ndcg([], 2, 5), 0.0),
    ],
)
def test_each_measure_by_hand(found: float, value: float) -> None:
    """Of the ranking above, and of the best and the empty one."""
    assert found == pytest.approx(value, abs=1e-12)


def test_they_agree_with_trec_eval() -> None:
    """On 200 random rankings, to 1e-9; pytrec_eval is its C code."""
    pytrec_eval = pytest.importorskip("pytrec_eval", reason="pytrec-eval-terrier is not installed")
    random = Random(7)
    rankings, qrels = {}, {}
    for number in range(200):
        passages = [f"p{n}" for n in range(random.randint(1, 30))]
        qrels[str(number)] = dict.fromkeys(random.sample([*passages, "lost"], random.randint(1, len(passages))), 1)
        rankings[str(number)] = {name: float(len(passages) - rank) for rank, name in enumerate(passages)}
    measures = {"success", "recall", "map_cut", "ndcg_cut"}
    theirs = pytrec_eval.RelevanceEvaluator(qrels, {f"{name}.5,10" for name in measures} | {"recip_rank"}).evaluate(
        rankings
    )
    for query, ranking in rankings.items():
        relevant, total = [name in qrels[query] for name in ranking], len(qrels[query])
        ours = {"recip_rank": reciprocal_rank(relevant, 30)}
        for k in (5, 10):
            ours |= {f"success_{k}": success(relevant, k), f"recall_{k}": recall(relevant, total, k)}
            ours |= {f"map_cut_{k}": average_precision(relevant, total, k), f"ndcg_cut_{k}": ndcg(relevant, total, k)}
        assert ours == pytest.approx(theirs[query], abs=1e-9)
