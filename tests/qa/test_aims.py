"""What a question says of when and by whom its sources were written."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.aims import REPORTED, aims, without_days, without_voices
from qa.ingest.naming import Provenance
from qa.types import EVERYTHING, Filters
from tests.conftest import OpenLibrary

NEWEST = date(2025, 12, 23)
PUBLISHERS = ("Harbor Brief", "The Pier")
MONTHS = "January February March April June July August September October November December".split()


def spans(question: str, filters: Filters = EVERYTHING) -> list[tuple[str | None, str | None]]:
    """The days preferred, the week behind them left out."""
    found = [aim.filters for aim in aims(question, filters, PUBLISHERS, NEWEST)]
    late = [each.until - REPORTED if each.since and each.until else each.until for each in found]
    return [(str(each.since or "") or None, str(last or "") or None) for each, last in zip(found, late, strict=True)]


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("What did Lee say in August 2025?", "2025-08-01", "2025-08-31"),
        ("What did Lee say in August?", "2025-08-01", "2025-08-31"),
        ("What was published on Aug. 1?", "2025-08-01", "2025-08-01"),
        ("What was published on 1 August 2024?", "2024-08-01", "2024-08-01"),
        ("What was known in early September?", "2025-09-01", "2025-09-10"),
        ("What was open at the end of July 2025?", "2025-07-20", "2025-07-31"),
        ("Was the paper out by Dec. 10, 2025?", None, "2025-12-10"),
        ("What was planned before October 2025?", None, "2025-10-01"),
        ("What has changed since November?", "2025-11-01", None),
        ("What happened in 2024?", "2024-01-01", "2024-12-31"),
        ("What happened on December 28?", "2024-12-28", "2024-12-28"),  # the last one there was
        ("What is the latest on the ferries?", "2025-11-22", None),
    ],
)
def test_a_question_prefers_the_days_it_names(question: str, first: str | None, last: str | None) -> None:
    """A month without a year is the last one before the newest document."""
    assert spans(question) == [(first, last)]


@pytest.mark.parametrize(
    "question",
    [
        "May the ferries sail?",
        "What did Mayor Jane Roe say to the Marine Corps about Separate Junior Marches?",
        "Who may sail?",
        "How large is the 2026 budget?",
        "What is due in 2030?",
        "What happened on Feb. 31?",
        "Who built the pier?",
    ],
)
def test_a_question_that_names_no_day_prefers_none(question: str) -> None:
    """A word that could be a month, a year that is a topic or still to come, a day that never was."""
    assert spans(question) == []


def test_a_publisher_named_is_preferred_and_with_a_day_both_are() -> None:
    """In any case of its letters; its name inside another word is none."""
    (aim,) = aims("What does the harbor brief think?", EVERYTHING, PUBLISHERS, NEWEST)
    assert (aim.filters.publisher, aim.told) == ("Harbor Brief", "by Harbor Brief")
    (aim,) = aims("What did the Harbor Brief say in August?", EVERYTHING, PUBLISHERS, NEWEST)
    assert (aim.filters.publisher, aim.filters.since) == ("Harbor Brief", date(2025, 8, 1))
    assert aim.told == "by Harbor Brief, published from 2025-08-01 to 2025-09-07"
    assert aims("What do Harbor Briefings cost?", EVERYTHING, PUBLISHERS, NEWEST) == []


def test_what_the_filters_say_is_not_said_again() -> None:
    """A person's own filter stands, and what is preferred lies within it."""
    assert spans("What did Lee say in August?", Filters(since=date(2025, 11, 1))) == []
    (aim,) = aims("What did Lee say in August?", Filters(collection="x", publisher="The Pier"), PUBLISHERS, NEWEST)
    assert (aim.filters.collection, aim.filters.publisher) == ("x", "The Pier")


@given(st.text(max_size=80), st.dates())
def test_any_question_gives_stretches_that_can_be_searched(question: str, newest: date) -> None:
    """No text breaks it, and no stretch ends before it begins."""
    for aim in aims(question, EVERYTHING, PUBLISHERS, newest):
        since, until = aim.filters.since, aim.filters.until
        assert since is None or until is None or since <= until


def test_days_are_left_out() -> None:
    """Of what is carried along to another part of a question."""
    assert without_days("What did Lee say about spending in August") == "What did Lee say about spending"


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("According to the Harbor Brief, what will it cost?", "what will it cost?"),
        ("What will it cost, according to the Harbor Brief?", "What will it cost?"),
        ("What will it cost, in the Harbor Brief's opinion?", "What will it cost?"),
        ("What does the Harbor Brief think of it?", "What does the Harbor Brief think of it?"),
        ("According to the council, what will it cost?", "According to the council, what will it cost?"),
    ],
)
def test_whose_documents_are_meant_is_no_part_of_what_is_asked(question: str, left: str) -> None:
    """Where a publisher is only named for its documents; who says a thing in them stays."""
    assert without_voices(question, PUBLISHERS) == left


def test_of_reports_alike_the_one_of_the_month_comes_first_and_the_answer_says_why(
    open_library: OpenLibrary, tmp_path: Path
) -> None:
    """Each month has its report with the same words; the filter is told; no month is left without hits."""
    library = open_library()
    for number, month in enumerate(MONTHS):
        file = tmp_path / f"{month}.txt"
        file.write_text(f"Report no. {number}. The ferry carried {number + 100} passengers in this month.")
        day = date(2025, 1, 28) + timedelta(days=31 * number)
        library.add([file], Provenance(published=day))
    for month in ("March", "August"):
        question = f"How many passengers did the ferry carry in {month} 2025?"
        best, *others = library.search(question, 5)
        assert best.document.published is not None
        assert (best.document.published.strftime("%B"), len(others)) == (month, 4)
        assert "Preferred: documents published from 2025-0" in (library.ask(question).reason or "")
    assert library.search("How many passengers did the ferry carry in May 1990?", 5)
