"""A tiny OpenAI-compatible service on localhost, for a command that runs in another process."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[str], str | int]  # the last message to what is said, or to the status of a failure

HANGS = "…"  # in a reply: nothing more is sent until the client is gone


@dataclass
class Endpoint:
    """``asked`` keeps the last message of each request."""

    address: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(reply: Reply) -> Iterator[Endpoint]:
    """Answer at a free port of this machine."""
    handler: type[_Handler] = type("Handler", (_Handler,), {"reply": staticmethod(reply), "closing": threading.Event()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    endpoint = Endpoint(f"http://127.0.0.1:{server.server_address[1]}/v1")
    handler.endpoint = endpoint
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield endpoint
    finally:
        handler.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    reply: Reply
    closing: threading.Event
    endpoint: Endpoint

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        message = body["messages"][-1]["content"]
        self.endpoint.asked.append(message)
        said = self.reply(message)
        if isinstance(said, int):
            self._send(said, "application/json", json.dumps({"error": {"message": "as told"}}))
        elif body.get("stream"):
            self._stream(said)
        else:
            message = {"role": "assistant", "content": said}
            choice = {"index": 0, "finish_reason": "stop", "message": message}
            self._send(200, "application/json", json.dumps(_completion("chat.completion", [choice], said)))

    def _stream(self, said: str) -> None:
        """Word by word, each sent at once."""
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        for piece in re.findall(r"\S+\s*", said):
            if piece.startswith(HANGS):
                self.closing.wait()
                return
            self._event([{"index": 0, "delta": {"content": piece}, "finish_reason": None}])
        self._event([{"index": 0, "delta": {}, "finish_reason": "stop"}])
        self._event([], said)
        self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, choices: list[dict[str, Any]], said: str | None = None) -> None:
        event = _completion("chat.completion.chunk", choices, said)
        self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
        self.wfile.flush()

    def _send(self, status: int, kind: str, text: str) -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on stderr."""


def _completion(kind: str, choices: list[dict[str, Any]], said: str | None) -> dict[str, Any]:
    words = len((said or "").split())
    usage = {"prompt_tokens": 10, "completion_tokens": words, "total_tokens": 10 + words}
    rest = {} if said is None else {"usage": usage}
    return {"id": "mocked", "object": kind, "created": 1, "model": "mocked", "choices": choices, **rest}
