"""A model's service that fails as it is told to, over real sockets: an OpenAI-compatible address for benchmarks."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

HEAD_LIMIT = 65_536  # bytes of a request's head


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as a fault meets it: the body, which request of the question it is (from 0), and the way back."""

    body: Mapping[str, Any]
    turn: int
    connection: socket.socket
    over: threading.Event

    @property
    def streamed(self) -> bool:
        """Whether a stream was asked for."""
        return bool(self.body.get("stream"))

    def send(self, content: bytes) -> None:
        """As it is."""
        self.connection.sendall(content)

    def respond(self, status: int, content: bytes, kind: str = "application/json", extra: str = "") -> None:
        """A whole response."""
        self.send(head(status, kind, f"content-length: {len(content)}\r\n{extra}") + content)

    def reset(self) -> None:
        """End the connection at once, as a crashed process does."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def hang(self) -> None:
        """Say nothing until the question is over."""
        self.over.wait()


Fault = Callable[[Exchange], None]


def head(status: int, kind: str, extra: str = "") -> bytes:
    """A response's status line and headers."""
    return f"HTTP/1.1 {status} Told\r\ncontent-type: {kind}\r\nconnection: close\r\n{extra}\r\n".encode()


class BrokenService:
    """Serves every request with the fault of the moment; ``requests`` counts those since it was set."""

    def __init__(self, listening: socket.socket) -> None:
        self.address = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        self.requests = 0
        self._fault: Fault = Exchange.hang
        self._over = threading.Event()
        threading.Thread(target=self._accept, args=(listening,), daemon=True).start()

    @contextmanager
    def failing(self, fault: Fault) -> Iterator[None]:
        """Fail like this for one question; what still hangs at its end is let go."""
        self._fault, self._over, self.requests = fault, threading.Event(), 0
        try:
            yield
        finally:
            self._over.set()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:  # the end
                return
            threading.Thread(target=self._serve, args=(connection, self._fault, self._over), daemon=True).start()

    def _serve(self, connection: socket.socket, fault: Fault, over: threading.Event) -> None:
        with connection:
            try:
                body = _read(connection)
                turn, self.requests = self.requests, self.requests + 1
                fault(Exchange(body, turn, connection, over))
            except OSError:  # the client has gone
                return


@contextmanager
def serving() -> Iterator[BrokenService]:
    """A service on a free port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield BrokenService(listening)


def _read(connection: socket.socket) -> Mapping[str, Any]:
    received = b""
    while b"\r\n\r\n" not in received and len(received) < HEAD_LIMIT:
        received += _some(connection)
    headers, _, content = received.partition(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1]) for line in headers.splitlines() if line.lower().startswith(b"content-length")
    )
    while len(content) < length:
        content += _some(connection)
    body: Mapping[str, Any] = json.loads(content)
    return body


def _some(connection: socket.socket) -> bytes:
    received = connection.recv(65_536)
    if not received:
        raise ConnectionError("the client has gone")
    return received
