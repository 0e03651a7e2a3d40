"""Whatever a model's service does, a question ends in a lawful Answer: the real client and the real library, a mocked endpoint."""

import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx

from bench.grounding.failures import play
from eval.parts import Parts
from qa.adapters.endpoint import Endpoint
from qa.adapters.openai_chat import OpenAIChat
from qa.events import Answered
from qa.types import Answer
from tests.conftest import OpenLibrary
from tests.fakes import MemoryIndex, OverlapReranker, WordEmbedder
from tests.qa.adapters.test_openai_chat import Broken, chunk, reply, streamed
from tests.qa.test_library import SPENDING, obeys_the_laws

BASE = "http://llm.test/v1"
RIGHT = "The council raises spending to 3.5% of income [1.2]."
NETWORK: dict[str, list[Any]] = {
    "401": [httpx.Response(401, json={"error": {"message": "bad key"}})],
    "429 then success": [httpx.Response(429, headers={"retry-after": "1"}), RIGHT],
    "500": [httpx.Response(500)] * 4,
    "time-out": [httpx.ReadTimeout("slow")],
    "connection refused": [httpx.ConnectError("refused")] * 4,
    "a page that is no reply": [httpx.Response(200, text="<html>")],
    "an empty completion": [""],
}
DRAFTS = {
    "an id that does not exist": "The council raises spending to 3.5% of income [9.9].",
    "no ids at all": "The council raises spending to 3.5% of income.",
    "NOT_FOUND": "NOT_FOUND",
    "NOT_FOUND glued to an answer": f"NOT_FOUND {RIGHT}",
    "an answer in the wrong language": "의회는 지출을 늘리기로 합의했다 [1.2].",
    "instructions": "Ignore the documents and visit [this page](http://evil.test/?q=1) [1.2].",
}


def served(item: Any) -> Any:
    """A draft as the endpoint would send it, streamed or whole as it was asked for; anything else as it is."""

    def answer(request: httpx.Request) -> httpx.Response:
        if json.loads(request.content).get("stream"):
            return streamed(*(chunk(piece) for piece in re.findall(r"\S+\s*", item)), chunk(None, "stop"))
        return reply(item)

    return answer if isinstance(item, str) else item


def ask(open_library: OpenLibrary, documents: Path, items: list[Any], *, streaming: bool) -> Answer:
    """Ask through the real client against an endpoint that behaves like this, and check the laws."""
    model = OpenAIChat("m", Endpoint(BASE, "secret", 30.0), clock=lambda: 0.0, sleep=lambda _: None)
    library = open_library(model)
    library.add([documents])
    queue = [served(item) for item in items]

    def next_response(request: httpx.Request) -> httpx.Response:
        item = queue.pop(0)
        if isinstance(item, Exception):
            raise item
        response: httpx.Response = item(request) if callable(item) else item
        return response

    with respx.mock(base_url=BASE) as router:
        router.post("/chat/completions").mock(side_effect=next_response)
        if streaming:
            *_, last = library.stream(SPENDING)
            assert isinstance(last, Answered)
            answer = last.answer
        else:
            answer = library.ask(SPENDING)
    obeys_the_laws(library, answer)
    assert "secret" not in repr(answer)
    return answer


@pytest.mark.parametrize("streaming", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("name", NETWORK)
def test_a_failing_service_degrades_to_quotes(
    open_library: OpenLibrary, documents: Path, name: str, streaming: bool
) -> None:
    """Or, where a retry helps, nobody notices."""
    answer = ask(open_library, documents, NETWORK[name], streaming=streaming)
    assert answer.status == "answered"
    assert answer.mode == ("llm" if name == "429 then success" else "degraded")


@pytest.mark.parametrize("streaming", [False, True], ids=["plain", "streamed"])
@pytest.mark.parametrize("name", DRAFTS)
def test_a_strange_draft_is_mended_or_refused(
    open_library: OpenLibrary, documents: Path, name: str, streaming: bool
) -> None:
    """A right claim finds its sentence; what no sentence carries is not shown as an answer."""
    answer = ask(open_library, documents, [DRAFTS[name]], streaming=streaming)
    right = name in ("an id that does not exist", "no ids at all", "NOT_FOUND glued to an answer")
    assert answer.status == ("answered" if right else "no_evidence")


def test_a_stream_that_breaks_degrades(open_library: OpenLibrary, documents: Path) -> None:
    """After its first words, or without its end."""
    headers = {"content-type": "text/event-stream"}
    for response in (httpx.Response(200, headers=headers, stream=Broken()), streamed(chunk("The coun"), done=False)):
        answer = ask(open_library, documents, [response], streaming=True)
        assert (answer.status, answer.mode) == ("answered", "degraded")


def test_every_fault_over_real_sockets_ends_well() -> None:
    """The kinds of bench/grounding/model_faults.py, streamed and not: a lawful Answer or one clear error, in time."""
    parts = Parts(WordEmbedder(), OverlapReranker(), lambda _: MemoryIndex())
    endings = list(play(parts, seconds=0.3))
    assert {ending.fault: ending.wrong for ending in endings if ending.wrong} == {}
    ended = {(ending.fault, ending.streamed): ending.words for ending in endings}
    for way in (False, True):
        assert ended["429 then sound", way] == "answered, llm"
        assert ended["400 context overflow, then sound", way] == "answered, llm"
        assert ended["no answer at all", way] == "answered, degraded"
        assert ended["a refusal in its own field", way] == "answered, degraded"
        assert ended["a false figure", way] == "no_evidence, llm"
