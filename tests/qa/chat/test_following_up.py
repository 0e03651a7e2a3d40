"""Follow-up questions as people type them: which lean on what came before, and what they are understood as without a model."""

import pytest

from qa.chat import standalone
from qa.conversations import Turn
from qa.types import Claim
from tests.qa.conversations.answers import answer

SPENDING = ("What share of GDP will Seoul spend on defense?", "Seoul will raise its defense spending to 3.5% of GDP.")
FERRIES = ("When will the two ferries be replaced?", "Two ferries are to be replaced in 2027.")
COLBY = ("What did Elbridge Colby say about the alliance?", "The post asked allies to do more.")
BOATS = (
    "Who approved the submarines?",
    "President Lee Jae Myung asked for submarines, and they were approved in Gyeongju.",
)
CHINA = ("What did China say about the alliance in 2024?", "Beijing warned against it.")
MINISTERS = ("What did the ministers decide?", "Minister Ahn Gyu-back and Secretary Pete Hegseth signed a communique.")
TRADE = (
    "How much will South Korea invest in the United States?",
    "South Korea will invest $350 billion, of which $200 billion is cash.",
)
BRUNSON = (
    "What did Gen. Xavier Brunson say about troop numbers?",
    "Gen. Xavier Brunson said that numbers are the wrong measure.",
)

# What was asked before, the follow-up, and the words it must carry when it is understood.
LEANING = [
    (SPENDING, "and who disagreed?", "disagreed GDP Seoul defense"),
    (SPENDING, "When was that?", "when GDP Seoul defense"),
    (SPENDING, "Why?", "why GDP Seoul defense"),
    (SPENDING, "why", "why GDP Seoul defense"),
    (SPENDING, "Who said so?", "said GDP Seoul"),
    (SPENDING, "By when?", "when GDP Seoul"),
    (SPENDING, "Is it enough?", "enough GDP Seoul defense"),
    (SPENDING, "How much is this in dollars?", "dollars GDP Seoul"),
    (SPENDING, "What about Japan?", "share GDP Japan spend defense"),
    (SPENDING, "And Tokyo?", "share GDP Tokyo spend defense"),
    (SPENDING, "how about north korea?", "share GDP North Korea spend defense"),
    (SPENDING, "And in 2024?", "share GDP Seoul 2024 defense"),
    (SPENDING, "Tell me more.", "more GDP Seoul defense"),
    (SPENDING, "Who opposed the plan?", "opposed plan GDP Seoul"),
    (SPENDING, "How did Congress react?", "Congress react GDP Seoul"),
    (SPENDING, "How did Beijing react?", "Beijing react GDP Seoul"),
    (SPENDING, "What was left open?", "left open GDP Seoul"),
    (SPENDING, "According to whom?", "according GDP Seoul"),
    (SPENDING, "Did the opposition reject it?", "opposition reject GDP Seoul"),
    (SPENDING, "But is that certain?", "certain GDP Seoul"),
    (SPENDING, "What are the sources?", "sources GDP Seoul"),
    (FERRIES, "Who will build them?", "build ferries"),
    (FERRIES, "Where?", "where ferries replaced"),
    (FERRIES, "What will they cost?", "cost ferries"),
    (FERRIES, "And the bridge?", "bridge ferries replaced"),
    (FERRIES, "How many?", "many ferries"),
    (FERRIES, "Anything else?", "else ferries"),
    (FERRIES, "Has this been confirmed?", "confirmed ferries"),
    (COLBY, "When did he say that?", "when Colby alliance"),
    (COLBY, "What is his position on China?", "Colby position China"),
    (COLBY, "And Pete Hegseth?", "what did Pete Hegseth say alliance"),
    (COLBY, "did Hegseth agree?", "Hegseth agree alliance"),
    (BOATS, "What does he want from Washington?", "Lee Jae Myung want Washington"),
    (BOATS, "Where will they be built?", "built submarines"),
    (CHINA, "What did Japan say?", "Japan say alliance 2024"),
    (CHINA, "And in 2025?", "China say alliance 2025"),
    (CHINA, "Since when?", "since China alliance"),
    (MINISTERS, "What did he sign?", "sign ministers decide"),
    (TRADE, "over how many years?", "years invest South Korea"),
    (TRADE, "In cash?", "cash invest South Korea"),
    (TRADE, "who benefits most from it?", "benefits invest South Korea"),
    (TRADE, "and the tariffs?", "tariffs invest South Korea"),
    (TRADE, "Explain that in simpler words", "explain invest South Korea"),
    (TRADE, "What are the risks?", "risks invest"),
    (TRADE, "When did they sign?", "sign invest"),
    (BRUNSON, "Why did he say so?", "Brunson troop numbers"),
    (BRUNSON, "Did Seoul agree with him?", "Seoul agree Brunson"),
    (BRUNSON, "what measure does he prefer?", "measure Brunson"),
    (BRUNSON, "Was there any criticism?", "criticism Brunson"),
    (BRUNSON, "and Cho Hyun?", "Cho Hyun say troop numbers"),
    (BRUNSON, "When and where?", "when where Brunson"),
    (BRUNSON, "Has the Pentagon commented?", "Pentagon Brunson"),
    (BRUNSON, "Where was it published?", "published Brunson"),
]
# They have a name or a topic of their own and show no sign of leaning: without a model they are left as they are.
UNSEEN = [
    (TRADE, "Does the $200 billion include loans?", "loans invest"),
    (TRADE, "What does Japan pay?", "Japan pay invest"),
    (TRADE, "Which companies are involved?", "companies invest"),
]

