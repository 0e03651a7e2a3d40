"""Does this evidence support this claim?"""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.figures import figures
from qa.support import Evidence, cover, problems

SPENDING = (
    "South Korea agreed to raise its defense spending to 3.5% of GDP and to buy $25 billion of U.S. arms by 2030."
)
CHO = "Foreign Minister Cho Hyun dismissed the possibility of changes to the size and role of US Forces Korea."


def about(*sentences: str, header: str = "", passage: str = "") -> Evidence:
    """Evidence of these sentences."""
    return Evidence(sentences, header, passage)


@pytest.mark.parametrize(
    "claim",
    [
        "South Korea agreed to raise its defense spending to 3.5 percent of GDP.",
        "Seoul agreed to raise defense spending to 3.5% of GDP.",
        "The ROK will buy 25 billion dollars of American arms by 2030.",
        "It agreed to buy $25bn of U.S. arms by 2030.",
        SPENDING,
    ],
)
def test_faithful_claims_pass(claim: str) -> None:
    """Another spelling of a figure or of a state's name is no fault."""
    assert problems(claim, about(SPENDING)) == ()


@pytest.mark.parametrize(
    ("claim", "fault"),
    [
        ("Seoul agreed to raise defense spending to 3.8% of GDP.", "figure 3.8%"),
        ("The ROK agreed to buy $25 million of U.S. arms by 2030.", "figure 25 million"),
        ("The ROK agreed to buy $25 billion of U.S. arms by 2035.", "figure 2035"),
        ("Tokyo agreed to raise defense spending to 3.5% of GDP.", "name Tokyo"),
        ("Under Minister Kim, Seoul agreed to raise defense spending to 3.5% of GDP.", "name Kim"),
        ("Seoul did not agree to raise its defense spending to 3.5% of GDP.", "denies"),
        ("The weather in the mountains was mild.", "few of its words"),
    ],
)
def test_each_fault_names_itself(claim: str, fault: str) -> None:
    """A changed number, date, name or negation, or another subject, is a problem in words."""
    assert any(fault in problem for problem in problems(claim, about(SPENDING)))


def test_a_dropped_denial_is_seen() -> None:
    """Who dismissed a thing did not announce it."""
    assert problems("Cho Hyun announced changes to the size and role of US Forces Korea.", about(CHO))
    assert not problems("Cho Hyun dismissed changes to the size and role of US Forces Korea.", about(CHO))


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("A source who asked to be named confirmed it.", "A source who asked not to be named confirmed it."),
        (
            "The $200 billion is not to be paid in cash.",
            "The $200 billion is to be paid in cash, at no more than $20 billion a year.",
        ),
        ("The tariff of 15% was published on Nov. 15.", "The tariff of 15% was published on Nov. 14."),
    ],
)
def test_faults_seen_in_the_evaluation_are_caught(claim: str, sentence: str) -> None:
    """A denial's nearest word counts most, "no more than" denies nothing, and a day is no percentage."""
    assert problems(claim, about(sentence))


@pytest.mark.parametrize(
    ("claim", "sentence", "fault"),
    [
        ("Mr. Lee took an interest.", "It rests on Mr. Trump's interest in the matter.", "Mr Lee is another"),
        ("Talks were held on August 10-11.", "Talks were held on July 10-11.", "month Aug"),
        ("The yard was bought in 2025.", "The yard was bought in 2024.", "figure 2025"),
        ("A battery was not moved there.", "A battery was moved there.", "denies"),
        ("He announced no cut and had mentioned one.", "He announced no cut and had not mentioned one.", "leaves out"),
    ],
)
def test_swapped_people_months_years_and_denials_are_caught(claim: str, sentence: str, fault: str) -> None:
    """Though passage and header know the names, and the header the year."""
    evidence = about(sentence, header="Harbor Brief 3 August 2025", passage=f"Mr. Lee was there in August. {sentence}")
    assert any(fault in problem for problem in problems(claim, evidence))


