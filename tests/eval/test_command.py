"""``qa eval`` as it is typed, over the real models and a small corpus."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from eval.command import app
from qa.assembly import build_library
from qa.errors import InputError
from qa.settings import load_settings


def typed(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), catch_exceptions=False)


def thresholds(gold_file: Path, text: str) -> None:
    (gold_file.parent / "thresholds.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def own_library(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's own library, with the corpus in it."""
    monkeypatch.setenv("QA_HOME", str(tmp_path / "home"))
    library = build_library(load_settings(), extractive=True)
    library.add([corpus])
    library.close()
    return tmp_path / "home"


def test_json_is_one_object_and_a_missed_threshold_is_named(gold_file: Path, corpus: Path) -> None:
    """Exit code 1; stdout holds the object alone, stderr a line for each miss, with its reason."""
    thresholds(
        gold_file,
        "[oracle]\nquote_validity = { min = 1.0, why = 'law' }\n[extractive]\nfailed = { min = 0.5, why = 'to see it fail' }\n",
    )
    personas = ("--persona", "oracle", "--persona", "extractive")
    result = typed("run", "--gold", gold_file, "--corpus", corpus, *personas, "--gate", "--json")
    found = json.loads(result.stdout)
    assert [report["subject"] for report in found["reports"]] == ["retrieval", "oracle", "extractive"]
    assert found["reports"][1]["rows"][0]["text"] == "The harbor council will spend 41 million crowns [1]."
    assert [verdict["met"] for verdict in found["verdicts"]] == [True, False]
    assert result.stderr == "missed: extractive: failed is 0.000; it must be at least 0.5. (to see it fail)\n"
    assert result.exit_code == 1


def test_a_run_is_kept_reported_and_compared(gold_file: Path, corpus: Path, tmp_path: Path) -> None:
    """The way of someone who changes something: run, report, run again, compare."""
    thresholds(gold_file, "[extractive]\nquote_validity = { min = 1.0, why = 'law' }\n")
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    options = ("--gold", gold_file, "--corpus", corpus, "--persona", "extractive")
    first = typed("run", *options, "--gate", "--out", a)
    assert "extractive: 5 questions" in first.stdout
    assert "oracle" not in first.stdout
    assert first.stdout.endswith("Every threshold is met (1).\n")
    assert typed("run", *options, "--limit", "2", "--out", b).exit_code == 0
    compared = typed("compare", a, b)
    assert "No metric differs." in compared.stdout
    assert "questions were asked in both runs" in compared.stdout
    assert json.loads(typed("compare", a, b, "--json").stdout)["flips"] == []
    files = {name: tmp_path / f"report.{name}" for name in ("html", "junit", "markdown")}
    assert typed("report", a, *(part for name, path in files.items() for part in (f"--{name}", path))).exit_code == 0
    assert "<!doctype html>" in files["html"].read_text()[:20]
    assert files["junit"].read_text().startswith("<?xml")
    assert files["markdown"].read_text().startswith("### Evaluation")
    assert "extractive: 5 questions" in typed("report", a).stdout


def test_ones_own_gold_is_put_to_ones_own_library(gold_file: Path, own_library: Path) -> None:
    """No corpus: QA_HOME is read, documents go by title or file name; nothing is written there."""
    gold_file.write_text(gold_file.read_text().replace('"dock.md"', '"The north dock"'))
    before = {path: path.stat().st_mtime_ns for path in own_library.rglob("*.db")}
    result = typed("run", "--gold", gold_file, "--json")
    found = json.loads(result.stdout)
    assert [report["subject"] for report in found["reports"]] == ["retrieval", "extractive"]
    hits = next(metric for metric in found["reports"][0]["metrics"] if metric["name"] == "hit@5")
    assert (hits["mean"], hits["scored"]) == (1.0, 3)
    assert {path: path.stat().st_mtime_ns for path in own_library.rglob("*.db")} == before


def test_ones_own_gold_is_checked_against_ones_own_documents(gold_file: Path, own_library: Path) -> None:
    """A document that is not there is named, with its line."""
    gold_file.write_text(gold_file.read_text().replace('"dock.md"', '"pier.md"'))
    with pytest.raises(InputError, match=r"line 1: .*there is no document 'pier.md'"):
        typed("run", "--gold", gold_file)


@pytest.mark.usefixtures("own_library")
def test_a_draft_is_gold_at_once(tmp_path: Path) -> None:
    """Written, then run as it is."""
    draft = tmp_path / "draft.jsonl"
    assert "3 candidates written" in typed("draft", "--out", draft).stderr
    found = json.loads(typed("run", "--gold", draft, "--tag", "candidate", "--json").stdout)
    assert len(found["questions"]) == 3
    assert len(typed("draft", "--limit", "1").stdout.splitlines()) == 1


def test_our_errors_go_on_to_the_border_of_the_command(gold_file: Path, corpus: Path, tmp_path: Path) -> None:
    """`qa` makes one line of them."""
    options = ("--corpus", corpus, "--persona", "extractive")
    with pytest.raises(InputError, match="thresholds"):
        typed("run", "--gold", gold_file, *options, "--gate")
    with pytest.raises(InputError, match="cannot be read"):
        typed("run", "--gold", tmp_path / "missing.jsonl", *options)
    assert typed("run", "--judge").exit_code == 2
    assert typed("run", "--gate", "--limit", "3").exit_code == 2


def test_loading_the_command_loads_nothing_heavy() -> None:
    """`qa --help` loads it."""
    heavy = ("respx", "numpy", "llama_index", "chromadb", "pydantic", "rich.table", "jinja2", "qa.assembly")
    code = f"import sys, eval.command; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