# Asked after the same questions, these are to be left as they are.
ALONE = [
    "What did Colby say about strategic flexibility?",
    "Who commands U.S. Forces Korea?",
    "What is OPCON?",
    "What is deterrence?",
    "Who is Cho Hyun?",
    "When does the nuclear agreement end?",
    "What did the presidents leave open at Gyeongju?",
    "How many troops does the law protect in South Korea?",
    "What did Seoul say about its budget?",
    "Why did Trump say he approved the submarines?",
    "How long does it take to build a ferry?",
    "Is it true that Congress put a floor under troop numbers?",
    "Which ministers said that the talks would go on?",
    "Are there conditions for the transfer of wartime command?",
    "What happened to the treaty after Seoul signed it?",
    "What will defense spending be this year?",
    "How should kimchi be stored in winter?",
    "Who built the old bridge?",
    "and what did Elbridge Colby post on social media in August?",
    "What about the role of Congress in setting troop levels?",
    "Which of those who spoke opposed the transfer of command?",
    "How did Washington respond to the request for nuclear fuel?",
    "When was that agreement on cost sharing with Washington signed?",
    "How much American equipment will South Korea buy by 2030?",
    "What is strategic flexibility?",
    "Who wrote the glossary?",
    "What does FOC stand for?",
    "Did the Senate pass the defense bill?",
    "How are troop floors waived?",
    "When was the summit in Gyeongju held?",
    "What do critics say about nuclear submarines?",
    "Does the communique mention its own date?",
    "Which shipyards repair American navy ships?",
    "Who thinks that a transfer before 2030 is unlikely?",
    "What changes for USFK under the new plan?",
    "Summarise the chronology of 2025",
    "List the conditions for OPCON transfer",
    "Is there a limit on enrichment under the agreement with Washington?",
    "Why do temperatures matter for kimchi?",
    "thanks!",
]


def turn(question: str, claim: str) -> Turn:
    """An earlier question with its answer."""
    return Turn(1, question, question, answer(question, claims=(Claim(claim, (1,), "supported"),), text=claim), "")


@pytest.mark.parametrize(("earlier", "asked", "words"), LEANING, ids=[case[1] for case in LEANING])
def test_a_question_that_leans_carries_the_topic(earlier: tuple[str, str], asked: str, words: str) -> None:
    """Names, figures and dates of the earlier question, and the follow-up's own words."""
    understood = standalone(asked, [turn(*earlier)], None)
    assert understood != asked
    assert [word for word in words.split() if word.casefold() not in understood.casefold()] == []


@pytest.mark.xfail(reason="the rules see no sign of leaning in these")
@pytest.mark.parametrize(("earlier", "asked", "words"), UNSEEN, ids=[case[1] for case in UNSEEN])
def test_a_question_that_leans_unseen(earlier: tuple[str, str], asked: str, words: str) -> None:
    """What the rules do not do yet: who mends one of these moves it up."""
    test_a_question_that_leans_carries_the_topic(earlier, asked, words)


@pytest.mark.parametrize("asked", ALONE)
@pytest.mark.parametrize("earlier", [SPENDING, COLBY], ids=["figures", "a person"])
def test_a_question_that_stands_alone_is_left_word_for_word(earlier: tuple[str, str], asked: str) -> None:
    """Whatever was asked before."""
    assert standalone(asked, [turn(*earlier)], None) == asked


@pytest.mark.parametrize("asked", [case[1] for case in LEANING])
def test_the_first_question_is_never_changed(asked: str) -> None:
    """There is nothing it could lean on."""
    assert standalone(asked, [], None) == asked
