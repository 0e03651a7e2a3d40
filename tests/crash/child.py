"""The process that is killed: `python -m tests.crash.child HOME SEED` adds, updates and removes until somebody stops it.

It says what it begins, how far it is and what is done, a line of JSON each. The documents it adds lie in HOME/files.
"""

import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.adapters.chroma_index import ChromaIndex
from qa.library import Library
from qa.ports import Vectors
from tests.crash.texts import NAMES, text_of, version_in
from tests.fakes import OverlapReranker, WordEmbedder

Say = Callable[[Mapping[str, Any]], None]
State = dict[str, int]  # the version of each document that is there

FEWEST, MOST = 14, 24  # documents at any time
AT_ONCE = 9  # the most documents an operation touches
SYNC_ROWS = 150  # Chroma rewrites its graph often, for that is its weakest moment


class Announcing(ChromaIndex):
    """The real index; says which of its steps it enters."""

    def __init__(self, folder: Path, say: Say, sync_rows: int = SYNC_ROWS) -> None:
        super().__init__(folder, sync_rows=sync_rows)
        self._say = say

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        self._say({"phase": "index: upsert"})
        super().upsert(ids, vectors)

    def delete(self, ids: Sequence[str]) -> None:
        self._say({"phase": "index: delete"})
        super().delete(ids)
        self._say({"phase": "index: check"})

    def clear(self) -> None:
        self._say({"phase": "index: rebuild"})
        super().clear()


@dataclass(frozen=True, slots=True)
class Operation:
    """What is done to which documents; None is their end."""

    kind: str
    changes: dict[str, int | None]


def open_library(home: Path, say: Say, lock_seconds: float = 10.0) -> Library:
    """Real storage, an index however small it is, models that cost nothing."""
    return Library(
        home,
        Announcing(home / "chroma", say),
        WordEmbedder(),
        OverlapReranker(),
        exact_limit=0,
        lock_seconds=lock_seconds,
    )


def state_of(library: Library) -> State:
    """Which version of each document is there, by what its text says."""
    held = {Path(document.source).name: library.document(document.id).text for document in library.documents()}
    return {name: version for name, text in held.items() if (version := version_in(text)) is not None}


def operations(chance: random.Random, state: State, version: int) -> Iterator[Operation]:
    """A random sequence that keeps the number of documents about the same."""
    there = set(state)
    while True:
        kinds = ["update", *(["add"] if len(there) < MOST else []), *(["remove"] if len(there) > FEWEST else [])]
        kind = chance.choice(kinds) if len(there) >= FEWEST else "add"
        names = sorted(set(NAMES) - there if kind == "add" else there)
        chosen = chance.sample(names, min(len(names), chance.randint(1, AT_ONCE)))
        yield Operation(kind, {name: None if kind == "remove" else (version := version + 1) for name in chosen})
        there = there - set(chosen) if kind == "remove" else there | set(chosen)


def carry_out(library: Library, operation: Operation) -> None:
    """One call of the library."""
    files = library.home / "files"
    if operation.kind == "remove":
        gone = [document.id for document in library.documents() if Path(document.source).name in operation.changes]
        library.remove(gone)
    else:
        library.add([files / name for name in operation.changes])


def write_files(home: Path, operation: Operation) -> None:
    """The new versions, where the library will read them."""
    files = home / "files"
    files.mkdir(parents=True, exist_ok=True)
    for name, version in operation.changes.items():
        if version is not None:
            (files / name).write_text(text_of(name, version), encoding="utf-8")


def work(home: Path, seed: int, say: Say, most: int = 1_000) -> None:
    """So many operations, one after the other."""
    library = open_library(home, say)
    state = state_of(library)
    for operation, _ in zip(operations(random.Random(seed), state, seed * 10_000), range(most), strict=False):
        write_files(home, operation)
        say({"begin": operation.kind, "changes": operation.changes})
        started = time.perf_counter()
        carry_out(library, operation)
        say({"ack": time.perf_counter() - started})


def print_line(message: Mapping[str, Any]) -> None:
    """Out at once, before anything can happen."""
    print(json.dumps(message), flush=True)  # noqa: T201


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]), print_line)
