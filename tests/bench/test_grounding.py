"""What grounding is measured with."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.grounding import answers
from bench.grounding.changes import dates, names, numbers, quotations, speakers
from bench.grounding.material import interval
from bench.grounding.paraphrases import FILE
from bench.grounding.turns import comparisons, modalities, negations, voices

CORPUS = Path(__file__).parents[2] / "corpus"
DOCUMENT = (
    "Ms. Borg said on May 4 that 12 boats of Havn sank. Mr. Arne denied it. In 2019 there were 300 boats in Sund."
)


def rows_of(file: Path) -> list[dict[str, Any]]:
    """What was written by hand, resting on sentences of the sample verbatim; of other documents there is only the place."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        for piece in row["evidence"]:
            here = (CORPUS / piece["document"]).is_file()
            assert set(piece) == {"document", "quote" if here else "start"}
            assert not here or piece["quote"] in (CORPUS / piece["document"]).read_text(encoding="utf-8")
    return rows


def test_answers_rest_on_sentences() -> None:
    """Of those that are only counted another reader has said of each whether it is carried."""
    rows = rows_of(answers.FILE)
    assert len(rows) >= 1_000
    assert {row["set"] for row in rows} == {"held out", "seen"}
    assert all((row["carried"] is None) == (row["set"] == "seen") for row in rows)


def test_paraphrases_rest_on_sentences_of_the_sample() -> None:
    """More than 400 are by authors who had not seen the checks, and only counted."""
    rows = rows_of(FILE)
    assert len(rows) >= 1_000
    assert sum(row["set"] == "held out" for row in rows) >= 400
    assert {row["set"] for row in rows} == {"held out", "seen", "tuned"}
    assert len({row["claim"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("change", "claim", "false"),
    [
        (numbers, "It has 40 boats.", "It has 12 boats."),
        (dates, "It came on June 9.", "It came on May 9."),
        (names, "It went to Lund.", "It went to Havn."),
        (speakers, "Mr. Dahl said so.", "Ms. Borg said so."),
        (negations, "It was not old.", "It was old."),
        (modalities, "It may sink.", "It will sink."),
        (modalities, "It is expected to sink.", "It sinked."),
        (comparisons, "It rose.", "It fell."),
        (voices, "According to a pilot, the boat was not old at all.", "The boat was not old at all."),
    ],
)
def test_a_change_puts_one_fault_in(change, claim: str, false: str) -> None:  # type: ignore[no-untyped-def]
    """Taken from the document wherever it has such a thing, and the same each time."""
    assert false in list(change(claim, DOCUMENT))
    assert list(change(claim, DOCUMENT)) == list(change(claim, DOCUMENT))


def test_a_false_quotation_holds_a_word_of_the_document() -> None:
    """Between the marks that it had."""
    (false,) = quotations('He spoke of "a rather small vessel".', DOCUMENT + " It really leaked.")
    assert false.count('"') == 2
    assert false != 'He spoke of "a rather small vessel".'


def test_an_interval_is_wilsons() -> None:
    """9 of 10: .596 to .982 (Wilson, 1927); nothing of nothing is no share."""
    assert interval(9, 10) == "0.900 (0.60–0.98)"
    assert interval(0, 0) == "–"
