"""Kills a working process at a random moment, has another one look at what is left, and again, in the same library.

Processes are forked from a server that has imported everything and opened nothing, so that each costs milliseconds.
"""

import multiprocessing
import random
import statistics
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from qa.library import Library
from tests.crash import checks, child

PATIENCE = 60.0  # seconds for anything that must end
LEAD = 2  # the most operations that are let through before the one that is interrupted
FIRST_GUESS = 0.3  # seconds an operation takes, before any was measured
COMMANDS = ("search", "add", "remove")

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.crash.harness", "chromadb", "chromadb.api.rust"])


@dataclass(slots=True)
class Kill:
    """One interruption and what came of it."""

    seed: int
    operation: str = ""
    moment: str = ""
    command: str = ""
    recovered: str = ""
    acknowledged: int = 0
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Told:
    """What the killed process had said."""

    allowed: dict[str, set[int | None]]
    operation: str = "nothing"
    moment: str = "between two operations"
    changes: dict[str, int | None] = field(default_factory=dict)
    acknowledged: int = 0

    def hear(self, message: Mapping[str, Any], durations: dict[str, list[float]]) -> None:
        """One line."""
        if "begin" in message:
            self.operation, self.moment, self.changes = message["begin"], "before the index", message["changes"]
            for name, version in self.changes.items():
                self.allowed.setdefault(name, {None}).add(version)
        elif "phase" in message:
            self.moment = message["phase"]
        else:
            durations.setdefault(self.operation, []).append(message["ack"])
            self.allowed |= {name: {version} for name, version in self.changes.items()}
            self.moment, self.changes = "between two operations", {}
            self.acknowledged += 1


class Harness:
    """A library that is interrupted again and again. The same seed makes the same operations and the same delays."""

    def __init__(self, home: Path, seed: int = 1) -> None:
        self._home = home
        self._seed = seed
        self._state: dict[str, int] = {}
        self._durations: dict[str, list[float]] = {}

    def kills(self, count: int) -> Iterator[Kill]:
        """So many, each with its findings."""
        for number in range(count):
            yield self.kill(self._seed * 1_000 + number)

    def kill(self, seed: int) -> Kill:
        """Let a process work, kill it, and look."""
        chance = random.Random(seed)
        told = _Told({name: {version} for name, version in self._state.items()})
        ours, theirs = processes.Pipe(duplex=False)
        worker = processes.Process(target=_work, args=(self._home, seed, theirs))
        worker.start()
        theirs.close()
        try:
            self._wait(worker, ours, told, chance)
        finally:
            worker.kill()
            worker.join()
        with suppress(EOFError):
            while ours.poll():
                told.hear(ours.recv(), self._durations)
        command = chance.choice(COMMANDS)
        return self._look(Kill(seed, told.operation, told.moment, command, acknowledged=told.acknowledged), told)

    def _wait(self, worker: ForkServerProcess, pipe: Connection, told: _Told, chance: random.Random) -> None:
        """Until a random moment of one of the first operations."""
        lead = chance.randint(0, LEAD)
        while told.acknowledged < lead or told.moment == "between two operations":
            if not pipe.poll(PATIENCE):
                raise TimeoutError(f"seed {worker.name}: nothing was heard for {PATIENCE} s")
            told.hear(pipe.recv(), self._durations)
        typical = statistics.quantiles([FIRST_GUESS, *self._durations.get(told.operation, [FIRST_GUESS])], n=10)[8]
        end = time.monotonic() + chance.uniform(0, typical)
        time.sleep(max(0.0, end - time.monotonic()))

    def _look(self, kill: Kill, told: _Told) -> Kill:
        """In a process of its own, so that what crashes there does not take us along."""
        ours, theirs = processes.Pipe(duplex=False)
        looker = processes.Process(target=_look, args=(self._home, kill.command, told.allowed, theirs))
        started = time.perf_counter()
        looker.start()
        theirs.close()
        try:
            if not ours.poll(PATIENCE):
                looker.kill()
            state, rebuilt, kill.problems = ours.recv()
            kill.recovered = "index rebuilt" if rebuilt else self._outcome(state, told)
            self._state = state
        except EOFError:
            kill.problems = [f"the process that looked ended with {looker.exitcode}"]
        looker.join()
        kill.seconds = time.perf_counter() - started
        return kill

    def _outcome(self, state: dict[str, int], told: _Told) -> str:
        if not told.changes:
            return "nothing to do"
        finished = [state.get(name) == version for name, version in told.changes.items()]
        return "finished" if all(finished) else "in part, each document whole" if any(finished) else "as before"


def _work(home: Path, seed: int, pipe: Connection) -> None:
    child.work(home, seed, pipe.send)


def _look(home: Path, command: str, allowed: dict[str, set[int | None]], pipe: Connection) -> None:
    """What the next command makes of it."""
    steps: list[str] = []
    try:
        library = child.open_library(home, lambda message: steps.append(message["phase"]))
        _carry_out(library, command)
        state = child.state_of(library)
        problems = [*checks.nothing_is_lost(state, allowed), *checks.complaints(library)]
        library.close()
        pipe.send((state, "index: rebuild" in steps, problems))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        pipe.send(({}, False, [f"{type(error).__name__}: {error}"]))


def _carry_out(library: Library, command: str) -> None:
    """A command that changes nothing but must put everything in order."""
    if command == "search":
        library.search("Is anybody there?")
    elif command == "add":
        library.add([])
    else:
        library.remove([])
