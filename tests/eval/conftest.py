"""A small corpus with its gold, and a library of it on disk: real client and chain, fake embedder and reranker."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from eval.cases import Case, load_cases
from eval.parts import Parts, mocked_chat
from eval.run import texts_of
from qa.library import Library
from qa.ports import ChatModel, Reranker
from tests.fakes import MemoryIndex, OverlapReranker, WordEmbedder

DOCUMENTS = {
    "dock.md": "---\ntitle: The north dock\npublisher: Harbor Brief\npublished: 2025-11-14\n---\n"
    "# The north dock\n\nThe harbor council will spend 41 million crowns on the north dock.\n\n"
    "- Mayor Anna Lind signed the building contract on Nov. 4, 2025.\n- The north dock will not serve cruise ships.\n",
    "ferries.md": "---\ntitle: Ferries\npublisher: Tide Review\npublished: 2025-12-01\n---\n"
    "Two ferries are to be replaced in 2027. Minister Ola Berg opposes replacing the ferries. "
    "The shipyard welcomes replacing the ferries.\n",
}


def gold(id_: str, question: str, answer: str | None = None, **rest: Any) -> dict[str, Any]:
    """A line of gold: with an answer it is answerable."""
    fixed = {"id": id_, "question": question, "answerable": answer is not None, "answer": answer}
    return fixed | {"kind": "fact", "facts": [], "evidence": [], "tags": []} | rest


def quoted(document: str, *quotes: str) -> list[dict[str, str]]:
    return [{"document": document, "quote": quote} for quote in quotes]


GOLD = [
    gold(
        "dock-cost",
        "How much will the harbor council spend on the north dock?",
        "The harbor council will spend 41 million crowns.",
        facts=[["41 million"]],
        evidence=quoted("dock.md", "The harbor council will spend 41 million crowns on the north dock."),
    ),
    gold(
        "contract-date",
        "When was the building contract signed by the mayor?",
        "Mayor Anna Lind signed the building contract on Nov. 4, 2025.",
        facts=[["Nov. 4"]],
        evidence=quoted("dock.md", "Mayor Anna Lind signed the building contract on Nov. 4, 2025."),
    ),
    gold(
        "ferry-views",
        "Who opposes and who welcomes replacing the ferries?",
        "Minister Ola Berg opposes it, the shipyard welcomes it.",
        facts=[["Ola Berg"], ["shipyard"]],
        evidence=quoted(
            "ferries.md",
            "Minister Ola Berg opposes replacing the ferries.",
            "The shipyard welcomes replacing the ferries.",
        ),
        tags=["all"],
    ),
    gold("capital", "What is the capital of Mongolia?", kind="off-topic"),
    gold("ethanol", "At which temperature does ethanol boil?", kind="off-topic"),
]

OpenLibrary = Callable[..., Library]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path)


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    return write_gold(tmp_path)


def write_corpus(place: Path) -> Path:
    folder = place / "corpus"
    folder.mkdir()
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_gold(place: Path) -> Path:
    path = place / "gold.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in GOLD), encoding="utf-8")
    return path


@pytest.fixture
def cases(gold_file: Path, corpus: Path) -> tuple[Case, ...]:
    return load_cases(gold_file, texts_of(corpus))


@pytest.fixture
def open_library(tmp_path: Path, corpus: Path) -> Iterator[OpenLibrary]:
    """Opens a library that holds the corpus; with ``mocked`` its model is the real client, pointed at the mock's address."""
    opened: list[Library] = []

    def opener(
        *,
        mocked: bool = False,
        reranker: Reranker | None = None,
        model: ChatModel | None = None,
        kind: type[Library] = Library,
    ) -> Library:
        chosen = mocked_chat() if mocked else model
        library = kind(tmp_path / "home", MemoryIndex(), WordEmbedder(), reranker or OverlapReranker(), chosen)
        opened.append(library)
        library.add([corpus])
        return library

    yield opener
    for library in opened:
        library.close()


@pytest.fixture
def parts() -> Parts:
    """The fakes, for what opens libraries of its own."""
    return fake_parts()


def fake_parts() -> Parts:
    """One index a folder, however often it is opened."""
    indexes: dict[Path, MemoryIndex] = {}
    return Parts(WordEmbedder(), OverlapReranker(), lambda home: indexes.setdefault(home, MemoryIndex()))
