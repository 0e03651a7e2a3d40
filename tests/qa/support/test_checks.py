"""Each kind of check, by a claim that it lets pass and one that it does not."""

from datetime import date

import pytest

from qa.support import Evidence, problems
from qa.support.aligning import changes
from qa.support.days import days, in_dates
from qa.support.naming import speakers

AUGUST = date(2025, 8, 20)


def against(claim: str, *sentences: str, header: str = "", passage: str = "", published: date | None = None) -> str:
    """What the checks find, as one text."""
    evidence = Evidence(sentences, header, passage or " ".join(sentences), (published,) * len(sentences))
    return "; ".join(problems(claim, evidence))


PORT = "The port expects traffic to rise by a third by 2030, at a cost of 45 million crowns."
MASTER = 'Mr. Arne told reporters on Aug. 3 that "the second dock" may open later this month.'
VOTE = "The council voted two days after the mayor had signed the plan."


@pytest.mark.parametrize(
    ("claim", "sentence", "fault"),
    [
        ("The clock ran for 45 weeks.", "The clock ran for 45 days.", "figure 45"),
        ("A quarter of the racks were full.", "A third of the racks were full.", "share A quarter"),
        ("The talks took five hours.", "The talks took four hours.", "figure five"),
        ("It pays at least $20 million.", "It pays no more than $20 million.", "at least"),
        ("The dock was opened on Aug. 4.", "The dock was opened on Aug. 3 and closed on Sept. 4.", "date Aug 4"),
        ("Traffic fell in the spring.", "Traffic rose in the spring.", "says fall"),
        ("The old dock is longer than the new one.", "The old dock is shorter than the new one.", "longer"),
        ("The mayor had signed the plan two days after the council voted.", VOTE, "turns round"),
        (
            "The dock was built by the harbor authority.",
            "The dock will be built by the harbor authority.",
            "only expect",
        ),
        ("The dock opened in spring.", "The dock is expected to open in spring.", "only expect"),
        ("The dock will close in winter.", "The dock may close in winter.", "hold possible"),
        ("The dock is too small for tankers.", "The dock is probably too small for tankers.", "hold possible"),
        (
            "The dock is too small for tankers.",
            "Critics say that the dock is too small for tankers.",
            "somebody's words",
        ),
        (
            "The dock is too small for tankers.",
            "According to a pilot, the dock is too small for tankers.",
            "somebody's words",
        ),
        ("The dock is too small for tankers.", "In our view the dock is too small for tankers.", "somebody's words"),
        ("He calls it “the third dock”.", "He calls it the second dock.", "the words “the third dock”"),
        ("The council agreed to pay.", "The council refused to pay.", "agree"),
        ("The master has not asked for a dock.", "The master has asked for a dock, but not for a pier.", "denies"),
    ],
)
def test_a_fault_names_itself(claim: str, sentence: str, fault: str) -> None:
    """Units, shares, bounds, days, directions, order, certainty, voice, quotations, denials."""
    assert fault in against(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The port expects a rise of a third by 2030.", PORT),
        ("The cost is about 45 million crowns.", PORT),
        ("The talks took four weeks.", "The talks took 28 days."),
        ("Both sides get half of the profit.", "The profit is divided equally between both sides."),
        ("About 36 million crowns were paid.", "36.2 million crowns were paid."),
        ("It holds 2 to 3 percent salt.", "It holds 2% to 3% salt."),
        ("It pays at most $20 million.", "It pays no more than $20 million."),
        ("Two days before the council voted, the mayor signed the plan.", VOTE),
        ("The dock was due to be built by the harbor authority.", "The dock will be built by the harbor authority."),
        ("Payments are capped at $20 million.", "It will make payments of at most $20 million."),
        ("A pilot calls the dock too small for tankers.", "According to a pilot, the dock is too small for tankers."),
        ("The master called it “the second dock”.", "The master has called it the second dock."),
        ("It named neither a yard nor a price.", "It did not name a yard or a price."),
        ("The cages are not part of the plan.", "The cages are left out of the plan."),
        ("No. The dock stays open.", "The dock stays open."),
    ],
)
def test_other_words_for_the_same_pass(claim: str, sentence: str) -> None:
    """Units of one length, rounding that says so, a denial in other words, the order told from the other end."""
    assert against(claim, sentence) == ""


