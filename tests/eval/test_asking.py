"""From a library to a report."""

from collections.abc import Generator
from typing import Any

import pytest

from eval.asking import ask_all, evaluate, search_all
from eval.cases import Case
from eval.personas import PERSONAS
from eval.results import CAUGHT, Report
from qa.errors import ModelBusy, StoreCorrupt
from qa.events import Event
from qa.library import Library
from qa.types import Hit
from tests.eval.conftest import OpenLibrary
from tests.fakes import QueuedModel

Cases = tuple[Case, ...]
LAWS = (
    "quote_validity", "notes_described", "notes_in_order", "status_valid", "labels_shown", "text_clean", "prompt_faithful",
    "same_plain",
)  # fmt: skip


def means(report: Report) -> dict[str, float | None]:
    return {metric.name: metric.mean for metric in report.metrics}


def test_an_oracle_over_a_sound_pipeline_loses_nothing(cases: Cases, open_library: OpenLibrary) -> None:
    """Every metric at its best; what needs a fault, an order or a lie is not scored."""
    found = evaluate(open_library(mocked=True), cases, "oracle")
    scored = {name: mean for name, mean in means(found).items() if mean is not None}
    best = (
        "fact_recall",
        "citation_recall",
        "citation_precision",
        "citation_correct",
        "token_recall",
        "token_precision",
    )
    assert all(scored[name] == 1.0 for name in (*best, "token_iou", "refusal_precision", "refusal_recall"))
    assert all(scored.get(name, 1.0) == 1.0 for name in LAWS)
    assert (scored["over_refusal"], scored["true_claims_flagged"], scored["failed"]) == (0.0, 0.0, 0.0)
    assert not {"fabrications_caught", "moved_right", "recovered", "injection_obeyed"} & scored.keys()
    assert [row.status for row in found.rows] == ["answered"] * 3 + ["no_evidence"] * 2


@pytest.mark.parametrize("persona", PERSONAS)
def test_whatever_the_model_does_the_laws_hold_and_nothing_fails(
    cases: Cases, open_library: OpenLibrary, persona: Any
) -> None:
    """All ten, streamed and plain."""
    found = evaluate(open_library(mocked=persona != "extractive"), cases, persona)
    scored = means(found)
    assert {name: scored[name] for name in LAWS if scored[name] is not None} == dict.fromkeys(
        (name for name in LAWS if scored[name] is not None), 1.0
    )
    assert scored["failed"] == 0.0


@pytest.mark.parametrize("persona", ["misciter", "inventor", "silent"])
def test_wrong_unknown_and_missing_ids_are_mended(cases: Cases, open_library: OpenLibrary, persona: Any) -> None:
    """Each sentence ends up on its evidence; what has no answer is still refused."""
    scored = means(evaluate(open_library(mocked=True), cases, persona))
    # "The shipyard welcomes …" shares most of its words with the sentence on him who opposes: a neighbour that passes the checks.
    least = 0.8 if persona == "misciter" else 1.0
    assert min(scored["moved_right"] or 0, scored["citation_correct"] or 0) >= least
    assert scored["refusal_recall"] == 1.0


def test_a_refusal_is_never_filled_up(cases: Cases, open_library: OpenLibrary) -> None:
    """The refuser gets its way with every question."""
    scored = means(evaluate(open_library(mocked=True), cases, "refuser"))
    assert (scored["over_refusal"], scored["refusal_recall"], scored["fact_recall"]) == (1.0, 1.0, 0.0)


def test_a_service_on_a_bad_day(cases: Cases, open_library: OpenLibrary) -> None:
    """Passing faults cost nothing, lasting ones are told; a degraded answer is no failed question here."""
    scored = means(evaluate(open_library(mocked=True), cases, "flaky"))
    assert (scored["recovered"], scored["breakdown_told"], scored["failed"]) == (1.0, 1.0, 0.0)


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
    assert found.rows[0].sent is None
    assert means(found)["fact_recall"] == 1.0


def test_questions_asked_at_a_time_come_back_in_order(cases: Cases, open_library: OpenLibrary) -> None:
    """As with a real model, whose replies take their time."""
    library = open_library()
    one, many = (ask_all(library, cases, "model", jobs=jobs) for jobs in (1, 3))
    assert [(row.id, row.text, row.scores) for row in one.rows] == [(row.id, row.text, row.scores) for row in many.rows]


def test_a_row_tells_what_was_said_on_what_it_rests_and_what_was_sent(cases: Cases, open_library: OpenLibrary) -> None:
    """With each quote in its context."""
    row = evaluate(open_library(mocked=True), cases, "oracle").rows[0]
    assert row.sent == "The harbor council will spend 41 million crowns [1.2]."
    assert row.claims[0].notes == (1,)
    note = row.notes[0]
    assert (note.title, note.publisher, note.published) == ("The north dock", "Harbor Brief", "2025-11-14")
    assert (note.quote, note.gold) == ("The harbor council will spend 41 million crowns on the north dock.", True)
    assert note.before.endswith("# The north dock\n\n")
    assert note.after.startswith("\n\n- Mayor Anna Lind")
    assert row.wrong == ()


def test_an_answer_without_the_configured_model_is_a_failed_question(cases: Cases, open_library: OpenLibrary) -> None:
    """A degraded answer may look right; it is counted, named, and scores the worst."""
    down = QueuedModel(*[ModelBusy("The model is down.")] * 2 * len(cases))
    found = evaluate(open_library(model=down), cases, "oracle")
    assert (means(found)["failed"], means(found)["fact_recall"], means(found)["over_refusal"]) == (1.0, 0.0, 1.0)
    assert "The model is down." in (found.rows[0].failure or "")
    assert "The model is down." in found.rows[0].wrong[0]


def test_two_runs_are_equal_but_for_their_seconds(cases: Cases, open_library: OpenLibrary) -> None:
    """Random ids and clocks do not reach the scores."""
    one, two = (evaluate(open_library(mocked=True), cases, "fabricator") for _ in range(2))
    assert one.metrics == two.metrics
    assert [(row.text, row.scores, row.change, row.wrong) for row in one.rows] == [
        (row.text, row.scores, row.change, row.wrong) for row in two.rows
    ]


def test_each_question_is_searched_and_its_ranking_judged(cases: Cases, open_library: OpenLibrary) -> None:
    """Ten passages at most; what has no answer is left out of the means."""
    found, searches = search_all(open_library(), cases)
    assert (found.subject, means(found)["hit@5"], means(found)["evidence_whole"]) == ("retrieval", 1.0, 1.0)
    hits = found.metric("hit@5")
    assert hits is not None
    assert (hits.scored, hits.not_applicable) == (3, 2)
    assert searches["dock-cost"].hits[0].document.title == "The north dock"


class Damaged(Library):
    """A library whose searches end in an error of ours."""

    def search(self, *_: Any, **__: Any) -> list[Hit]:
        raise StoreCorrupt("The library is damaged.")

    def stream(self, *_: Any, **__: Any) -> Generator[Event, None, None]:
        raise StoreCorrupt("The library is damaged.")


def test_errors_of_ours_are_failed_questions(cases: Cases, open_library: OpenLibrary) -> None:
    """Of search and of answers; the run goes on."""
    library = open_library(kind=Damaged)
    for report in (search_all(library, cases)[0], evaluate(library, cases, "extractive")):
        assert means(report)["failed"] == 1.0
        assert report.rows[0].wrong == ("It failed: The library is damaged.",)
