"""Candidates for gold from one's own documents."""

import json
from pathlib import Path

import pytest

from eval.cases import load_cases
from eval.drafting import TAG, candidates
from eval.shelf import Shelf
from tests.eval.conftest import OpenLibrary
from tests.fakes import QueuedModel


def test_by_rule_a_fact_becomes_a_gap(open_library: OpenLibrary) -> None:
    """Figures, dates; documents in turn, the newest first."""
    found = {line["facts"][0][0]: line for line in candidates(open_library(), 10)}
    assert set(found) == {"2027", "41 million", "Nov. 4, 2025"}
    assert found["41 million"]["question"] == (
        "According to “The north dock”, what figure belongs here: “The harbor council will spend … crowns on the north dock”?"
    )
    assert found["Nov. 4, 2025"]["kind"] == "time"
    assert found["Nov. 4, 2025"]["evidence"] == [
        {"document": "The north dock", "quote": "Mayor Anna Lind signed the building contract on Nov. 4, 2025."}
    ]


def test_candidates_are_gold_as_they_are(open_library: OpenLibrary, tmp_path: Path) -> None:
    """The loader takes them against the same library; the tag says that nobody has read them yet."""
    library = open_library()
    path = tmp_path / "draft.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in candidates(library, 10)), encoding="utf-8")
    cases = load_cases(path, Shelf(library))
    assert all(case.tags == (TAG,) for case in cases)


def test_no_more_than_asked_for(open_library: OpenLibrary) -> None:
    """Evenly from the documents."""
    assert [line["evidence"][0]["document"] for line in candidates(open_library(), 2)] == ["Ferries", "The north dock"]


@pytest.mark.parametrize(
    ("reply", "kept"),
    [
        ("Q: When will the boats be exchanged?\nA: 2027.", True),
        ("Sure!\nQ: When will the boats be exchanged?\nA: in 2027", True),
        ("Q: When will the boats be exchanged?\nA: in 2028", False),
        ("Q: When?", False),
        ("I cannot help with that.", False),
    ],
)
def test_a_models_question_is_kept_if_its_answer_stands_in_the_sentence(
    open_library: OpenLibrary, reply: str, kept: bool
) -> None:
    """What it makes up is dropped, and so is what cannot be read."""
    model = QueuedModel(reply, *["no"] * 20)
    found = list(candidates(open_library(), 1, model))
    assert [line["question"] for line in found] == ["When will the boats be exchanged?"] * kept
    assert "Two ferries are to be replaced in 2027." in model.asked[0][0].content
