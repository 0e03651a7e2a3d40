import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.server import address, configured, listen
from qa.ingest.sources import Source
from qa.library import Library
from qa.ports import ChatModel
from tests.fakes import MemoryIndex, OverlapReranker, WordEmbedder

OPENING = """---
title: Harbour extension opens
publisher: Coast Gazette
published: 2019-05-04
---
The harbour authority opened its second dock on Saturday. It cost 41 million crowns.
"""
EMOJI = "# Ferry notes\n\nThe 🚢 ferry sails at noon. A monthly ferry pass costs 30 crowns."
QUESTION = "What did the harbour authority open on Saturday?"

Clients = Callable[..., TestClient]


def build(home: Path, model: ChatModel | None = None) -> Library:
    library = Library(home, MemoryIndex(), WordEmbedder(), OverlapReranker(), model)
    for name, text in {"opening.md": OPENING, "ferry.md": EMOJI}.items():
        library.add_source(Source(name, text.encode()))
    return library


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address of an app behind a real server, which ends with the block."""
    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(configured(app, patience=5))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()  # who connects before it is up waits in the socket's queue
    try:
        yield address(listening)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two documents; closed by the app's end."""
    return build(tmp_path / "home")


@pytest.fixture
def client(library: Library) -> Iterator[TestClient]:
    with TestClient(create_app(library), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def client_with(tmp_path: Path) -> Iterator[Callable[[ChatModel], TestClient]]:
    """A client of a library whose answers a given model writes."""
    opened: list[TestClient] = []

    def make(model: ChatModel) -> TestClient:
        client = TestClient(create_app(build(tmp_path / f"home-{len(opened)}", model)), raise_server_exceptions=False)
        opened.append(client.__enter__())
        return client

    yield make
    for client in opened:
        client.__exit__(None, None, None)
