"""Each kind of check, by a claim that it lets pass and one that it does not."""

from datetime import date

import pytest

from qa.support import Evidence, problems
from qa.support.aligning import changes
from qa.support.figures.days import days, in_dates
from qa.support.names.speaking import speakers

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
        ("Traffic fell in the spring.", "Traffic rose in the spring.", "says fell"),
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
        ("The dock will not keep its size.", "The dock's size will not change.", "denies"),
        ("No year is not named.", "No paper names a year.", "denies"),
        ("The cages are part of the plan.", "The cages are left out of the plan.", "leaves out"),
        ("The crew slept later.", "The crew slept beforehand.", "says late"),
        ("The dock will take tankers.", "The dock can hold tankers.", "hold possible"),
        ("The third dock was the largest.", "The third dock will be the largest.", "only expect"),
        ("The dock is too small.", "Ms. Borg argued on May 4 that the dock is too small.", "somebody's words"),
        ("The dock is too small.", "Reports from the port say that the dock is too small.", "somebody's words"),
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
        ("The talks took 140 minutes.", "The talks took two hours and 20 minutes."),
        ("The talks took two hours and 20 minutes.", "The talks took 140 minutes."),
        ("The ban ends after two months.", "The ban ends after 60 days."),
        ("It bought two dozen cranes.", "It bought 24 cranes."),
        ("The dock burned in the Second World War.", "The dock burned in World War II."),
        ("Members pay 50% of the price.", "Members pay half the price."),
        ("Profits are split 50-50.", "Profits are divided equally."),
        ("At 20°C it takes two to three days.", "At 20 degrees Celsius it takes 2-3 days."),
        (
            "Two dates, 2012 and 2015, were given up.",
            "It was planned for 2012 and then for 2015, and each date was given up.",
        ),
        ("The dock will keep its size.", "The dock's size will not change."),
        ("The date was unannounced.", "The date had not been announced."),
        ("It named no price, no yard and no date.", "It named no price, yard or date."),
        ("The act prohibits cuts to fewer than 500.", "The act bars cuts below 500."),
        ("The amount cannot grow by more than 5%.", "The amount follows prices, with a ceiling of 5%."),
        ("The old racks give way to a shelter.", "A new shelter replaces the old racks."),
        ("A transfer is possible but more unlikely than likely.", "A transfer is possible but less likely than not."),
        ("Seoul raises it less often than Tokyo.", "Tokyo raises it more often than Seoul."),
        ("The certification is to be sought in May.", "The port will seek certification in May."),
        ("The decision was made freely.", "They had the freedom to decide, and did."),
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


def test_a_name_that_is_nowhere_unnamed_has_no_place() -> None:
    """Where the sentence names somebody and leaves nobody to "he" or "it", another name of the passage is another's."""
    passage = "Ms. Lund of Havn spoke first. In reply the firm Borg offered two cranes."
    sentence = "In reply the firm Borg offered two cranes."
    assert "where the cited sentence has Borg" in against("Two cranes were offered by Lund.", sentence, passage=passage)
    assert against("Two cranes were offered by Borg.", sentence, passage=passage) == ""


def test_a_name_is_not_put_together_of_two() -> None:
    """Words of two names make no third; a name between them may be left out."""
    sentence = "In May the Harbor Brief and the Trade Desk wrote about Ms. Anna Maria Borg."
    assert "Harbor Desk" in against("In May Harbor Desk wrote about Ms. Borg.", sentence)
    assert "the name" not in against("In May the Harbor Brief wrote about Anna Borg.", sentence)


def test_a_capital_is_a_place_behind_in() -> None:
    """Though elsewhere it is a word for its state."""
    sentence = "Presidents Lee and Trump met in Gyeongju, where South Korea was the host."
    assert "the place Seoul" in against("Lee and Trump met in Seoul.", sentence)
    assert "place" not in against("Lee and Trump met in Gyeongju, at Seoul's invitation.", sentence)


def test_both_governments_may_be_named() -> None:
    """By the two states that a claim names; three would be one too many."""
    sentence = "Both governments promise a paper within days."
    assert against("Seoul and Washington promise a paper within days.", sentence) == ""
    assert "Tokyo" in against("Seoul, Tokyo and Washington promise a paper within days.", sentence)


def test_the_same_number_is_that_of_the_sentence_before() -> None:
    """And no other of the passage."""
    passage = "It asked for 9% at first. Its target is 3.5% now. Officials have discussed the same number."
    sentence = "Officials have discussed the same number."
    assert against("Officials have discussed 3.5%.", sentence, passage=passage) == ""
    assert "9%" in against("Officials have discussed 9%.", sentence, passage=passage)


def test_who_we_are_is_the_publisher() -> None:
    """ "Our reading" is nobody else's, and a state is no "he"."""
    evidence = Evidence(
        ("In our reading the dock is small.",),
        "Harbor Brief",
        "Havn is near. In our reading the dock is small.",
        (),
        ("Harbor Brief",),
    )
    assert problems("In Harbor Brief's reading the dock is small.", evidence) == ()
    assert any("words of another" in each for each in problems("In Havn's reading the dock is small.", evidence))
    passage = "Mr. Lee left Seoul. He said that the dock is small."
    said = "He said that the dock is small."
    assert "words of another" in against("Seoul said that the dock is small.", said, passage=passage)
    for own in ("In his view the dock is small.", "The dock is small, he said."):
        assert "words of another" in against("Seoul said that the dock is small.", own, passage=f"{passage} {own}")
    assert against("Lee said that the dock is small.", said, passage=passage) == ""


def test_words_stay_with_who_said_them() -> None:
    """Though both names are in the sentence; a publisher may be named for its own view."""
    sentence = "Mr. Arne said that Ms. Borg knew of the plan."
    assert "the words of another" in against("Ms. Borg said that Mr. Arne knew of the plan.", sentence)
    assert speakers(sentence) == ["Mr. Arne"]
    assert (
        against("The Mooring argues that the dock is small.", "We think that the dock is small.", header="The Mooring")
        == ""
    )


def test_who_says_nothing_is_no_speaker() -> None:
    """Somebody who said something else is."""
    sentence = "Havn says that the dock is full, a point on which Borg has been silent."
    assert against("The dock is full, Havn says, while Borg has said nothing.", sentence) == ""
    assert "words of another" in against("The dock is full, Borg has said.", sentence)


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


def test_a_place_is_no_speaker() -> None:
    """Where the office that speaks has its seat; another office there is one."""
    sentence = "According to the College of Docks in Havn, Lund chose the crane."
    assert against("Lund chose the crane, the College of Docks in Havn says.", sentence) == ""
    assert "words of another" in against("Lund chose the crane, the Borg says.", sentence)


def test_words_that_a_sentence_speaks_of_may_be_quoted() -> None:
    """Where the passage has just these between quotation marks; others are not."""
    sentence = "The two old terms say little of the docks."
    evidence = Evidence((sentence,), "", f'Some docks are called "inner" and some "outer". {sentence}')
    assert not [each for each in problems('"Inner" and "outer" say little of the docks.', evidence) if "words" in each]
    assert "the words “upper” are" in "; ".join(problems('"Inner" and "upper" say little of the docks.', evidence))
