"""Responses that keep their connection warm and say nothing. Each byte would start httpx's read time-out anew."""

import threading
import time
from collections.abc import Iterator

import httpx

EVENT = b"data:"  # of a server-sent event; a comment, which is only a sign of life, has none


class _Watched(httpx.SyncByteStream):
    """A response's bytes. Raises ReadTimeout once so many seconds brought some, and no event among them."""

    def __init__(self, stream: httpx.SyncByteStream, seconds: float) -> None:
        self._stream = stream
        self._seconds = seconds

    def __iter__(self) -> Iterator[bytes]:
        heard = time.monotonic()
        for content in self._stream:
            if EVENT in content:
                heard = time.monotonic()
            elif time.monotonic() - heard > self._seconds:
                raise httpx.ReadTimeout("signs of life, and no word")
            yield content

    def close(self) -> None:
        """End the connection."""
        self._stream.close()


class Line(threading.local):
    """The connection a thread has open, so that it can be ended by hand: LlamaIndex leaves that to the garbage collector."""

    response: httpx.Response | None = None

    def watch(self, response: httpx.Response) -> None:
        """An event hook: the request's own read time-out holds for what is said, not only for what is sent."""
        self.response = response
        seconds = response.request.extensions.get("timeout", {}).get("read")
        if seconds is not None and isinstance(response.stream, httpx.SyncByteStream):
            response.stream = _Watched(response.stream, seconds)

    def hang_up(self) -> None:
        """End it. Nothing happens when it has ended."""
        if self.response is not None:
            self.response.close()
