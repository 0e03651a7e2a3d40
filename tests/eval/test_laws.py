"""The judges of what is promised of every answer."""

import dataclasses
from typing import Any

import pytest

from eval import laws
from eval.prompting import Prompt, ShownSentence
from qa.types import Answer, Claim
from tests.eval.building import ANSWERED, COST, DOCUMENT, MAY, REFUSED, SHIPS, answer, hit, note, sample

TWO = (note(COST, 1), note(MAY, 2))


def test_quotes_are_held_against_the_librarys_own_text() -> None:
    """One right, one shifted by a character, one of an unknown document: a third."""
    notes = (note(MAY, 1), note(MAY, 2, shift=1), note(MAY, 3, document_id="gone"))
    given = answer(notes=notes)
    assert laws.quote_validity(sample(given), given) == pytest.approx(1 / 3)
    assert laws.quote_validity(sample(REFUSED), REFUSED) is None


@pytest.mark.parametrize(
    "change", [{"title": "Pier"}, {"publisher": "Guess"}, {"source": "/x.md"}, {"document_id": "e"}]
)
def test_a_note_describes_the_document_it_cites(change: dict[str, Any]) -> None:
    """Title, publisher, author, date, source."""
    given = answer(Claim(COST, (1, 2), "supported"), notes=(note(COST, 1), note(MAY, 2, **change)))
    assert laws.notes_described(sample(given), given) == 0.5
    assert laws.notes_described(sample(ANSWERED), ANSWERED) == 1.0


@pytest.mark.parametrize(
    ("text", "notes", "valid"),
    [
        ("A [1]. B [2] [1].", TWO, 1.0),
        ("A [2]. B [1].", TWO, 0.0),
        ("A [1].", TWO, 0.0),
        ("A [1]. B [2]. C [3].", TWO, 0.0),
        ("A [1]. B [2].", (note(COST, 1), note(COST, 2)), 0.0),
        ("A [2]. B [3].", (note(COST, 2), note(MAY, 3)), 0.0),
        ("", (), None),
    ],
)
def test_notes_are_numbered_in_the_order_of_their_first_use(text: str, notes: Any, valid: float | None) -> None:
    """1 to N, each used, none twice."""
    given = answer(notes=notes, text=text)
    assert laws.notes_in_order(sample(given), given) == valid


SUPPORTED, DOUBTED = Claim(COST, (1,), "supported"), Claim(MAY, (), "uncited")


@pytest.mark.parametrize(
    ("given", "valid"),
    [
        (REFUSED, 1.0),
        (answer(reason=None), 0.0),
        (answer(SUPPORTED, status="no_evidence", reason="x"), 0.0),
        (answer(SUPPORTED), 1.0),
        (answer(SUPPORTED, mode="degraded"), 0.0),
        (answer(SUPPORTED, mode="degraded", reason="The model is down."), 1.0),
        (answer(SUPPORTED, DOUBTED, status="partial", reason="one of two"), 1.0),
        (answer(SUPPORTED, DOUBTED, status="partial"), 0.0),
        (answer(SUPPORTED, DOUBTED, reason="one of two"), 0.0),
        (answer(DOUBTED, status="partial", reason="x"), 0.0),
        (answer(SUPPORTED, SUPPORTED, status="conflict", reason="two sides"), 1.0),
        (answer(SUPPORTED, SUPPORTED, DOUBTED, status="conflict", reason="two sides"), 1.0),
        (answer(SUPPORTED, SUPPORTED, status="conflict"), 0.0),
        (answer(SUPPORTED, DOUBTED, status="conflict", reason="one side"), 0.0),
        (answer(status="answered"), 0.0),
    ],
)
def test_status_reason_and_claims_agree(given: Answer, valid: float) -> None:
    """As the contract has it."""
    assert laws.status_valid(sample(given), given) == valid


def test_what_failed_its_checks_carries_its_label() -> None:
    """In the text that a reader sees."""
    kept = answer(SUPPORTED, DOUBTED, text=f"{COST} It opened in May (without a source in the documents).")
    assert laws.labels_shown(sample(kept), kept) == 1.0
    hidden = answer(SUPPORTED, DOUBTED)
    assert laws.labels_shown(sample(hidden), hidden) == 0.0
    assert laws.labels_shown(sample(ANSWERED), ANSWERED) is None


@pytest.mark.parametrize("text", ["NOT_FOUND", "It cost 41 [1.2].", "**It** cost 41."])
def test_nothing_of_the_models_side_shows(text: str) -> None:
    """Its sign of refusal, its ids, its bold."""
    given = answer(SUPPORTED, text=text)
    assert laws.text_clean(sample(given), given) == 0.0
    assert laws.text_clean(sample(ANSWERED), ANSWERED) == 1.0


HIT = dataclasses.replace(hit(SHIPS), document=dataclasses.replace(DOCUMENT, publisher="Harbor Brief"))


@pytest.mark.parametrize(
    ("header", "shown", "faithful"),
    [
        ("Dock (Harbor Brief)", (ShownSentence("1.1", SHIPS),), 1.0),
        ("Dock", (ShownSentence("1.1", SHIPS),), 0.0),
        ("Dock (Harbor Brief)", (ShownSentence("1.1", MAY),), 0.0),
        ("Dock (Harbor Brief)", (), 0.0),
    ],
)
def test_a_prompt_shows_each_passage_as_it_was_found(header: str, shown: Any, faithful: float) -> None:
    """Header and sentences, under their numbers."""
    prompt = Prompt("?", (("1", header),), shown)
    assert laws.prompt_faithful(sample(ANSWERED, hits=(HIT,), prompt=prompt), ANSWERED) == faithful


def test_without_a_prompt_there_is_nothing_to_hold_it_against() -> None:
    """The extractive answerer writes none."""
    assert laws.prompt_faithful(sample(ANSWERED), ANSWERED) is None


def test_streamed_and_plain_are_one_answer() -> None:
    """Text, status, claims and mode."""
    assert laws.same_plain(sample(ANSWERED, twin=ANSWERED), ANSWERED) == 1.0
    assert laws.same_plain(sample(ANSWERED, twin=REFUSED), ANSWERED) == 0.0
    assert laws.same_plain(sample(ANSWERED), ANSWERED) is None
