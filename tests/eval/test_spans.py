"""Cited words against the evidence's, and ALCE with gold as judge: by hand."""

import dataclasses

import pytest

from eval.cases import Case, Evidence
from eval.spans import CannotScore, alce, entailed, overlap
from qa.types import Claim
from tests.eval.building import CASE, COST, MAY, SHIPS, TEXT, note

TEXTS = {"d": TEXT}
ALL = dataclasses.replace(CASE, tags=("all",))


def test_words_cited_words_wanted_and_words_in_both() -> None:
    """Five words of cost, four of the opening; two of three cited words too many."""
    found = overlap(ALL, [note(COST), note(SHIPS)], TEXTS)
    assert (found.cited, found.gold, found.both) == (7, 9, 5)
    assert (found.precision, found.recall, found.iou) == pytest.approx((5 / 7, 5 / 9, 5 / 11))


def test_where_any_piece_will_do_what_was_touched_is_the_evidence() -> None:
    """Citing one of two is enough; citing none is measured against the first."""
    found = overlap(CASE, [note(MAY)], TEXTS)
    assert (found.recall, found.precision, found.iou) == (1.0, 1.0, 1.0)
    missed = overlap(CASE, [note(SHIPS)], TEXTS)
    assert (missed.gold, missed.both, missed.iou) == (5, 0, 0.0)


def test_nothing_cited_recalls_nothing() -> None:
    """And has no precision to speak of."""
    found = overlap(CASE, [], {})
    assert (found.recall, found.precision, found.gold) == (0.0, 0.0, 5)


def test_the_same_sentence_of_another_document_is_no_evidence() -> None:
    """Words are told apart by whose they are."""
    other = note(COST, source="/corpus/other.md", title="Other", document_id="e")
    assert overlap(CASE, [other], {"e": TEXT}).both == 0


def test_evidence_that_the_cited_document_lost_cannot_be_judged() -> None:
    """It is neither found nor missed."""
    with pytest.raises(CannotScore, match="does not hold"):
        overlap(CASE, [note(SHIPS)], {"d": SHIPS.rjust(len(TEXT))})


@pytest.mark.parametrize(
    ("text", "quotes", "true"),
    [
        ("It cost 41 million.", (COST,), True),
        ("It cost 41 million and opened in May.", (COST,), False),
        ("It cost 41 million and opened in May.", (COST, MAY), True),
        ("It cost 41 million.", (SHIPS,), False),
        ("It was expensive.", (COST,), True),
        ("It was expensive.", (), False),
    ],
)
def test_gold_entails_a_claim_whose_facts_its_evidence_states(text: str, quotes: tuple[str, ...], true: bool) -> None:
    """A claim that states no gold fact needs evidence all the same."""
    assert entailed(CASE, Claim(text, (), "supported"), [note(quote) for quote in quotes]) is true


def test_alce_by_hand() -> None:
    """Both pieces are needed; a third note is not, and the notes of a claim that is not entailed are imprecise."""
    notes = (note(COST, 1), note(MAY, 2), note(SHIPS, 3))
    claims = (
        Claim("It cost 41 million and opened in May.", (1, 2, 3), "supported"),
        Claim("It opened in May.", (3,), "supported"),
    )
    recall, precision = alce(CASE, claims, notes, None)
    assert recall == [True, False]
    assert precision == [True, True, False, False]


def test_a_fabricated_claim_is_never_entailed() -> None:
    """Its figure is in no fact, so only the mock can tell."""
    claim = Claim("It cost 51 million.", (1,), "supported")
    assert alce(CASE, [claim], [note(COST)], claim.text) == ([False], [False])


def test_a_title_names_a_document_too() -> None:
    """Gold on one's own documents need not know paths."""
    case = Case("t", "?", "fact", True, "x", (("41 million",),), (Evidence("Dock", COST),), ())
    assert overlap(case, [note(COST)], TEXTS).iou == 1.0
