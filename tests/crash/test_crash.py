"""Interruptions, writers that meet, and readers beside a writer: with real storage, in real processes."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from qa.adapters.chroma_index import ChromaIndex
from qa.dense import EXACT_LIMIT
from qa.errors import StoreLocked
from qa.library import Library
from tests.crash import checks, child
from tests.crash.graph import GOOD, graph_kills
from tests.crash.harness import Harness, processes
from tests.crash.texts import NAMES, text_of
from tests.fakes import OverlapReranker, WordEmbedder

SEED = 7


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    """Over the same folder as the processes."""
    opened = child.open_library(home, lambda _: None)
    yield opened
    opened.close()


def write(home: Path, version: int, names: tuple[str, ...] = NAMES) -> list[Path]:
    child.write_files(home, child.Operation("add", dict.fromkeys(names, version)))
    return [home / "files" / name for name in names]


def add(home: Path, paths: list[Path], seconds: float = 30.0) -> None:
    """In a process of its own; its exit code is 3 when another one was writing for too long."""
    library = child.open_library(home, lambda _: None, lock_seconds=seconds)
    try:
        library.add(paths)
    except StoreLocked:
        sys.exit(3)


def test_a_killed_process_leaves_a_library_that_the_next_command_puts_in_order(home: Path) -> None:
    """Ten kills in a row of one library: nothing acknowledged is lost, nothing is half there, all can be found."""
    for kill in Harness(home, SEED).kills(10):
        assert not kill.problems, f"seed {kill.seed}, {kill.operation}, {kill.moment}: {kill.problems}"


def test_chroma_killed_while_it_rewrites_its_graph_is_noticed(tmp_path: Path) -> None:
    """It is whole, or known to be torn before anybody opens it."""
    assert set(graph_kills(tmp_path, 2)) <= GOOD


def test_the_child_is_a_program_of_its_own(home: Path) -> None:
    """It can be started and watched by hand."""
    command = [sys.executable, "-m", "tests.crash.child", str(home), "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        heard = [json.loads(process.stdout.readline()) for _ in range(2)]
        process.kill()
    assert heard[0]["begin"] == "add"


@pytest.mark.parametrize(("seconds", "codes"), [(30.0, [0, 0]), (0.0, [0, 3])])
def test_of_two_writers_one_waits_or_says_so(home: Path, library: Library, seconds: float, codes: list[int]) -> None:
    """Both folders are there at the end, or the one of the writer that was not refused; never a mixture."""
    halves = write(home, 1, NAMES[::2]), write(home, 1, NAMES[1::2])
    writers = [processes.Process(target=add, args=(home, half, seconds)) for half in halves]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    ended = [writer.exitcode for writer in writers]
    assert sorted(map(str, ended)) in ([str(code) for code in codes], ["0", "0"])  # they may not have met
    there = {name for half, code in zip(halves, ended, strict=True) if code == 0 for name in (p.name for p in half)}
    assert child.state_of(library).keys() == there
    assert checks.complaints(library) == []


def test_a_reader_goes_on_while_another_process_writes(home: Path, library: Library) -> None:
    """No search fails, through Chroma or not, and the new documents are found in the end."""
    library.add(write(home, 1, NAMES[:6]))
    exact = Library(home, ChromaIndex(home / "chroma"), WordEmbedder(), OverlapReranker(), exact_limit=EXACT_LIMIT)
    writer = processes.Process(target=add, args=(home, write(home, 2)))
    writer.start()
    searches = 0
    while writer.is_alive():
        for reader in (library, exact):
            assert reader.search("What does version 1 of the report say?")
        searches += 1
    assert (writer.exitcode, searches > 0) == (0, True)
    last = NAMES[-1]
    for reader in (library, exact):
        assert Path(reader.search(text_of(last, 2)[-300:])[0].document.source).name == last
    exact.close()
    assert checks.complaints(library) == []


def test_a_writer_that_stayed_open_does_not_undo_another(home: Path, library: Library) -> None:
    """A service that added once, a command that adds much, and the service again: Chroma keeps both."""
    ours, theirs = NAMES[:14], NAMES[14:]
    library.add(write(home, 1, ours))
    for version in (1, 2):
        other = processes.Process(target=add, args=(home, write(home, version, theirs)))
        other.start()
        other.join()
    for version in (2, 3):
        library.add(write(home, version, ours))
    assert checks.complaints(library) == []


def test_a_rebuild_that_was_killed_is_finished_by_the_next_search(home: Path, library: Library) -> None:
    """Whether it had emptied the index or not."""
    library.add(write(home, 1))
    for delay in (0.02, 0.1, 0.2):
        ours, theirs = processes.Pipe(duplex=False)
        worker = processes.Process(target=_repair, args=(home, theirs))
        worker.start()
        assert ours.poll(30)
        time.sleep(delay)
        worker.kill()
        worker.join()
        library.search("Is anybody there?")
        assert checks.complaints(library) == []


def _repair(home: Path, pipe: Connection) -> None:
    library = child.open_library(home, pipe.send)
    while True:
        library.repair()
