"""What many tests stand on: a real library on disk over fakes of the models."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from qa.library import Library
from qa.ports import ChatModel, Embedder, VectorIndex
from tests.fakes import MemoryIndex, OverlapReranker, WordEmbedder

OpenLibrary = Callable[..., Library]

settings.register_profile("ours", deadline=None)  # no test depends on how busy the machine is
settings.load_profile("ours")


@pytest.fixture
def open_library(tmp_path: Path) -> Iterator[OpenLibrary]:
    """Opens the library of this test's folder, again and again if wanted; closes all of them at the end.

    However small it is, it keeps an index and asks it, unless ``exact_limit`` says otherwise.
    """
    opened: list[Library] = []

    def opener(
        model: ChatModel | None = None,
        *,
        index: VectorIndex | None = None,
        embedder: Embedder | None = None,
        home: Path | None = None,
        **limits: Any,
    ) -> Library:
        parts = (index or MemoryIndex(), embedder or WordEmbedder(), OverlapReranker(), model)
        opened.append(Library(home or tmp_path / "home", *parts, **{"exact_limit": 0, **limits}))
        return opened[-1]

    yield opener
    for library in opened:
        library.close()


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with three small documents of two publishers, written by us."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, front, body in (
        (
            "budget.md",
            "title: The budget\npublisher: Harbor Brief\npublished: 2025-11-14",
            "# The budget\n\nThe council agreed to raise spending to 3.5% of income. The mayor called that a floor.\n\n"
            "## Ferries\n\nTwo ferries are to be replaced in 2027. Nobody has said who will build them.\n",
        ),
        (
            "critics.md",
            "title: The critics\npublisher: Tide Review\npublished: 2025-12-01",
            "The opposition rejected the plan to raise spending. It wants the ferries repaired instead.\n",
        ),
        (
            "bridge.txt",
            "",
            "Report on the bridge\n\nThe old bridge carries 12,000 cars a day. Engineers measured it in May.\n",
        ),
    ):
        (folder / name).write_text(f"---\n{front}\n---\n{body}" if front else body, encoding="utf-8")
    return folder
