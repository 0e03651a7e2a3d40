"""Two runs side by side."""

import dataclasses
from typing import Any

import pytest

from eval.comparing import compare
from eval.results import Question, Row, Run, report
from qa.errors import InputError


def row(id_: str, wrong: tuple[str, ...] = (), **scores: float | None) -> Row:
    return Row(id_, "answered", "llm", None, None, "", (), (), None, None, scores, {}, wrong)


def run(*rows: Row, subject: str = "extractive", **other: Any) -> Run:
    questions = tuple(Question(r.id, "fact", (), f"What is {r.id}?", True, "x", (), ()) for r in rows)
    known: dict[str, Any] = {
        "mode": "mocked",
        "began": "",
        "gold": "g",
        "sha256": "s",
        "selection": "all",
        "model": None,
    }
    return Run(**(known | {"questions": questions, "reports": (report(subject, rows, 0.0),)} | other))


BEFORE = run(
    row("a", recall=1.0, over_refusal=0.0),
    row("b", ("It refused.",), recall=0.0, over_refusal=1.0),
    row("c", recall=0.5),
)
AFTER = run(row("a", recall=1.0, over_refusal=0.0), row("b", recall=1.0, over_refusal=0.0), row("c", recall=0.5))


def test_differences_are_paired_by_question() -> None:
    """Of three questions one went from 0 to 1: a third, and not clear of chance."""
    recall, over = compare(BEFORE, AFTER).differences
    assert (recall.metric, recall.a, recall.questions) == ("recall", 0.5, 3)
    assert recall.b == pytest.approx(2.5 / 3)
    assert recall.change == pytest.approx(1 / 3)
    assert (recall.low, recall.word) == (0.0, "no clear change")
    assert (over.change, over.questions) == (-0.5, 2)


@pytest.mark.parametrize(("metric", "word"), [("recall", "better"), ("over_refusal", "worse")])
def test_a_clear_change_is_named_by_what_is_better(metric: str, word: str) -> None:
    """Less over-refusal is better."""
    a, b = (run(*(row(str(n), (), **{metric: score}) for n in range(20))) for score in (0.0, 1.0))
    assert compare(a, b).differences[0].word == word
    assert compare(b, a).differences[0].word == ({"better", "worse"} - {word}).pop()


def test_a_flip_says_what_and_why() -> None:
    """In words that a reader of the report knows."""
    (flip,) = compare(BEFORE, AFTER).flips
    assert (flip.id, flip.question, flip.worse) == ("b", "What is b?", False)
    assert flip.changes == ("recall 0 → 1", "over_refusal 1 → 0")
    assert (flip.now, flip.before) == ((), ("It refused.",))
    (back,) = compare(AFTER, BEFORE).flips
    assert (back.worse, back.now) == (True, ("It refused.",))


def test_a_run_against_itself_has_no_difference() -> None:
    """Nor a flip, nor a remark."""
    same = compare(AFTER, AFTER)
    assert (same.flips, same.remarks) == ((), ())
    assert all(difference.change == 0 for difference in same.differences)


def test_what_is_not_compared_is_said() -> None:
    """Other gold, another model, other subjects, other questions."""
    other = dataclasses.replace(run(row("a", recall=1.0)), sha256="t", model="m")
    both = dataclasses.replace(other, reports=(*other.reports, report("oracle", [row("a", recall=1.0)], 0.0)))
    assert compare(BEFORE, both).remarks == (
        "The gold differs: 1 questions are in both and compared.",
        "The model differs: None and m.",
        "Only in B: oracle.",
    )
    fewer = compare(BEFORE, run(row("a", recall=1.0)))
    assert fewer.remarks == ("1 questions were asked in both runs and are compared.",)


def test_a_live_run_is_never_compared_with_a_mocked_one() -> None:
    """Their numbers do not mean the same."""
    with pytest.raises(InputError, match="A is mocked and B is live"):
        compare(BEFORE, dataclasses.replace(AFTER, mode="live"))
    with pytest.raises(InputError, match="no subject in common"):
        compare(BEFORE, run(row("a"), subject="oracle"))
