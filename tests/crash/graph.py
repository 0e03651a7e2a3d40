"""Kills in Chroma's weakest moment, when it rewrites the files of a graph that is large enough for that to take a while.

No library here, only the index: whoever comes next must find every acknowledged row, or be told; never crash.
Without the marker of ChromaIndex 3 of 60 kills left files that Chroma cannot read; with removals in between it was 5 of 25,
and one of those ended the reader with SIGSEGV, one left a file of 121 GB.
"""

import random
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from qa.adapters.chroma_index import ChromaIndex
from qa.errors import StoreCorrupt
from qa.ports import Vectors
from tests.crash.harness import PATIENCE, processes

DIMENSIONS = 384
ROWS = 4_000  # at the start
SAMPLE = 300  # of the latest rows, looked for
STEP = 50  # rows a write, and then Chroma rewrites its graph
GOOD = frozenset({"whole", "torn, and noticed"})
TYPICAL = 0.5  # seconds; some ten writes


def vectors_of(ids: list[str]) -> Vectors:
    """Made from the ids alone."""
    rows = np.stack([np.random.default_rng(int(part)).normal(size=DIMENSIONS) for part in ids])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows.astype(np.float32)


def graph_kills(folder: Path, count: int, seed: int = 1) -> Iterator[str]:
    """For each kill what was found: whole, or torn and noticed; anything else is a failure."""
    _begin(folder)
    for number in range(count):
        chance = random.Random(seed * 1_000 + number)
        ours, theirs = processes.Pipe(duplex=False)
        worker = processes.Process(target=_write, args=(folder, theirs))
        worker.start()
        theirs.close()
        acknowledged = 0
        with suppress(EOFError):
            acknowledged = ours.recv()
            time.sleep(chance.uniform(0, TYPICAL))
        worker.kill()
        worker.join()
        with suppress(EOFError):
            while ours.poll():
                acknowledged = ours.recv()
        yield _looked(folder, acknowledged) if acknowledged else "the next writer could not begin"


def _begin(folder: Path) -> None:
    ids = [str(number) for number in range(ROWS)]
    index = ChromaIndex(folder, sync_rows=STEP)
    index.clear()
    index.upsert(ids, vectors_of(ids))
    index.refresh()


def _write(folder: Path, pipe: Connection) -> None:
    """Adds rows for ever; says how many there are."""
    index = ChromaIndex(folder, sync_rows=STEP)
    there = len(index.ids())
    pipe.send(there)
    while True:
        new = [str(number) for number in range(there, there + STEP)]
        index.upsert(new, vectors_of(new))
        there += STEP
        pipe.send(there)


def _looked(folder: Path, acknowledged: int) -> str:
    ours, theirs = processes.Pipe(duplex=False)
    looker = processes.Process(target=_look, args=(folder, acknowledged, theirs))
    looker.start()
    theirs.close()
    try:
        found = str(ours.recv()) if ours.poll(PATIENCE) else "nothing was heard"
    except EOFError:
        looker.join()
        found = f"the process that looked ended with {looker.exitcode}"
    looker.kill()
    looker.join()
    return found


def _look(folder: Path, acknowledged: int, pipe: Connection) -> None:
    index = ChromaIndex(folder, sync_rows=STEP)
    probe = vectors_of(["0"])[0]
    try:
        index.query(probe, 5)  # as a reader that knows nothing of it
        held = index.ids()
    except StoreCorrupt:
        _begin(folder)
        pipe.send("torn, and noticed")
        return
    ids = [str(number) for number in range(acknowledged)]
    lost = index.missing(ids[-SAMPLE:], vectors_of(ids[-SAMPLE:]))
    allowed = {*ids, *(str(number) for number in range(acknowledged, acknowledged + STEP))}
    pipe.send("whole" if len(lost) <= 1 and set(ids) <= held <= allowed else f"{len(lost)} rows lost")