@pytest.mark.parametrize(
    ("claim", "sentences"),
    [
        (
            "The American side wants AI in the OPCON plan.",
            ["Washington wants artificial intelligence in the operational control plan."],
        ),
        (
            "Three conditions hold: tides are low, winds are mild, and boats are dry.",
            ["Tides are low.", "Winds are mild.", "Boats are dry."],
        ),
        ("The 2032 budget is 103.5 trillion won.", ["| 2032 budget | 103.5 |"]),
        ("It names neither a yard nor a date.", ["It does not name a yard or a date."]),
        ("President Trump signed it on Dec. 18, 2025.", ["President Donald Trump signed the act for 2026 on Dec. 18."]),
    ],
)
def test_faithful_paraphrases_pass(claim: str, sentences: list[str]) -> None:
    """Folded states, spelled abbreviations, counted items, a table's unit, a denial in other words, a header's year."""
    evidence = about(*sentences, header="Harbor Brief 20 December 2025", passage="Sums are in trillion won.")
    assert not problems(claim, evidence)


def test_no_more_than_is_no_denial() -> None:
    """Who leaves out a limit has not turned a denial around."""
    assert not problems("It pays $20 billion a year.", about("It pays no more than $20 billion a year."))


def test_names_and_dates_may_come_from_the_header() -> None:
    """A claim may name the publisher and the date, which stand above the sentence and not in it."""
    claim = "According to Harbor Brief in November 2025, Seoul agreed to raise defense spending to 3.5% of GDP."
    assert problems(claim, about(SPENDING))
    assert not problems(claim, about(SPENDING, header="Harbor Brief 14 November 2025"))


def test_a_pronoun_may_be_named_from_the_passage_but_a_figure_may_not() -> None:
    """ "He" can be resolved by the sentence before; a figure must stand in the cited sentence."""
    evidence = about(
        "He was seen trading shares of Naver.",
        passage="Rep. Lee Choon-suak has 4 aides. He was seen trading shares of Naver.",
    )
    assert not problems("Rep. Lee Choon-suak traded shares of Naver.", evidence)
    assert problems("Rep. Lee Choon-suak traded 4 shares of Naver.", evidence)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$25 billion", {25 * 10**9}),
        ("25bn", {25 * 10**9}),
        ("28,500 troops", {28_500}),
        ("the 57th meeting", {57}),
        ("3.50 percent", {Fraction(7, 2)}),
        ("three strands", {3}),
        ("version 1.2.3", set()),
        ("F35 jets", set()),
    ],
)
def test_numbers_are_read_by_value(text: str, values: set[Fraction]) -> None:
    """Magnitudes, separators and words are one number."""
    assert {figure.value for figure in figures(text)} == values


def test_cover_is_the_share_of_content_words() -> None:
    """Two of the three content words; stop words do not count."""
    assert cover("the allies agreed on submarines", "Allies built submarines.") == pytest.approx(2 / 3)
    assert cover("it was", "anything") == 1.0


@given(st.text(), st.text(), st.text())
def test_a_verbatim_claim_is_always_supported(before: str, claim: str, after: str) -> None:
    """A sentence is borne out by itself, whatever it says and whatever stands around it; a part of one may have lost its denial."""
    assert problems(claim, Evidence((claim,), passage=f"{before} {claim} {after}")) == ()


def test_no_statement_is_that_long() -> None:
    """What a model that has lost its thread repeats is not checked but told; a whole sentence of the evidence is itself, however long."""
    endless = " ".join(["no dock and no crane"] * 40) + "."
    assert problems(endless, about("The yard has a dock.")) == (
        f"it is too long to be checked ({len(endless)} characters)",
    )
    assert problems(endless, about(endless)) == ()


def test_of_a_sentence_that_has_no_end_the_beginning_counts() -> None:
    """A model is shown no more of it; what stands behind that supports nothing."""
    endless = "The yard has a dock, " + "and a crane, " * 120 + "and 41 barges"
    assert problems("The yard has a dock and a crane.", about(endless)) == ()
    assert any("41" in problem for problem in problems("The yard has a crane and 41 barges.", about(endless)))
