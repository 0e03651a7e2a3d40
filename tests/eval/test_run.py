"""The whole evaluation over a folder, and over a reader's own library."""

import json
from pathlib import Path

import pytest

from eval.gate import SUBJECTS
from eval.own import run_own
from eval.parts import Parts
from eval.results import as_object, load_run, without_times
from eval.run import run
from eval.selecting import Selection
from qa.errors import InputError
from tests.eval.conftest import GOLD


def test_every_subject_is_put_to_the_same_questions(gold_file: Path, corpus: Path, parts: Parts) -> None:
    """In order; each question once in the run, with its passages, and those of the attacks."""
    seen: list[str] = []
    done = run(gold_file, corpus, SUBJECTS, seen.append, parts=parts)
    assert [report.subject for report in done.reports] == list(SUBJECTS)
    assert [question.id for question in done.questions[: len(GOLD)]] == [line["id"] for line in GOLD]
    assert all(question.passages for question in done.questions[: len(GOLD)])
    assert sum("attack" in question.tags for question in done.questions) >= 10
    assert set(seen) == set(SUBJECTS)
    assert (done.mode, done.gold, done.verdicts) == ("mocked", "gold.jsonl", None)


def test_two_runs_are_the_same_to_the_byte_but_for_their_times(gold_file: Path, corpus: Path, parts: Parts) -> None:
    """Whatever subject: no id, no path and no clock is left."""
    one, two = (json.dumps(without_times(as_object(run(gold_file, corpus, SUBJECTS, parts=parts)))) for _ in range(2))
    assert one == two


def test_a_run_is_read_back_as_it_was_written(gold_file: Path, corpus: Path, parts: Parts, tmp_path: Path) -> None:
    """So that it can be reported and compared later."""
    done = run(gold_file, corpus, ("retrieval", "fabricator"), parts=parts)
    path = tmp_path / "run.json"
    path.write_text(json.dumps(as_object(done)), encoding="utf-8")
    assert load_run(path) == done


def test_what_is_no_run_is_refused(tmp_path: Path) -> None:
    """With what writes one."""
    path = tmp_path / "run.json"
    for content in ("{}", "[", '{"mode": "mocked"}'):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(InputError, match="is no run"):
            load_run(path)
    with pytest.raises(InputError, match="cannot be read"):
        load_run(tmp_path / "missing.json")


@pytest.mark.parametrize(
    ("selection", "count", "told"),
    [
        (Selection(), 5, "all"),
        (Selection(kind="fact"), 3, "--kind fact"),
        (Selection(tag="all"), 1, "--tag all"),
        (Selection(limit=2), 2, "--limit 2"),
        (Selection(limit=9), 5, "--limit 9"),
    ],
)
def test_a_selection_leaves_some_questions(
    gold_file: Path, corpus: Path, parts: Parts, selection: Selection, count: int, told: str
) -> None:
    """By kind, by tag, or evenly so many."""
    done = run(gold_file, corpus, ("extractive",), selection=selection, parts=parts)
    assert (len(done.questions), done.selection) == (count, told)


def test_a_selection_that_leaves_nothing_is_refused(gold_file: Path, corpus: Path, parts: Parts) -> None:
    """An evaluation of nothing must not pass."""
    with pytest.raises(InputError, match="No question is left by --kind why"):
        run(gold_file, corpus, ("extractive",), selection=Selection(kind="why"), parts=parts)


def test_a_corpus_that_cannot_be_read_whole_is_refused(gold_file: Path, corpus: Path, parts: Parts) -> None:
    """Measuring a part of it would blame the pipeline."""
    (corpus / "empty.md").write_text("")
    with pytest.raises(InputError, match="empty"):
        run(gold_file, corpus, ("extractive",), parts=parts)


def test_where_there_is_no_library_none_is_made(
    gold_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Measuring only reads."""
    monkeypatch.setenv("QA_HOME", str(tmp_path / "nothing"))
    with pytest.raises(InputError, match="There is no library"):
        run_own(gold_file, ("retrieval",))
    assert not (tmp_path / "nothing").exists()
