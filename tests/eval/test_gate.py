"""Thresholds and what misses them."""

from pathlib import Path

import pytest

from eval.command import GOLD, THRESHOLDS
from eval.gate import Miss, Threshold, load_thresholds, missed
from eval.metrics import Metric, fold_scores
from eval.results import Report
from eval.scorers import SCORERS
from qa.errors import InputError


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
    threshold = Threshold("oracle", metric, bound, limit)  # type: ignore[arg-type]
    misses = missed([report(RECALL, FLAGGED, fold_scores("empty", []))], [threshold])
    assert [miss.threshold for miss in misses] == ([] if met else [threshold])


def test_a_persona_that_was_not_run_is_left_out() -> None:
    """`qa eval run --persona oracle --gate` asks nothing of the fabricator."""
    assert missed([report(RECALL)], [Threshold("fabricator", "recall", "min", 1.0)]) == []


def test_a_miss_says_what_was_found_and_what_was_wanted() -> None:
    """In one line each."""
    assert (
        str(Miss(Threshold("oracle", "recall", "min", 0.8), 0.75))
        == "oracle: recall is 0.750; it must be at least 0.8."
    )
    assert str(Miss(Threshold("oracle", "failed", "max", 0), None)) == (
        "oracle: failed could not be scored; it must be at most 0."
    )


def test_the_samples_thresholds_are_about_known_metrics() -> None:
    """A misspelt name would be a threshold nobody can meet; quotes must always be exact and nothing may fail."""
    thresholds = load_thresholds(GOLD.parent / THRESHOLDS)
    assert {threshold.metric.partition(":")[0] for threshold in thresholds} <= {scorer.name for scorer in SCORERS}
    for persona in ("oracle", "fabricator", "extractive"):
        assert Threshold(persona, "quote_validity", "min", 1.0) in thresholds
        assert Threshold(persona, "failed", "max", 0.0) in thresholds


def test_each_of_the_samples_thresholds_gives_its_reason() -> None:
    """A number without a reason is moved at the first red."""
    lines = (GOLD.parent / THRESHOLDS).read_text(encoding="utf-8").splitlines()
    assert all("#" in line for line in lines if "=" in line)


@pytest.mark.parametrize(
    "text",
    [
        "oracle = ",
        "[prophet]\nrecall = { min = 1 }",
        "[oracle]\nrecall = 1",
        "[oracle]\nrecall = { least = 1 }",
        "[oracle]\nrecall = { min = 0, max = 1 }",
        "[oracle]\nrecall = { min = '1' }",
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
