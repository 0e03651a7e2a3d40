"""``qa eval`` as it is typed, over the real models and a small corpus."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from eval.command import app
from qa.errors import InputError


def invoked(gold_file: Path, corpus: Path, *options: str) -> Result:
    arguments = ["run", "--gold", str(gold_file), "--corpus", str(corpus), *options]
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


def thresholds(gold_file: Path, text: str) -> None:
    (gold_file.parent / "thresholds.toml").write_text(text, encoding="utf-8")


def test_json_is_one_object_and_a_missed_threshold_is_named(gold_file: Path, corpus: Path) -> None:
    """Exit code 1; stdout holds the object alone, stderr a line for each miss."""
    thresholds(gold_file, "[oracle]\nquote_validity = { min = 1.0 }\n[extractive]\nfailed = { min = 0.5 }\n")
    result = invoked(gold_file, corpus, "--gate", "--json")
    found = json.loads(result.stdout)
    assert [report["persona"] for report in found["reports"]] == ["oracle", "fabricator", "extractive"]
    assert found["reports"][0]["rows"][0]["text"] == "The harbor council will spend 41 million crowns [1]."
    assert found["missed"] == ["extractive: failed is 0.000; it must be at least 0.5."]
    assert result.stderr == f"missed: {found['missed'][0]}\n"
    assert result.exit_code == 1


def test_a_table_a_persona_and_a_gate_that_holds(gold_file: Path, corpus: Path) -> None:
    """Exit code 0, and the gate says so."""
    thresholds(gold_file, "[extractive]\nquote_validity = { min = 1.0 }\n")
    result = invoked(gold_file, corpus, "--gate", "--persona", "extractive")
    assert "extractive: 5 questions" in result.stdout
    assert "oracle" not in result.stdout
    assert result.stdout.endswith("Every threshold is met.\n")
    assert result.exit_code == 0


def test_our_errors_go_on_to_the_border_of_the_command(gold_file: Path, corpus: Path, tmp_path: Path) -> None:
    """`qa` makes one line of them."""
    with pytest.raises(InputError, match="thresholds"):
        invoked(gold_file, corpus, "--gate")
    with pytest.raises(InputError, match="cannot be read"):
        invoked(tmp_path / "missing.jsonl", corpus)


def test_loading_the_command_loads_nothing_heavy() -> None:
    """`qa --help` loads it."""
    heavy = ("respx", "numpy", "llama_index", "chromadb", "pydantic", "rich.table", "qa.assembly")
    code = f"import sys, eval.command; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
