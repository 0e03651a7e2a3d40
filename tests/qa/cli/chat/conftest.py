"""A chat over real storage and fake models: lines in, lines out."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

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
