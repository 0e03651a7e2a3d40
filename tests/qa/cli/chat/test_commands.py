"""What is typed behind a slash: real storage, fake models, lines in and lines out."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from qa.cli.chat.commands import COMMANDS
from qa.cli.chat.loading import Loading, Opened
from qa.cli.chat.loop import Loop
from qa.cli.chat.screen import Screen
from qa.cli.chat.talk import Talk
from qa.conversations import Conversations
from qa.settings import Settings
from qa.types import EVERYTHING, Filters
from tests.conftest import OpenLibrary

SPENDING = "To what share of income did the council agree to raise spending?"


@dataclass(frozen=True)
class Talked:
    """What was printed, and whether some line met an error."""

    out: str
    failed: bool


Chat = Callable[..., Talked]


@pytest.fixture
def empty(open_library: OpenLibrary, home: Path) -> Chat:
    """``chat("line", "line")`` types the lines into a chat over an empty library."""
    library = open_library(home=home)

    def chat(*lines: str, resume: bool = False, filters: Filters = EVERYTHING) -> Talked:
        store = Conversations(home)
        loading = Loading(lambda: Opened(library, store, Settings()), lambda _: None)
        out = io.StringIO()
        screen = Screen(plain=True, out=Console(file=out, width=10_000, markup=False, highlight=False))
        loop = Loop(Talk(loading, filters, plain=True, screen=screen), resume=resume)
        loop.run(lines)
        store.close()
        return Talked(out.getvalue(), loop.failed)

    return chat


@pytest.fixture
def chat(empty: Chat, documents: Path) -> Chat:
    """The same over the three documents."""
    assert "3 added" in empty(f"/add {documents}").out
    return empty


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


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/bogus", "There is no command /bogus. /help lists them."),
        ("/sorces 1", "There is no command /sorces. Did you mean /sources?"),
        ("/new thing", "/new takes nothing. Type /new alone."),
        ("/sources", "Nothing has been answered yet. Ask something first."),
        ("/why", "Nothing has been answered yet."),
        ("/retry", "Nothing has been answered yet."),
        ("/open 1", "Nothing has been answered yet."),
        ("/filter since=soon", "'soon' is no date. Write it as YYYY-MM-DD."),
        (
            "/filter colour=red",
            "/filter does not know 'colour=red'. Write since=…, until=…, publisher=…, collection=…, or off.",
        ),
        ('/filter publisher="x', "A quotation mark is not closed."),
        ("/filter publisher=Nobody", "No document passes publisher=Nobody. Publishers: Harbor Brief, Tide Review."),
        ("/filter since=2025-02-01 until=2025-01-01", "Swap the dates."),
        ("/model other", "No model's service is configured. Set OPENAI_API_KEY or OPENAI_BASE_URL and start again."),
        ("/add", "/add needs a file or a folder. Write /add PATH."),
        ("/add nowhere.md", "There is no file or folder nowhere.md."),
        ("/export", "/export needs a file. Write /export FILE.md."),
        ("/resume 7", "There is no conversation 7 in the list."),
        ("x" * 5_000, "The question has 5,000 characters; 4,000 is the most."),
    ],
)
def test_a_wrong_line_gets_one_line(chat: Chat, line: str, says: str) -> None:
    """And the next one is answered as if nothing had been."""
    ran = chat(line, "/filter")
    assert says in ran.out
    assert ran.out.count("\n") == 4
    assert "no filter: 3 of 3 documents" in ran.out


def test_after_an_answer_too(chat: Chat) -> None:
    """Notes that do not exist; an answer without any; and the loop knows that a line failed."""
    ran = chat(SPENDING, "/sources 9", "/sources x", "/open", "What is the capital of Mongolia?", "/sources 1")
    assert ran.out.count("The last answer has 1 to 1.") == 3
    assert "The last answer has no sources. It was a refusal; /why shows what was looked at." in ran.out
    assert ran.failed


def test_a_source_that_nothing_can_open_is_named(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a desktop and without a terminal for a pager."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    out = chat(SPENDING, "/open 1").out
    assert "There is no desktop and no pager to open it with. It is " in out
    assert "budget.md" in out


def test_a_desktop_opens_the_file(chat: Chat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the program it opens files with; where the file is gone, its address on the web, if it has one."""
    told = tmp_path / "told"
    os.mkfifo(told)
    (tmp_path / "xdg-open").write_text(f'#!/bin/sh\necho "$1" > {told}\n')
    (tmp_path / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(sys, "platform", "linux")
    source = tmp_path / "documents" / "budget.md"
    assert f"opened {source}" in chat(SPENDING, "/open 1").out
    assert told.read_text() == f"{source}\n"  # waits for the program
    source.unlink()
    assert "It is " in chat(SPENDING, "/open 1").out


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


def test_the_prompt_needs_nothing_heavy() -> None:
    """What the line editor imports before the first key is pressed."""
    script = """
import sys
import qa.cli.main, qa.cli.chat.loop, qa.cli.chat.loading, qa.cli.chat.talk, qa.cli.chat.prompt
heavy = ("numpy", "chromadb", "onnxruntime", "openai", "llama_index", "pydantic", "pydantic_settings", "rich.console")
print([name for name in heavy if name in sys.modules])
"""
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert out == "[]\n"
