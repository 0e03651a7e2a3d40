"""What a person sees of an answer, of every kind and at every width."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from qa.cli.chat.asking import readable
from qa.cli.chat.screen import Screen
from qa.types import Answer, Claim
from tests.qa.conversations.answers import CONFLICT, DEGRADED, PARTIAL, REFUSED, answer, citation

KOREAN = "서울은 국방비를 국내총생산의 3.5%까지 가능한 한 빨리 올리기로 했다고 국방부가 오늘 발표했다."


def shown(given: Answer, width: int = 80) -> str:
    """What is printed, without styles."""
    out = io.StringIO()
    Screen(plain=True, out=Console(file=out, width=width, markup=False, highlight=False)).answer(given)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (REFUSED, "No answer: The 3 documents do not answer this; try others."),
        (CONFLICT, "Sources disagree: each side is given with its source and its date."),
        (
            DEGRADED,
            "Without the model: these are the documents' own sentences. The model sent no word within 60 seconds.",
        ),
        (PARTIAL, "“It was unanimous.” is unsupported: “unanimous” is not in the cited sentences."),
    ],
    ids=["refused", "conflict", "degraded", "partial"],
)
def test_what_must_be_known_is_said_in_words(given: Answer, says: str) -> None:
    """No colour is needed to see it, and it is said once."""
    assert " ".join(shown(given).split()).count(says) == 1


def test_a_conflict_shows_both_sides_with_their_dates() -> None:
    """The label first, then the text, then each source with its quote."""
    assert shown(CONFLICT).splitlines() == [
        "Sources disagree: each side is given with its source and its date.",
        "The council raises spending to 3.5% of income [1]. The opposition rejected the",
        "plan [2].",
        "",
        "[1] The budget · Harbor Brief · 2025-11-14",
        "    “The council agreed to raise spending to 3.5% of income.”",
        "[2] The critics · Tide Review · 2025-12-01",
        "    “The opposition rejected the plan to raise spending.”",
    ]


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Wide characters count twice."""
    korean = answer(
        text=f"{KOREAN[:-1]} [1].", claims=(Claim(KOREAN, (1,), "supported"),), citations=(citation(quote=KOREAN),)
    )
    for given in (REFUSED, CONFLICT, DEGRADED, PARTIAL, korean):
        lines = shown(given, width).splitlines()
        assert max(cell_len(line.rstrip()) for line in lines) <= width


def test_notes_of_one_document_are_told_together() -> None:
    """Its title once; quotes one by one, unless the answer is those quotes."""
    claims = tuple(Claim(f"Sentence {n}.", (n,), "supported") for n in (1, 2))
    both = answer(
        text="Sentence 1 [1]. Sentence 2 [2].", claims=claims, citations=(citation(1), citation(2, quote="Another."))
    )
    assert shown(both).splitlines()[2:] == [
        "[1] [2] The budget · Harbor Brief · 2025-11-14",
        "[1] “The council agreed to raise spending to 3.5% of income.”",
        "[2] “Another.”",
    ]
    quotes = answer(
        mode="extractive", claims=claims, citations=(citation(1, origin="extracted"), citation(2, origin="extracted"))
    )
    assert shown(quotes).splitlines() == [
        "Sentence 1 [1].",
        "Sentence 2 [2].",
        "",
        "[1] [2] The budget · Harbor Brief · 2025-11-14",
    ]


def test_nothing_of_a_document_reaches_the_terminal_as_an_order() -> None:
    """Escapes become spaces, in the text, in notes and in a sentence's context; markup is words."""
    out = io.StringIO()
    screen = Screen(
        out=Console(file=out, width=80, force_terminal=True, color_system=None, markup=False, highlight=False)
    )
    evil = "[red]x[/red] \x1b]0;owned\x07 \x9b31m"
    screen.answer(answer(text=evil, citations=(citation(title=evil, quote=evil),)))
    screen.in_context(evil, evil, evil)
    screen.say(evil)
    assert "[red]x[/red]" in out.getvalue()
    assert not {"\x1b]", "\x07", "\x9b"} & {
        out.getvalue()[i : i + n] for i in range(len(out.getvalue())) for n in (1, 2)
    }


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("The council raises spending [1.2]. It is", "The council raises spending. It is"),
        ("The council raises spending [1.", "The council raises spending"),
        ("The council raises spending [1.2, 3.4", "The council raises spending"),
        ("NOT_F", ""),
        ("NOT_FOUND", ""),
        ("A [draft] of words", "A [draft] of words"),
    ],
)
def test_a_draft_is_readable_while_it_grows(draft: str, text: str) -> None:
    """Ids that are not yet checked are left out, half of one too, and so is the keyword of a refusal."""
    assert readable(draft) == text
