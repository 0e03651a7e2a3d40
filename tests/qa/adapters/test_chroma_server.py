"""A Chroma server behind our port: a real one, started by ``chroma run``."""

import http.client
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import numpy as np
import pytest

from qa.adapters import chroma_server
from qa.adapters.chroma_index import ChromaIndex
from qa.adapters.chroma_rows import BATCH
from qa.adapters.chroma_server import ChromaServer
from qa.errors import SettingsError, StoreCorrupt, StoreUnavailable
from qa.ingest.sources import Source
from tests.conftest import OpenLibrary
from tests.qa.adapters.test_chroma_index import unit_vectors

CHROMA = Path(sys.executable).parent / "chroma"
NOWHERE = "http://127.0.0.1:1"


Connect = Callable[..., ChromaServer]


@dataclass(frozen=True)
class Running:
    """A server's address, and its process."""

    url: str
    process: "subprocess.Popen[bytes]"

    def stop(self) -> None:
        """It answers no more, and nobody hangs up."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """It answers again."""
        self.process.send_signal(signal.SIGCONT)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One for all tests: it takes seconds to start."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("chroma")
    command: list[str | Path] = [CHROMA, "run", "--path", folder, "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            yield Running(f"http://127.0.0.1:{port}", process)
        finally:
            process.kill()


def _wait_for(port: int) -> None:
    end = monotonic() + 60
    while monotonic() < end:
        with suppress(OSError), closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            connection.request("GET", "/api/v2/heartbeat")
            if connection.getresponse().read():
                return
    raise AssertionError("chroma run did not answer")


@pytest.fixture
def connect(server: Running) -> Iterator[Connect]:
    """Opens indexes at the server, and hangs all of them up in the end."""
    opened: list[ChromaServer] = []

    def connected(home: Path, url: str = "") -> ChromaServer:
        opened.append(ChromaServer(url or server.url, home))
        return opened[-1]

    yield connected
    for index in opened:
        index.close()


def test_it_is_the_index_that_the_folder_is(connect: Connect, tmp_path: Path) -> None:
    """The same rows give the same neighbours; any number of rows is taken; what is gone is missing."""
    remote, folder = connect(tmp_path), ChromaIndex(tmp_path)
    ids = [str(number) for number in range(BATCH + 10)]
    rows = unit_vectors(len(ids))
    remote.clear()
    for index in (remote, folder):
        index.upsert(ids, rows)
        index.delete([*ids[5:], "unknown"])
    asked = np.array([1.0, 0.0], dtype=np.float32)
    assert dict(remote.query(asked, 3)) == pytest.approx(dict(folder.query(asked, 3)))
    assert remote.ids() == folder.ids() == set(ids[:5])
    assert remote.missing(ids[:7], rows[:7]) == ids[5:7]


def test_libraries_do_not_meet_on_one_server(connect: Connect, tmp_path: Path) -> None:
    """Each has a collection of its own, also one that was copied elsewhere."""
    one, other = connect(tmp_path / "a"), connect(tmp_path / "b")
    for index, part in ((one, "a"), (other, "b")):
        index.clear()
        index.upsert([part], unit_vectors(1))
    assert (one.ids(), other.ids()) == ({"a"}, {"b"})


def test_another_process_sees_what_was_written_and_begun_anew(connect: Connect, tmp_path: Path) -> None:
    """At once for rows; after ``refresh`` for a collection that was begun anew."""
    writer, reader = connect(tmp_path), connect(tmp_path)
    writer.clear()
    writer.upsert(["a"], unit_vectors(1))
    assert reader.query(unit_vectors(1)[0], 5)
    writer.upsert(["b"], unit_vectors(1))
    assert {part for part, _ in reader.query(unit_vectors(1)[0], 5)} == {"a", "b"}
    writer.clear()
    with pytest.raises(StoreCorrupt):
        reader.query(unit_vectors(1)[0], 5)
    reader.refresh()
    assert reader.query(unit_vectors(1)[0], 5) == []


def test_a_library_follows_to_the_server_and_back(connect: Connect, tmp_path: Path, open_library: OpenLibrary) -> None:
    """An index in another place is written anew before it is relied on; what was forgotten is mended."""
    home = tmp_path / "home"
    in_folder = open_library(index=ChromaIndex(home / "chroma"), home=home)
    in_folder.add_source(Source("a.txt", b"The red buoy marks the wreck."))
    at_server = open_library(index=connect(home), home=home, exact_limit=0)
    assert at_server.search("red buoy")
    assert at_server.drift() == (0, 0)
    at_server.add_source(Source("b.txt", b"The ferry sails at noon."))
    lost = connect(home)
    lost._client().delete_collection(lost._name)
    with pytest.raises(StoreCorrupt, match="doctor --repair"):
        at_server.drift()
    assert at_server.search("ferry")
    at_server.add_source(Source("c.txt", b"The pier is closed."))
    assert at_server.drift() == (0, 0)
    back = open_library(index=ChromaIndex(home / "chroma"), home=home, exact_limit=0)
    assert back.search("pier")
    assert back.drift() == (0, 0)


def test_while_the_server_is_away(
    server: Running, connect: Connect, tmp_path: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Searches go on without it, a write says what to do; when it is back the next write mends everything."""
    monkeypatch.setattr(chroma_server, "SECONDS", 0.5)
    home = tmp_path / "home"
    library = open_library(index=connect(home), home=home, exact_limit=0)
    library.add_source(Source("a.txt", b"The red buoy marks the wreck."))
    server.stop()
    try:
        assert library.search("red buoy")
        with pytest.raises(StoreUnavailable, match="Start it with `chroma run`"):
            library.add_source(Source("b.txt", b"The ferry sails at noon."))
    finally:
        server.go_on()
    library.add_source(Source("c.txt", b"The pier is closed."))
    assert library.drift() == (0, 0)


def test_where_nobody_listens(connect: Connect, tmp_path: Path) -> None:
    """A query finds nothing, so that the exact search answers; everything else says so."""
    index = connect(tmp_path, NOWHERE)
    assert index.query(unit_vectors(1)[0], 5) == []
    for attempt in (index.ids, index.clear, lambda: index.delete(["a"])):
        with pytest.raises(StoreUnavailable, match=NOWHERE):
            attempt()


@pytest.mark.parametrize("url", ["127.0.0.1:8000", "ftp://a", "http://", "chroma"])
def test_an_address_that_is_none(url: str, tmp_path: Path) -> None:
    """One sentence that shows how to write it."""
    with pytest.raises(SettingsError, match="QA_CHROMA_URL cannot be used"):
        ChromaServer(url, tmp_path)
