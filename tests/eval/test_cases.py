"""Loading gold: what is refused, and why."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from eval.cases import Case, Kind, load_cases
from eval.command import CORPUS
from eval.command import GOLD as SAMPLE
from eval.run import texts_of
from qa.errors import InputError
from tests.eval.conftest import GOLD, quoted

BODIES = {
    "dock.md": "The dock cost 41 million crowns. It opened in May.",
    "list.md": "# The dock cost 41 million\n\n- The gate cost 41 million.\n\n| Year | Cost |\n|---|---|\n| 2025 | 41 million |\n",
}
GOOD = GOLD[0] | {"facts": [["41 million"]], "evidence": quoted("dock.md", "The dock cost 41 million crowns.")}
UNANSWERABLE = GOLD[3]
SCHEMA = json.loads((SAMPLE.parent / "schema.json").read_text(encoding="utf-8"))
VALID = Draft202012Validator(SCHEMA)


def loaded(tmp_path: Path, *lines: dict[str, Any] | str) -> Any:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return load_cases(path, BODIES)


def test_good_gold_is_loaded_in_order(tmp_path: Path) -> None:
    """Blank lines are passed over; lists become tuples."""
    first, second = loaded(tmp_path, GOOD, "", UNANSWERABLE)
    assert (first.id, first.facts, first.evidence[0].document) == ("dock-cost", (("41 million",),), "dock.md")
    assert (second.id, second.answerable, second.answer) == ("capital", False, None)


@pytest.fixture(scope="module")
def sample() -> Sequence[Case]:
    return load_cases(SAMPLE, texts_of(CORPUS))


def test_the_sample_is_large_and_asks_in_many_ways(sample: Sequence[Case]) -> None:
    """At least 155 questions; at least 40 have no answer, half of them near misses; no kind is there for show."""
    kinds = Counter(case.kind for case in sample)
    unanswerable = Counter(case.kind for case in sample if not case.answerable)
    assert len(sample) >= 155
    assert min(kinds[kind] for kind in get_args(Kind)) >= 7
    assert unanswerable.keys() == {"near-miss", "off-topic"}
    assert unanswerable.total() >= 40
    assert 2 * unanswerable["near-miss"] >= unanswerable.total()


def test_the_sample_asks_about_every_document(sample: Sequence[Case]) -> None:
    """A document whose loss nobody would notice measures nothing, and one asked about too often drowns the others."""
    asked = Counter(case.evidence[0].document for case in sample if case.answerable)
    assert asked.keys() == texts_of(CORPUS).keys()
    assert max(asked.values()) <= 9


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"evidence": quoted("dock.md", "The dock cost 41 million Crowns.")}, "does not hold"),
        ({"evidence": quoted("dock.md", " ")}, "does not hold"),
        ({"evidence": quoted("dock.md", "The dock cost 41 million")}, "is not a sentence of dock.md"),
        ({"evidence": quoted("dock.md", BODIES["dock.md"])}, "is not a sentence of dock.md"),
        ({"evidence": quoted("list.md", "- The gate cost 41 million.")}, "is not a sentence of list.md"),
        ({"evidence": quoted("list.md", "# The dock cost 41 million")}, "is not a sentence of list.md"),
        ({"evidence": quoted("harbor.md", "The dock cost 41 million crowns.")}, "there is no document 'harbor.md'"),
        ({"facts": [["42 million"]]}, "no evidence states the fact 42 million"),
        ({"facts": [["41 million"], []]}, "no evidence states the fact (empty)"),
        ({"facts": [["41 million", " "]]}, "a fact has an empty wording"),
        ({"answer": "It was dear."}, "the answer does not state the fact 41 million"),
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
        (
            {"evidence": quoted("dock.md", "The dock cost 41 million crowns.", "It opened in May."), "tags": ["any"]},
            "one piece is to be enough, but “It opened in May.” does not state the fact 41 million",
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


def test_a_question_may_be_asked_once(tmp_path: Path) -> None:
    """Case and spacing make no other question of it; the case that asks it first is named."""
    again = GOOD | {"id": "again", "question": GOOD["question"].replace(" ", "  ").upper()}
    with pytest.raises(InputError, match=r"line 2: again asks the question of 'dock-cost'"):
        loaded(tmp_path, GOOD, again)


@pytest.mark.parametrize("quote", ["The gate cost 41 million.", "| 2025 | 41 million |"])
def test_a_list_item_and_a_table_row_are_sentences(tmp_path: Path, quote: str) -> None:
    """An answer can quote them."""
    [case] = loaded(tmp_path, GOOD | {"evidence": quoted("list.md", quote)})
    assert case.evidence[0].quote == quote


def test_all_the_evidence_together_states_the_facts_where_all_is_needed(tmp_path: Path) -> None:
    """Each piece has its own part of the answer."""
    evidence = quoted("dock.md", "The dock cost 41 million crowns.", "It opened in May.")
    answer = "It cost 41 million and opened in May."
    both = GOOD | {"evidence": evidence, "answer": answer, "facts": [["41 million"], ["May"]], "tags": ["all"]}
    assert loaded(tmp_path, both)[0].needs_all


def test_the_schema_is_one_and_knows_the_kinds_and_keys() -> None:
    """What an editor offers is what the loader takes."""
    Draft202012Validator.check_schema(SCHEMA)
    assert tuple(SCHEMA["properties"]["kind"]["enum"]) == get_args(Kind)
    assert SCHEMA["required"] == list(SCHEMA["properties"]) == [field.name for field in fields(Case)]


@pytest.mark.parametrize("path", sorted(SAMPLE.parent.glob("*.jsonl")), ids=lambda path: path.name)
def test_every_line_of_gold_is_valid_by_the_schema(path: Path) -> None:
    """Else an editor would underline what the loader takes."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [error.message for line in lines for error in VALID.iter_errors(json.loads(line))] == []


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "riddle"},
        {"hint": "see page 3"},
        {"answerable": "yes"},
        {"answerable": False},
        {"answer": None},
        {"facts": []},
        {"facts": [[]]},
        {"facts": [["41 million", ""]]},
        {"evidence": []},
        {"evidence": [{"document": "dock.md"}]},
        {"question": " "},
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(tmp_path: Path, change: dict[str, Any]) -> None:
    """As far as one line by itself can tell."""
    assert VALID.is_valid(GOOD)
    assert not VALID.is_valid(GOOD | change)
    with pytest.raises(InputError):
        loaded(tmp_path, GOOD | change)


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
