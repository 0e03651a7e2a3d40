"""What is typed behind a slash."""

from datetime import date
from pathlib import Path

import pytest

from qa.cli.chat.commands import COMMANDS
from qa.types import Filters
from tests.qa.cli.chat.conftest import SPENDING, Chat


def test_a_follow_up_says_how_it_was_understood(chat: Chat) -> None:
    """And what it found."""
    ran = chat(SPENDING, "and who rejected that?")
    assert "understood as: Who rejected that (to what share of income did the council" in ran.out
    assert "“The opposition rejected the plan to raise spending.”" in ran.out


def test_a_sentence_is_shown_where_it_stands(chat: Chat) -> None:
    """Marked, with what stands around it, and where it comes from."""
    ran = chat(SPENDING, "/sources", "/sources 1")
    assert ran.out.count("budget.md") == 2
    assert (
        "# The budget\n\n»The council agreed to raise spending to 3.5% of income.« The mayor called that a floor."
        in ran.out
    )


def test_a_source_that_changed_is_not_shown_as_it_was(chat: Chat, documents: Path) -> None:
    """Its offsets would point at other words."""
    (documents / "budget.md").write_text("Something else entirely now stands in this file about a lighthouse.\n")
    ran = chat(SPENDING, "/sources 1", f"/add {documents}", "/sources 1", "/retry")
    assert "1 updated, 2 unchanged" in ran.out
    assert "The document has changed since this answer. /retry answers from what it says now." in ran.out


def test_filters_are_shown_changed_and_dropped(chat: Chat) -> None:
    """And reach the search; each change says how many documents are left."""
    ran = chat('/filter publisher="Tide Review" since=2025-01-01', SPENDING, "/filter since=", "/filter off", "/filter")
    assert "since=2025-01-01 publisher='Tide Review': 1 of 3 documents" in ran.out
    assert "Harbor Brief" not in ran.out
    assert "publisher='Tide Review': 1 of 3 documents" in ran.out
    assert ran.out.count("no filter: 3 of 3 documents") == 2
    assert "since=2025-12-01: 1 of 3 documents" in chat("/filter", filters=Filters(since=date(2025, 12, 1))).out


def test_documents_are_listed(chat: Chat) -> None:
    """Newest first; a word narrows."""
    assert [line.split(" · ")[0] for line in chat("/docs").out.split("\n")[:3]] == [
        "- The critics",
        "- The budget",
        "- Report on the bridge",
    ]
    assert chat("/docs tide").out.strip() == "- The critics · Tide Review · 2025-12-01"
    assert "No document has “zebra” in its title." in chat("/docs zebra").out


def test_why_tells_how_an_answer_was_found(chat: Chat) -> None:
    """Both ranks, the scores of sentences, the checks, times and cost."""
    out = chat(SPENDING, "/why").out
    for words in ("passages found:", "by meaning no. 1", "by words no. ", "its sentences: ", "supported; notes 1 (extracted)",
                  "extractive, no model; retrieve "):  # fmt: skip
        assert words in out


def test_a_conversation_is_resumed_from_the_list(chat: Chat) -> None:
    """By its number, or the last one by --resume; what was found is not kept, and that is said."""
    assert not chat(SPENDING, "/new", "What does the old bridge carry?").failed
    ran = chat("/resume", "/resume 2", "/sources 1", "/why")
    assert "1. What does the old bridge carry? · " in ran.out
    assert f"2. {SPENDING} · " in ran.out
    assert f"> {SPENDING}\n“The council agreed" in ran.out
    assert "»The council agreed" in ran.out
    assert "What was found is not kept with a conversation; /retry finds it again." in ran.out
    ran = chat("/why", resume=True)
    assert "Going on with “What does the old bridge carry?” (1 question)." in ran.out


def test_an_export_never_overwrites(chat: Chat, tmp_path: Path) -> None:
    """A file that is there is named and left alone."""
    ran = chat("/export talk.md", SPENDING, "/export talk.md", "/export talk.md", "/export no/folder/talk.md")
    assert ran.out.count("1 question written to talk.md") == 1
    assert "There is a file talk.md already. Name another." in ran.out
    assert "no/folder/talk.md cannot be written (No such file or directory)." in ran.out
    assert "Nothing has been answered yet." in ran.out
    assert (tmp_path / "talk.md").read_text().startswith(f"# {SPENDING}\n")


def test_an_empty_library_says_what_to_do(empty: Chat) -> None:
    """How to add, and that there is a sample; asking all the same is a refusal."""
    ran = empty(SPENDING)
    assert "The library is empty. /add PATH adds a file or a folder." in ran.out
    assert "/sample adds 26 short briefings" in ran.out
    assert "No answer: There are no documents to answer from." in ran.out


def test_model_off_asks_none(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model of the configured service is named and taken, and left aside again."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    ran = chat("/model", "/model two", "/model off", SPENDING, "/why")
    assert [line for line in ran.out.splitlines() if line.startswith(("model", "no model"))] == [
        "no model: answers quote the documents",
        "model two",
        "no model: answers quote the documents",
    ]
    assert "extractive, no model" in ran.out


def test_help_names_every_command(chat: Chat) -> None:
    """With what it takes; /quit ends before what follows."""
    ran = chat("/help", "/quit", SPENDING)
    for name, command in COMMANDS.items():
        assert f"{name} {command.takes}".strip() in ran.out
        assert command.does in ran.out
    assert "3.5%" not in ran.out
