"""From a library to a report."""

from pathlib import Path

import pytest

from eval.cases import Case
from eval.results import CAUGHT, Report
from eval.run import evaluate, run
from qa.errors import InputError, ModelBusy
from tests.eval.conftest import OpenLibrary
from tests.fakes import QueuedModel

Cases = tuple[Case, ...]


def means(report: Report) -> dict[str, float | None]:
    return {metric.name: metric.mean for metric in report.metrics}


def test_an_oracle_over_a_sound_pipeline_loses_nothing(cases: Cases, open_library: OpenLibrary) -> None:
    """Every metric at its best; what needs a fabrication is not scored."""
    found = evaluate(open_library(mocked=True), cases, "oracle")
    assert means(found) == {
        "hit@5": 1.0,
        "quote_validity": 1.0,
        "citation_correct": 1.0,
        "fact_recall": 1.0,
        "refusal_precision": 1.0,
        "refusal_recall": 1.0,
        "over_refusal": 0.0,
        "fabrications_caught": None,
        "true_claims_flagged": 0.0,
        "failed": 0.0,
    }
    assert [row.status for row in found.rows] == ["answered"] * 3 + ["no_evidence"] * 2


def test_fabrications_are_recorded_and_reported_by_kind(cases: Cases, open_library: OpenLibrary) -> None:
    """Each answerable question has one; the kinds' counts add up."""
    found = evaluate(open_library(mocked=True), cases, "fabricator")
    changes = [row.change for row in found.rows if row.change]
    assert [row.id for row in found.rows if row.change] == ["dock-cost", "contract-date", "ferry-views"]
    by_kind = [metric for metric in found.metrics if metric.name.startswith(f"{CAUGHT}:")]
    assert [metric.name for metric in by_kind] == [f"{CAUGHT}:{kind}" for kind in sorted({c.kind for c in changes})]
    assert sum(metric.scored for metric in by_kind) == 3
    assert means(found)[CAUGHT] == 1.0


def test_without_a_model_nothing_is_mocked(cases: Cases, open_library: OpenLibrary) -> None:
    """The extractive persona asks the library as it is, in order, and counts each question."""
    seen: list[int] = []
    found = evaluate(open_library(), cases, "extractive", lambda: seen.append(1))
    assert [row.id for row in found.rows] == [case.id for case in cases]
    assert len(seen) == len(cases)
    assert means(found)["quote_validity"] == 1.0
    assert means(found)["fact_recall"] == 1.0


def test_an_answer_without_the_configured_model_is_a_failed_question(cases: Cases, open_library: OpenLibrary) -> None:
    """A degraded answer may look right; it is counted, named, and scores the worst."""
    down = QueuedModel(*[ModelBusy("The model is down.")] * len(cases))
    found = evaluate(open_library(model=down), cases, "oracle")
    assert (means(found)["failed"], means(found)["fact_recall"], means(found)["over_refusal"]) == (1.0, 0.0, 1.0)
    assert "The model is down." in (found.rows[0].failure or "")


def test_two_runs_are_equal_but_for_their_seconds(cases: Cases, open_library: OpenLibrary) -> None:
    """Random ids and clocks do not reach the scores."""
    one, two = (evaluate(open_library(mocked=True), cases, "fabricator") for _ in range(2))
    assert one.metrics == two.metrics
    assert [(row.text, row.scores, row.change) for row in one.rows] == [
        (row.text, row.scores, row.change) for row in two.rows
    ]


def test_a_corpus_that_cannot_be_read_whole_is_refused(gold_file: Path, corpus: Path) -> None:
    """Measuring a part of it would blame the pipeline."""
    (corpus / "empty.md").write_text("")
    with pytest.raises(InputError, match="empty"):
        run(gold_file, corpus, ["extractive"])
