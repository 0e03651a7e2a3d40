"""``qa chat`` between other programs, over the embedded models."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.qa.cli.conftest import Run


def test_questions_in_a_pipe(qa: Run, documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backslash joins lines. No prompt, no style, nothing on stderr; with --resume it goes on later."""
    assert qa("add", documents).code == 0
    lines = "To what share of income did \\\nthe council agree to raise spending?\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    ran = qa("chat", "--extractive")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "“The council agreed to raise spending to 3.5% of income.” [1]\n"
        "\n"
        "[1] The budget · Harbor Brief · 2025-11-14\n"
        "\n"
    )
    monkeypatch.setattr(sys, "stdin", io.StringIO("and who rejected that?\n/sources 9"))
    ran = qa("chat", "--plain", "--resume", "--publisher", "Tide Review")
    assert "“The opposition rejected the plan to raise spending.”" in ran.out
    assert ran.out.count("There is no note 9.") == 1
    assert ran.code == 1


def test_a_library_that_cannot_be_opened_is_named(qa: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here a file stands where the folder should be."""
    home.write_text("a file")
    monkeypatch.setattr(sys, "stdin", io.StringIO("Who?\n"))
    ran = qa("chat")
    assert (ran.code, "QA_HOME" in ran.out, "Traceback" in ran.out + ran.err) == (1, True, False)


def test_damaged_conversations_are_named(qa: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do, which costs no document; a question alone needs none of them."""
    assert qa("list").code == 0
    (home / "conversations.db").write_bytes(b"garbage" * 1_000)
    monkeypatch.setattr(sys, "stdin", io.StringIO("Who?\n"))
    ran = qa("chat")
    assert (ran.code, ran.err) == (1, "")
    assert "conversations.db is damaged" in ran.out
    assert "or move that file away: the documents are kept, and new conversations begin." in ran.out
    assert qa("ask", "Who?").code == 0


def test_the_prompt_needs_nothing_heavy() -> None:
    """Neither the command with its options nor the line editor: what is imported before the first key is pressed."""
    script = """
import sys
from qa.cli.main import app
app.get_command(None, "chat").make_context("chat", [])
import qa.cli.chat.loop, qa.cli.chat.loading, qa.cli.chat.talk, qa.cli.chat.prompt
heavy = ("numpy", "chromadb", "onnxruntime", "openai", "llama_index", "pydantic", "pydantic_settings", "rich.console", "importlib.metadata")
print([name for name in heavy if name in sys.modules])
"""
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert out == "[]\n"
