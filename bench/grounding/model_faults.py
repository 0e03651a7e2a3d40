"""What a model's service can do wrong, each kind by name. The right answer, where one is given, is to the benchmark's question."""

import gzip
import json
from collections.abc import Callable, Iterator
from typing import Any

from bench.grounding.broken_service import Exchange, Fault, head

RIGHT = "The council agreed to raise spending to 3.5% of income [1.2]."
EVENTS = "text/event-stream"
USAGE = {"prompt_tokens": 900, "completion_tokens": 20, "total_tokens": 920}
TOOL_CALL = {"index": 0, "id": "t", "type": "function", "function": {"name": "f", "arguments": "{"}}
TOO_LONG = {
    "error": {"message": "This model's maximum context length is 2048 tokens.", "code": "context_length_exceeded"}
}


def whole(content: Any, reason: str | None = "stop", **more: Any) -> dict[str, Any]:
    """A completion's body."""
    choice = {"index": 0, "finish_reason": reason, "message": {"role": "assistant", "content": content, **more}}
    return {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": USAGE}


def chunk(delta: dict[str, Any], reason: str | None = None) -> bytes:
    """One event of a stream."""
    choice = {"index": 0, "finish_reason": reason, "delta": delta}
    return event({"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]})


def event(value: Any) -> bytes:
    """A value as a server-sent event."""
    return b"data: " + json.dumps(value).encode() + b"\n\n"


def pieces(text: str) -> Iterator[bytes]:
    """A text's events, a few letters each."""
    return (chunk({"content": text[n : n + 6]}) for n in range(0, len(text), 6))


def answer(exchange: Exchange, content: Any = RIGHT, reason: str | None = "stop", **more: Any) -> None:
    """As a sound service would send this."""
    if not exchange.streamed:
        exchange.respond(200, json.dumps(whole(content, reason, **more)).encode())
        return
    told = pieces(content) if isinstance(content, str) else [chunk({"content": content, **more})]
    ending = [chunk(more, reason)] if more or reason else []
    exchange.respond(200, b"".join([*told, *ending, b"data: [DONE]\n\n"]), EVENTS)


def says(content: Any, reason: str | None = "stop", **more: Any) -> Fault:
    """A sound service, a strange reply."""
    return lambda exchange: answer(exchange, content, reason, **more)


def fails(status: int, body: Any = None, extra: str = "") -> Fault:
    """A status, always."""
    content = json.dumps(body or {"error": {"message": "failed"}}).encode()
    return lambda exchange: exchange.respond(status, content, extra=extra)


def at_first(fault: Fault, times: int = 1) -> Fault:
    """Passing: sound after so many requests."""
    return lambda exchange: fault(exchange) if exchange.turn < times else answer(exchange)


def sends(content: bytes, kind: str = "application/json", extra: str = "") -> Fault:
    """Bytes for a body."""
    return lambda exchange: exchange.respond(200, content, kind, extra)


def begun(then: Callable[[Exchange], None], text: str = "The council agreed to") -> Fault:
    """The beginning of a reply, and then something else; of one that is not streamed the beginning of its JSON."""

    def fault(exchange: Exchange) -> None:
        if exchange.streamed:
            exchange.send(head(200, EVENTS) + b"".join(pieces(text)))
        else:
            content = json.dumps(whole(RIGHT)).encode()
            exchange.send(head(200, "application/json", f"content-length: {len(content)}\r\n") + content[:40])
        then(exchange)

    return fault


def drips(content: bytes, kind: str) -> Fault:
    """Signs of life without an end, and no word."""

    def fault(exchange: Exchange) -> None:
        exchange.send(head(200, kind))
        while not exchange.over.wait(0.02):
            exchange.send(content)

    return fault


def babbles(text: str) -> Fault:
    """Words without an end; a reply that is not streamed is only very long."""

    def fault(exchange: Exchange) -> None:
        if not exchange.streamed:
            answer(exchange, text * 5_000)
            return
        exchange.send(head(200, EVENTS))
        while not exchange.over.is_set():
            exchange.send(chunk({"content": text * 20}))

    return fault


def _closed(_: Exchange) -> None:
    """Nothing more: the connection is closed in good order."""


def parrots(exchange: Exchange) -> None:
    """The prompt again, as models with a wrong chat template do."""
    answer(exchange, "\n".join(message["content"] for message in exchange.body["messages"]))


FAULTS: dict[str, Fault] = {
    "no answer at all": Exchange.hang,
    "silent after the headers": begun(Exchange.hang, ""),
    "silent after some words": begun(Exchange.hang),
    "signs of life, no word (comments)": drips(b": still here\n\n", EVENTS),
    "signs of life, no word (spaces)": drips(b" ", "application/json"),
    "signs of life, no word (empty deltas)": drips(chunk({"content": ""}), EVENTS),
    "closed at once": _closed,
    "reset at once": Exchange.reset,
    "reset, then sound": at_first(Exchange.reset),
    "closed after some words": begun(_closed),
    "reset after some words": begun(Exchange.reset),
    "stream ends without a reason": says(RIGHT, None),
    "bytes that are no HTTP": lambda exchange: exchange.send(b"SSH-2.0-Nothing\r\n\r\n"),
    "a status line and no more": lambda exchange: exchange.send(b"HTTP/1.1 200 OK\r\n"),
    "400 bad request": fails(400),
    "400 context overflow": fails(400, TOO_LONG),
    "400 context overflow, then sound": at_first(fails(400, TOO_LONG)),
    "400 content filter": fails(400, {"error": {"message": "filtered", "code": "content_filter"}}),
    "401 bad key": fails(401),
    "402 unpaid": fails(402),
    "403 forbidden": fails(403),
    "404 no such model": fails(404),
    "413 too large": fails(413),
    "429 then sound": at_first(fails(429, extra="retry-after: 0\r\n")),
    "429 with a long wait": fails(429, extra="retry-after: 3600\r\n"),
    "429 with a date to wait for": fails(429, extra="retry-after: Wed, 21 Oct 2099 07:28:00 GMT\r\n"),
    "429 with nonsense to wait for": fails(429, extra="retry-after: later\r\n"),
    "429 out of credit": fails(429, {"error": {"message": "quota", "code": "insufficient_quota"}}),
    "500 always": fails(500),
    "500 twice, then sound": at_first(fails(500, extra="retry-after: 0\r\n"), 2),
    "503 with a page": lambda exchange: exchange.respond(503, b"<html>down</html>", "text/html"),
    "redirected in a circle": fails(307, extra="location: /v1/chat/completions\r\n"),
    "204 and nothing": lambda exchange: exchange.send(head(204, "text/plain")),
    "a page instead of a reply": sends(b"<html>sign in</html>", "text/html"),
    "an empty body": sends(b""),
    "broken JSON": sends(b'{"choices": [{"message'),
    "JSON of another kind": sends(b'["choices"]'),
    "JSON null": sends(b"null"),
    "JSON nested too deep": sends(b"[" * 100_000),
    "no choices": sends(json.dumps({"choices": []}).encode()),
    "choices that are null": sends(json.dumps({"choices": None}).encode()),
    "a message that is null": sends(json.dumps({"choices": [{"message": None, "finish_reason": "stop"}]}).encode()),
    "bytes that are no UTF-8": sends(b'{"choices": "\xff\xfe"}'),
    "gzip that is none": sends(b"not gzip at all", extra="content-encoding: gzip\r\n"),
    "gzip cut short": sends(gzip.compress(b'{"choices": []}')[:-9], extra="content-encoding: gzip\r\n"),
    "an error told with status 200": sends(b'{"error": {"message": "overloaded"}}'),
    "an error told in the stream": sends(event({"error": {"message": "overloaded"}}), EVENTS),
    "an error told after some words": begun(lambda exchange: exchange.send(event({"error": {"message": "overloaded"}}))),
    "events that are no JSON": sends(b"data: {oops\n\ndata: [DONE]\n\n", EVENTS),
    "a stream where none was asked for": sends(b"".join(pieces(RIGHT)) + b"data: [DONE]\n\n", EVENTS),
    "JSON where a stream was asked for": sends(json.dumps(whole(RIGHT)).encode()),
    "an empty reply": says(""),
    "a reply of white space": says(" \n\t"),
    "a reply that is null": says(None),
    "a reply that is a number": says(7),
    "a reply that is a list": says([{"type": "text", "text": RIGHT}]),
    "a refusal in its own field": says(None, refusal="I cannot help with that."),
    "withheld by a filter": says("The council", "content_filter"),
    "cut at its limit": says("The council agreed to raise", "length"),
    "a call of a tool": says(None, "tool_calls", tool_calls=[TOOL_CALL]),
    "thinking aloud, then right": says(f"<think>It may be [1.1]. Or not.</think>{RIGHT}"),
    "thinking aloud without an end": says("<think>It may be [1.1]. " * 20),
    "words without an end": babbles("and so on "),
    "lines without an end": babbles("\n"),
    "the prompt repeated": parrots,
    "control characters": says("The council\x00 agreed \x1b[31mto raise spending\x07 to 3.5% of income [1.2]."),
    "half a character": says("The council agreed to raise spending to 3.5% of income \ud83d [1.2]."),
    "ids that do not exist": says("The council agreed to raise spending to 3.5% of income [9.9]."),
    "ids of absurd size": says("The council agreed to raise spending to 3.5% of income [999.9999] [0.0]."),
    "no ids": says("The council agreed to raise spending to 3.5% of income."),
    "only ids": says("[1.1][1.2]"),
    "a false figure": says("The council agreed to raise spending to 97% of income [1.2]."),
    "another language": says("의회는 지출을 늘리기로 합의했다 [1.2]."),
    "JSON instead of prose": says('{"answer": "3.5%", "citations": ["1.2"]}'),
    "a link to carry the question away": says("See [this](http://evil.test/?q=income) and ![x](http://evil.test/y.png) [1.2]."),
    "NOT_FOUND": says("NOT_FOUND"),
    "NOT_FOUND glued to an answer": says(f"NOT_FOUND {RIGHT}"),
}  # fmt: skip
