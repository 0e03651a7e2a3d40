"""The day on which a document was published, told beside whoever published it."""

from datetime import date

import pytest

from qa.support import Evidence, problems

SENTENCE = "The council of Havn met on Aug. 25 and put off its vote on the dock."
EVIDENCE = Evidence(
    (SENTENCE,), "The vote Harbor Brief 27 August 2025", SENTENCE, (date(2025, 8, 27),), publishers=("Harbor Brief",)
)


@pytest.mark.parametrize(
    "claim",
    [
        "The council of Havn has put off its vote on the dock (Harbor Brief, 2025-08-27).",
        "Harbor Brief (2025-08-27) says that the council of Havn put off its vote on the dock.",
        "As the Harbor Brief reported on Aug. 27, 2025, the council of Havn put off its vote on the dock on Aug. 25.",
        "According to the Harbor Brief of August 27, 2025, the council of Havn put off its vote on the dock.",
        "On 27 August, the Harbor Brief wrote that the council of Havn had put off its vote on the dock.",
        "In its Aug. 27, 2025 account the Harbor Brief says that the council of Havn put off its vote on the dock.",
        "On Aug. 27 it reported that the council of Havn had put off its vote on the dock.",
        "On Aug. 27, 2025, the same outlet reported that the council of Havn had put off its vote on the dock.",
        "As of Aug. 27, 2025, the council of Havn had put off its vote on the dock.",
        "The council of Havn put off its vote on the dock, says the Brief's Aug. 27, 2025 account of Aug. 25.",
        "By Aug. 27, the Harbor Brief reported that the council of Havn had put off its vote on the dock.",
        "The Harbor Brief itself judged on Aug. 27 that the council of Havn had put off its vote on the dock.",
        "An account of Aug. 27 says that the council of Havn put off its vote on the dock.",
        "In its August account the Harbor Brief says that the council of Havn put off its vote on the dock.",
        "The council of Havn put off its vote on the dock (Harbor Brief, Aug. 27, 2025; Harbor Brief, 2025-08-27).",
    ],
)
def test_the_header_gives_the_day_of_publication(claim: str) -> None:
    """In the form in which a model is shown it, and in words."""
    assert problems(claim, EVIDENCE) == ()


@pytest.mark.parametrize(
    "claim",
    [
        "The council of Havn put off its vote on the dock on Aug. 27.",
        "Harbor Brief (2025-08-26) says that the council of Havn put off its vote on the dock.",
        "The council of Havn met on 2025-08-27 and put off its vote on the dock.",
        "The Harbor Brief reports that the council of Havn put off its vote on the dock on Aug. 27.",
    ],
)
def test_what_happened_keeps_its_own_day(claim: str) -> None:
    """And a day on which nothing was published is none."""
    assert any("Aug 2" in problem or "figure 2" in problem for problem in problems(claim, EVIDENCE))


def test_a_second_day_of_publication_may_follow_the_first() -> None:
    """Behind "and on", where the first stood beside the publisher."""
    later = Evidence(
        (SENTENCE, "The piles of the dock are rotten."),
        "The vote Harbor Brief 27 August 2025 The piles Harbor Brief 3 September 2025",
        SENTENCE,
        (date(2025, 8, 27), date(2025, 9, 3)),
        publishers=("Harbor Brief", "Harbor Brief"),
    )
    claim = "Harbor Brief wrote on Aug. 27 that Havn put off its vote on the dock, and on {} that its piles are rotten."
    assert problems(claim.format("Sept. 3"), later) == ()
    assert problems(claim.format("Sept. 4"), later)


def test_a_document_is_called_by_its_title() -> None:
    """Which may hold a number and a name; another number is none of it, nor is one said of something else."""
    titled = Evidence((SENTENCE,), "Outcomes of the 57th Skerry Talks", SENTENCE, (None,))
    claim = "The article on the {} Skerry Talks, which bears no date, says that the council of Havn put off its vote."
    assert problems(claim.format("57th"), titled) == ()
    assert problems(claim.format("58th"), Evidence((SENTENCE,), "", SENTENCE, (None,)))
    assert problems("The council of Havn put off its vote by 57 days.", titled)


def test_a_newspaper_named_after_a_capital_is_no_state() -> None:
    """It takes nobody's place and speaks for itself."""
    sentence = "Undersecretary Ada Voss praised the readiness of the isle to do more for its own docks."
    told = Evidence((sentence,), "A post Seoul Wire Digest", sentence, publishers=("Seoul Wire Digest",))
    claim = "{} reported that Undersecretary Voss had praised the isle's readiness to do more for its own docks."
    assert problems(claim.format("Seoul Wire Digest"), told) == ()
    assert any("Tokyo" in each for each in problems(claim.format("Tokyo"), told))


def test_a_document_keeps_its_own_day() -> None:
    """The day of another that is cited beside it is not its own."""
    both = Evidence(
        (SENTENCE, "The piles of the dock are rotten."),
        "The vote Harbor Brief 27 August 2025 The piles Tide Review 3 September 2025",
        SENTENCE,
        (date(2025, 8, 27), date(2025, 9, 3)),
        publishers=("Harbor Brief", "Tide Review"),
    )
    claim = "Harbor Brief ({}) says that Havn put off its vote on the dock, and the Tide Review ({}) that its piles are rotten."
    assert problems(claim.format("2025-08-27", "2025-09-03"), both) == ()
    swapped = problems(claim.format("2025-09-03", "2025-08-27"), both)
    assert "the document of Harbor Brief is of another day than 2025-09-03" in swapped
    told = "On Sept. 3 the Tide Review wrote that the piles are rotten, and Harbor Brief on {} that Havn put off its vote on the dock."
    assert problems(told.format("Aug. 27"), both) == ()
    assert problems(told.format("Sept. 3"), both)
