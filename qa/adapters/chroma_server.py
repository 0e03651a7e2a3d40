"""A Chroma server: the same ids and vectors as in the folder, in one process that all others ask.

The server alone opens its files, so neither lock nor marker is needed here. What can happen instead: it is away (a search goes
without it, a write says so), or it lost the collection (which then has to be written again; it is never begun silently).
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from qa.adapters.chroma_rows import GRAPH, batches, lost, nearest, translated
from qa.errors import SettingsError, StoreUnavailable
from qa.ports import Vectors

SECONDS = 20.0  # for one answer of the server; its own client would wait for ever


class ChromaServer:
    """A VectorIndex behind an address. Each library has a collection of its own there, named after its folder."""

    def __init__(self, url: str, home: Path) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise SettingsError(f"QA_CHROMA_URL cannot be used: {url!r}.", "Write it as http://127.0.0.1:8000.")
        self._url = f"{parts.scheme}://{parts.netloc}"
        self._ssl = parts.scheme == "https"
        self._host, self._port = parts.hostname, parts.port or (443 if self._ssl else 80)
        self._name = "footnote-" + hashlib.blake2b(str(home.resolve()).encode(), digest_size=8).hexdigest()
        self._connected: Any = None
        self._opened: Any = None

    @property
    def identity(self) -> str:
        """Address and collection."""
        return f"{self._url}/{self._name}"

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Write or overwrite, in batches that Chroma takes. Raises StoreUnavailable and StoreCorrupt."""
        with self._asked():
            for batch in batches(ids):
                self._collection().upsert(ids=list(ids[batch]), embeddings=vectors[batch])

    def delete(self, ids: Sequence[str]) -> None:
        """Remove; unknown ids are ignored. Raises StoreUnavailable and StoreCorrupt."""
        with self._asked():
            for batch in batches(ids):
                self._collection().delete(ids=list(ids[batch]))

    def query(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The k nearest, best first; nothing while the server is away. Raises StoreCorrupt when it lost the collection."""
        try:
            with self._asked():
                return nearest(self._collection(), vector, k)
        except StoreUnavailable:
            return []

    def ids(self) -> set[str]:
        """All ids it holds. Raises StoreUnavailable and StoreCorrupt."""
        with self._asked():
            return set(self._collection().get(include=[])["ids"])

    def missing(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        """Those of these rows that a search for their own vector does not find; of identical vectors any will do."""
        with self._asked():
            return [part for batch in batches(ids) for part in lost(self._collection(), ids[batch], vectors[batch])]

    def clear(self) -> None:
        """Begin the collection anew. Raises StoreUnavailable."""
        from chromadb.errors import NotFoundError

        with self._asked():
            self.refresh()
            client = self._client()
            with suppress(NotFoundError):
                client.delete_collection(self._name)
            self._opened = client.create_collection(self._name, embedding_function=None, configuration={"hnsw": GRAPH})

    def close(self) -> None:
        """Hang up."""
        if self._connected is not None:
            for part in (self._connected, self._connected._admin_client):  # its own close leaves sockets open
                part._server._session.close()
        self._connected = self._opened = None

    def refresh(self) -> None:
        """The collection may have been begun anew, and then has another id."""
        self._opened = None

    def _collection(self) -> Any:
        already = self._opened  # read once: another thread may refresh
        if already is None:
            self._opened = already = self._client().get_collection(self._name, embedding_function=None)
        return already

    def _client(self) -> Any:
        if self._connected is None:
            import chromadb

            settings = chromadb.Settings(anonymized_telemetry=False)
            try:
                client = chromadb.HttpClient(host=self._host, port=self._port, ssl=self._ssl, settings=settings)
            except ValueError as error:  # how it says that nobody answers
                raise self._away() from error
            client._server._session.timeout = SECONDS  # there is no other way to say it
            self._connected = client
        return self._connected

    @contextmanager
    def _asked(self) -> Iterator[None]:
        import httpx

        try:
            with translated():
                yield
        except httpx.TransportError as error:
            raise self._away() from error

    def _away(self) -> StoreUnavailable:
        return StoreUnavailable(
            f"The Chroma server at {self._url} cannot be reached.",
            "Start it with `chroma run`, or leave QA_CHROMA_URL empty.",
        )
