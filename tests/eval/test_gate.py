"""Thresholds and what misses them."""

from pathlib import Path

import pytest

from eval.command import GOLD, THRESHOLDS
from eval.finding import scored as search_scored
from eval.gate import SUBJECTS, Threshold, judge, load_thresholds
from eval.metrics import Metric, fold_scores
from eval.probes import PROBES
from eval.results import Report, Verdict
from eval.scorers import SCORERS
from qa.errors import InputError
from tests.eval.building import CASE, COST
from tests.eval.test_finding import search


def report(*metrics: Metric) -> Report:
    return Report("oracle", (), metrics, 0.0)


RECALL = fold_scores("recall", [1.0, 0.5])  # 0.75
FLAGGED = fold_scores("flagged", [0.0, 0.5])  # 0.25


@pytest.mark.parametrize(
    ("metric", "bound", "limit", "met"),
    [
        ("recall", "min", 0.75, True),
        ("recall", "min", 0.76, False),
        ("flagged", "max", 0.25, True),
        ("flagged", "max", 0.24, False),
        ("unknown", "min", 0.0, False),
        ("empty", "max", 1.0, False),
    ],
)
def test_a_threshold_is_met_or_named(metric: str, bound: str, limit: float, met: bool) -> None:
    """At the limit is met; what was not scored, or not even measured, is missed."""
    threshold = Threshold("oracle", metric, bound, limit, "because")  # type: ignore[arg-type]
    (verdict,) = judge([report(RECALL, FLAGGED, fold_scores("empty", []))], [threshold])
    assert (verdict.metric, verdict.met, verdict.why) == (metric, met, "because")


def test_a_persona_that_was_not_run_is_left_out() -> None:
    """`qa eval run --persona oracle --gate` asks nothing of the fabricator."""
    assert judge([report(RECALL)], [Threshold("fabricator", "recall", "min", 1.0, "because")]) == ()


def test_a_miss_says_what_was_found_and_what_was_wanted() -> None:
    """In one line each."""
    low = Verdict("oracle", "recall", "min", 0.8, "because", 0.75, met=False)
    assert str(low) == "oracle: recall is 0.750; it must be at least 0.8."
    none = Verdict("oracle", "failed", "max", 0, "because", None, met=False)
    assert str(none) == "oracle: failed could not be scored; it must be at most 0."


def test_the_samples_thresholds_are_about_known_metrics() -> None:
    """A misspelt name would be a threshold nobody can meet; quotes must always be exact and nothing may fail."""
    thresholds = load_thresholds(GOLD.parent / THRESHOLDS)
    known = (
        {scorer.name for scorer in SCORERS}
        | {probe.__name__ for probe in PROBES}
        | set(search_scored(search(CASE, COST))[0])
    )
    assert {threshold.metric.partition(":")[0] for threshold in thresholds} <= known
    held = {(threshold.subject, threshold.metric, threshold.limit) for threshold in thresholds}
    for subject in SUBJECTS:
        assert (subject, "failed", 0.0) in held or subject == "library"
        assert (subject, "quote_validity", 1.0) in held or subject in ("library", "retrieval", "refuser")


@pytest.mark.parametrize(
    "text",
    [
        "oracle = ",
        "[prophet]\nrecall = { min = 1, why = 'x' }",
        "[oracle]\nrecall = { min = 1 }",
        "[oracle]\nrecall = { min = 1, why = '' }",
        "[oracle]\nrecall = 1",
        "[oracle]\nrecall = { least = 1, why = 'x' }",
        "[oracle]\nrecall = { min = 0, max = 1, why = 'x' }",
        "[oracle]\nrecall = { min = '1', why = 'x' }",
        "oracle = 1",
    ],
)
def test_thresholds_that_mean_nothing_are_refused(tmp_path: Path, text: str) -> None:
    """With what to do about it."""
    (tmp_path / "thresholds.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_thresholds(tmp_path / "thresholds.toml")
    assert caught.value.remedy


def test_missing_thresholds_are_refused(tmp_path: Path) -> None:
    """A gate without thresholds must not pass."""
    with pytest.raises(InputError, match="cannot be read"):
        load_thresholds(tmp_path / "thresholds.toml")
