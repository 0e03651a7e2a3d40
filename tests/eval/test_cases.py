"""Loading gold: what is refused, and why."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.cases import load_cases
from eval.command import CORPUS
from eval.command import GOLD as SAMPLE
from eval.run import texts_of
from qa.errors import InputError
from tests.eval.conftest import GOLD, quoted

BODIES = {"dock.md": "The dock cost 41 million crowns. It opened in May.", "other.md": "Nothing."}
GOOD = GOLD[0] | {"facts": [["41 million"]], "evidence": quoted("dock.md", "The dock cost 41 million crowns.")}
UNANSWERABLE = GOLD[3]


def loaded(tmp_path: Path, *lines: dict[str, Any] | str) -> Any:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return load_cases(path, BODIES)


def test_good_gold_is_loaded_in_order(tmp_path: Path) -> None:
    """Blank lines are passed over; lists become tuples."""
    first, second = loaded(tmp_path, GOOD, "", UNANSWERABLE)
    assert (first.id, first.facts, first.evidence[0].document) == ("dock-cost", (("41 million",),), "dock.md")
    assert (second.id, second.answerable, second.answer) == ("capital", False, None)


def test_the_sample_is_true_to_its_documents() -> None:
    """30 questions, 8 of them not answerable; every quote stands in the corpus."""
    cases = load_cases(SAMPLE, texts_of(CORPUS))
    assert (len(cases), sum(not case.answerable for case in cases)) == (30, 8)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"evidence": quoted("dock.md", "The dock cost 41 million Crowns.")}, "does not hold"),
        ({"evidence": quoted("dock.md", " ")}, "does not hold"),
        ({"evidence": quoted("harbor.md", "The dock cost 41 million crowns.")}, "there is no document 'harbor.md'"),
        ({"facts": [["42 million"]]}, "no evidence states the fact 42 million"),
        ({"facts": [["41 million"], []]}, "no evidence states the fact (empty)"),
        ({"facts": []}, "answerable but lacks"),
        ({"evidence": []}, "answerable but lacks"),
        ({"answer": None}, "answerable but lacks"),
        ({"answerable": False}, "not answerable but has"),
        ({"question": " "}, "the question is empty"),
        ({"kind": "riddle"}, "kind: Input should be"),
        ({"hint": "see page 3"}, "hint: Unexpected keyword"),
        ({"answerable": "yes"}, "answerable: Input should be a valid boolean"),
        ({"evidence": [{"document": "dock.md", "quote": "It opened in May.", "page": 3}]}, "page: Unexpected keyword"),
        (
            {"evidence": quoted("dock.md", "The dock cost 41 million crowns.", "It opened in May.")},
            "several pieces of evidence",
        ),
    ],
)
def test_gold_that_is_not_true_is_refused_by_line(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    """Each message names the line, says what is wrong, and what to do."""
    with pytest.raises(InputError) as caught:
        loaded(tmp_path, UNANSWERABLE, "", GOOD | change)
    assert "gold.jsonl, line 3: " in caught.value.message
    assert told in caught.value.message
    assert caught.value.remedy


def test_an_id_may_be_used_once(tmp_path: Path) -> None:
    """The second line with it is named."""
    with pytest.raises(InputError, match=r"line 2: the id 'dock-cost' is there twice"):
        loaded(tmp_path, GOOD, GOOD)


@pytest.mark.parametrize("line", ["{", "[1]", '{"id": "a"}', "\N{BYTE ORDER MARK}{}"])
def test_a_line_that_is_no_case_is_refused(tmp_path: Path, line: str) -> None:
    """Broken JSON, another shape, missing keys."""
    with pytest.raises(InputError, match=r"gold\.jsonl, line 1"):
        loaded(tmp_path, line)


def test_gold_without_cases_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    """An evaluation of nothing must not pass."""
    with pytest.raises(InputError, match="holds no cases"):
        loaded(tmp_path, "")
    with pytest.raises(InputError, match="cannot be read"):
        load_cases(tmp_path / "missing.jsonl", BODIES)
