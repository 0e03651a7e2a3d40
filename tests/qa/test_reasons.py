"""Why there is no answer, as a reader is told it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from qa.prompts import NOT_FOUND
from qa.types import EVERYTHING, Filters
from tests.conftest import OpenLibrary
from tests.fakes import QueuedModel

Told = Callable[..., str]


@pytest.fixture
def told(open_library: OpenLibrary, documents: Path) -> Told:
    """The reason for refusing a question of the three documents; a model says that it found nothing, or what it is given."""

    def reason(question: str, filters: Filters = EVERYTHING, reply: str = NOT_FOUND) -> str:
        library = open_library(QueuedModel(reply, reply))
        library.add([documents])
        answer = library.ask(question, filters)
        assert answer.status == "no_evidence"
        return answer.reason or ""

    return reason


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("What is the capital of Mongolia?", "There is nothing about “Mongolia” in the 3 documents"),
        ("Who wrote Pride and Prejudice?", "There is nothing about “Pride” or “Prejudice” in the 3 documents"),
        ("Who won the Battle of Trafalgar?", "There is nothing about “Battle of Trafalgar” in the 3 documents"),
        ("What about the U.S. Navy in May?", "There is nothing about “U.S. Navy” in the 3 documents"),
        ("What did the budget say of 1998?", "There is nothing about “1998” in the 3 documents"),
        ("How heavy are ferries in May?", "The 3 documents name “May” but do not answer this"),
        ("Who tends the lighthouse?", "The words “tends” and “lighthouse” are in none of the 3 documents"),
        ("Who owns the bridge?", "The word “owns” is in none of the 3 documents"),
        ("Who called spending a plan?", "The 3 documents do not answer this"),
        ("???", "The 3 documents do not answer this"),
    ],
)
def test_a_reason_names_what_was_looked_for(told: Told, question: str, reason: str) -> None:
    """A name that is nowhere, else those that are there, else words that are nowhere; in how many documents; and what is nearest."""
    what, _, nearest = told(question).partition("; ")
    assert what == reason
    assert nearest.startswith("the nearest is “")


def test_a_reason_counts_the_documents_that_pass_the_filters(told: Told) -> None:
    """And looks nowhere else: the bridge is in an undated document."""
    assert told("Who owns the old bridge?", Filters(since=date(2025, 1, 1))).startswith(
        "The words “owns”, “old” and “bridge” are in none of the 2 documents; "
    )
    assert told("Who owns the Bridge?", Filters(publisher="Tide Review")).startswith(
        "There is nothing about “Bridge” in the one document; the nearest is “The critics” (Tide Review, 2025-12-01)."
    )


def test_what_a_model_made_up_is_said_to_be_its_own(told: Told) -> None:
    """Also where a name is missing."""
    assert told("What did Mongolia say?", reply="Mongolia bought 9 ferries [1.2].").startswith(
        "The 3 documents do not bear out what the model wrote; the nearest is"
    )


def test_a_reason_quotes_no_sentence(told: Told, documents: Path) -> None:
    """It could be taken for an answer."""
    reason = told("Who owns the bridge?")
    assert not any(line and line in reason for line in (documents / "bridge.txt").read_text().splitlines()[1:])


def test_a_name_is_found_under_its_other_name(open_library: OpenLibrary, tmp_path: Path) -> None:
    """As some document explains it."""
    (tmp_path / "a.md").write_text("The Port Authority Council (PAC) met in May.\n")
    (tmp_path / "b.md").write_text("---\npublisher: Tide Review\n---\nMembers of the PAC want a new dock.\n")
    library = open_library(QueuedModel(NOT_FOUND, NOT_FOUND))
    library.add([tmp_path / "a.md", tmp_path / "b.md"])
    reason = library.ask("What does the Port Authority Council cost?", Filters(publisher="Tide Review")).reason or ""
    assert reason.startswith("The one document names “Port Authority Council” but does not answer this; ")


def test_signs_of_a_search_language_are_only_words(told: Told) -> None:
    """Quotes, stars and operators of the full text."""
    assert told('"lighthouse" OR * NEAR(tower^2)').startswith("There is nothing about “NEAR” in the 3 documents; ")


def test_a_reason_is_one_short_line(told: Told) -> None:
    """Whatever the question looks like: broken lines, shouting, a word without an end."""
    assert told("Who won the Battle\n\tof  Trafalgar?").startswith("There is nothing about “Battle of Trafalgar” in")
    for long in ("SHOUTED LOUDLY " * 200, f"Who is {'A' * 3000}?", "ferry lighthouse tower " * 150):
        reason = told(long)
        assert len(reason) < 200
        assert "\n" not in reason