def test_this_month_is_read_against_the_day_of_publication() -> None:
    """And without that day it is nothing."""
    claim = "Mr. Arne said that the second dock might open in August 2025."
    assert against(claim, MASTER, published=AUGUST) == ""
    assert "2024" in against(claim.replace("2025", "2024"), MASTER, published=AUGUST)
    assert "Sep" in against(claim.replace("August", "September"), MASTER, published=AUGUST)


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("It closed yesterday.", "19 Aug 2025"),
        ("It closes next month.", "Sep 2025"),
        ("It closed last year.", "2024"),
        ("It opened earlier this year.", "2025"),
        ("It closed last week.", "Aug 2025"),
        ("After 2026 it closes.", "2027"),
        ("It closed.", ""),
    ],
)
def test_relative_dates_are_resolved(sentence: str, meant: str) -> None:
    """By the day on which the document was published."""
    assert in_dates(Evidence((sentence,), published=(AUGUST,))) == meant


def test_a_year_turns_with_its_months() -> None:
    """The month after December is January of the next year, and before January comes December."""
    assert in_dates(Evidence(("next month",), published=(date(2025, 12, 5),))) == "Jan 2026"
    assert in_dates(Evidence(("last month",), published=(date(2026, 1, 5),))) == "Dec 2025"


@pytest.mark.parametrize("text", ["July 10-11", "10 and 11 July", "July 10 to 11", "the 10th and 11th of July"])
def test_days_are_known_however_they_are_written(text: str) -> None:
    """Each with its month."""
    assert days(text) == {("Jul", 10), ("Jul", 11)}


def test_a_name_of_the_passage_may_not_take_another_ones_place() -> None:
    """It may stand for "he" and for "the same company"."""
    passage = "The yard of Borg is old. A rival, Havn, opened a dock in May. The same company bought two cranes."
    assert "where the cited sentence has Havn" in against(
        "A rival, Borg, opened a dock in May.", "A rival, Havn, opened a dock in May.", passage=passage
    )
    assert against("Havn bought two cranes.", "The same company bought two cranes.", passage=passage) == ""


def test_words_stay_with_who_said_them() -> None:
    """Though both names are in the sentence; a publisher may be named for its own view."""
    sentence = "Mr. Arne said that Ms. Borg knew of the plan."
    assert "the words of another" in against("Ms. Borg said that Mr. Arne knew of the plan.", sentence)
    assert speakers(sentence) == ["Mr. Arne"]
    assert (
        against("The Mooring argues that the dock is small.", "We think that the dock is small.", header="The Mooring")
        == ""
    )


def test_what_a_document_of_record_states_may_be_told_as_a_fact() -> None:
    """A law is no opinion, and an aside is the writer's own."""
    assert against("The dock closes in winter.", "The law states that the dock closes in winter.") == ""
    aside = "Mr. Arne said on Monday that it would close, where a crane fell in 2024."
    assert against("A crane fell in 2024.", aside) == ""


def test_a_part_of_a_sentence_can_lose_its_voice() -> None:
    """Word for word from the source and yet more than it says."""
    sentence = "According to a source who asked not to be named, the port will buy two cranes."
    assert "somebody's words" in against("The port will buy two cranes.", sentence)


def test_changes_say_what_stands_between_the_same_words() -> None:
    """Forms of a verb are the same word."""
    (change,) = changes("The port has bought a crane", "The port has bought a barge")
    assert (change.claim, change.sentence, change.firm) == (("crane",), ("barge",), True)
    assert list(changes("It builds ships.", "It built ships.")) == []
