"""A model's service on a bad day: which fault meets which question, and a clock on which waiting costs nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import httpx

Reply = Callable[[], httpx.Response]
FaultName = Literal["429", "500", "connection lost", "always 500", "time-out", "cut stream", "broken JSON"]


@dataclass(frozen=True, slots=True)
class Fault:
    """How often it strikes a question, and whether the chain is meant to get over it; if not, it has to say so."""

    name: FaultName
    times: int
    passing: bool


ALWAYS = 1_000
FAULTS = (
    Fault("429", 1, passing=True),
    Fault("time-out", ALWAYS, passing=False),
    Fault("500", 2, passing=True),
    Fault("cut stream", ALWAYS, passing=False),
    Fault("connection lost", 1, passing=True),
    Fault("broken JSON", ALWAYS, passing=False),
    Fault("always 500", ALWAYS, passing=False),
)


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time, in seconds."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let it pass."""
        self.now += seconds


def struck(fault: Fault, reply: Reply) -> httpx.Response:
    """What comes instead of the reply, or what is raised."""
    match fault.name:
        case "429":
            return httpx.Response(429, headers={"retry-after": "2"}, json={"error": {"message": "Too many requests."}})
        case "500" | "always 500":
            return httpx.Response(500, json={"error": {"message": "Out of order."}})
        case "time-out":
            raise httpx.ReadTimeout("no word")
        case "connection lost":
            raise httpx.ConnectError("no connection")
        case "cut stream":
            return _cut(reply())
        case "broken JSON":
            return _broken(reply())


def _cut(whole: httpx.Response) -> httpx.Response:
    """The first part; of a stream whole events from before its end, so that only what is missing tells."""
    events = whole.content.split(b"\n\n")
    last = next((place for place, event in enumerate(events) if b'"finish_reason": "stop"' in event), None)
    if last is None or len(events) == 1:
        return _with_content(whole, whole.content[: len(whole.content) // 2])
    return _with_content(whole, b"\n\n".join(events[: last // 2 + 1]) + b"\n\n")


def _broken(whole: httpx.Response) -> httpx.Response:
    """Braces where quotation marks should be."""
    return _with_content(whole, whole.content.replace(b'"choices"', b"{choices"))


def _with_content(whole: httpx.Response, content: bytes) -> httpx.Response:
    return httpx.Response(200, headers={"content-type": whole.headers["content-type"]}, content=content)
