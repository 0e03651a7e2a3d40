"""Examples for the description of the service: our own, about a harbour that is nowhere."""

from typing import Any

QUESTION = "What did the second dock cost?"
PROBLEM: dict[str, Any] = {
    "type": "urn:footnote:unknown-document",
    "title": "No such document",
    "status": 404,
    "detail": "There is no document 3f2a.",
}
_QUOTE = "It cost 41 million crowns, nine million more than was planned in 2016."
CITATION = {
    "number": 1,
    "document_id": "9d5c1b0e7f3a2846",
    "title": "Harbour extension opens",
    "publisher": "Coast Gazette",
    "author": None,
    "published": "2019-05-04",
    "published_estimated": False,
    "page": None,
    "source": "opening.md",
    "quote": _QUOTE,
    "start": 63,
    "end": 63 + len(_QUOTE),
    "passage_id": "9d5c1b0e7f3a2846-0",
    "origin": "model",
}
_CLAIM = "The second dock cost 41 million crowns."
ANSWER: dict[str, Any] = {
    "id": "0b1c6f0e9a4d4d0f8f0e5f3c2a1b7d6e",
    "question": QUESTION,
    "status": "answered",
    "reason": None,
    "text": "The second dock cost 41 million crowns [1].",
    "claims": [{"text": _CLAIM, "citations": [1], "support": "supported", "problems": []}],
    "citations": [CITATION],
    "mode": "llm",
    "model": "gpt-4.1-mini",
    "usage": {"prompt_tokens": 1312, "completion_tokens": 14, "cost_usd": None},
    "timings_ms": {"retrieve": 41.2, "generate": 803.5, "verify": 1.9, "total": 846.8},
}
EVENTS = (
    'event: passages\r\ndata: {"hits":[…]}\r\n\r\nevent: delta\r\ndata: {"text":"The second dock"}\r\n\r\n'
    'event: claim\r\ndata: {"claim":{…},"citations":[…]}\r\n\r\nevent: answer\r\ndata: {"id":"0b1c…","status":"answered",…}\r\n\r\n'
)
