"""The mocked endpoint through the real client and the real chain."""

import json
import sys
import time
from typing import Any

import httpx
import openai
import pytest

from eval.cases import Case
from eval.faults import FAULTS, Clock, Fault
from eval.mock_model import ADDRESS, NAME, MockModel
from eval.parts import mocked_chat
from eval.personas import NOTHING, oracle
from eval.prompting import ShownSentence, read_prompt
from qa.errors import SettingsError
from qa.events import Answered
from qa.library import Library
from qa.prompts import NOT_FOUND, messages
from qa.types import Answer
from tests.eval.conftest import OpenLibrary

Cases = tuple[Case, ...]


@pytest.fixture
def mock(cases: Cases) -> MockModel:
    return MockModel(cases, oracle)


def _streamed(library: Library, case: Case) -> Answer:
    *_, last = library.stream(case.question)
    assert isinstance(last, Answered)
    return last.answer


def turns(question: str, passages: str = "[1] Dock\n[1.1] Ships came.") -> list[dict[str, Any]]:
    return [{"role": "user", "content": f"Passages:\n{passages}\n\nA rule [2.3].\n\nQuestion: {question}"}]


def test_the_prompt_is_read_as_it_is_written(cases: Cases, open_library: OpenLibrary) -> None:
    """Question and sentences of the last turn; nothing of the worked examples or the headers."""
    hits = open_library().search(cases[0].question, 2)
    prompt = read_prompt([{"role": m.role, "content": m.content} for m in messages(cases[0].question, hits)])
    expected = [
        ShownSentence(f"{h}.{s}", sentence.text)
        for h, hit in enumerate(hits, start=1)
        for s, sentence in enumerate(hit.passage.sentences, start=1)
    ]
    assert (prompt.question, list(prompt.shown)) == (cases[0].question, expected)
    assert prompt.headers[0] == ("1", "The north dock (Harbor Brief, 2025-11-14)")
    assert [number for number, _ in prompt.headers] == ["1", "2"]


@pytest.mark.parametrize("stream", [False, True])
def test_both_forms_of_reply_say_the_same(
    cases: Cases, mock: MockModel, open_library: OpenLibrary, stream: bool
) -> None:
    """Plain through ask, streamed through stream; both tie the answer to its sentence."""
    library = open_library(mocked=True)
    with mock.serving():
        answer = _streamed(library, cases[0]) if stream else library.ask(cases[0].question)
    assert (answer.mode, answer.status, answer.model) == ("llm", "answered", NAME)
    assert answer.text == "The harbor council will spend 41 million crowns [1]."
    assert answer.citations[0].quote == "The harbor council will spend 41 million crowns on the north dock."
    assert answer.usage.completion_tokens > 0


def test_what_has_no_answer_is_refused_by_the_model(cases: Cases, mock: MockModel, open_library: OpenLibrary) -> None:
    """NOT_FOUND travels through the chain to a refusal."""
    with mock.serving():
        answer = open_library(mocked=True).ask("What is the capital of Mongolia?")
    assert (answer.mode, answer.status) == ("llm", "no_evidence")
    assert mock.said["capital"] == NOTHING


def test_replies_are_the_same_to_the_byte(cases: Cases, mock: MockModel) -> None:
    """Two requests, two equal replies, streamed and plain."""
    for stream in (False, True):
        body = json.dumps({"messages": turns(cases[0].question), "stream": stream})
        request = httpx.Request("POST", f"{ADDRESS}/chat/completions", content=body)
        assert mock.respond(request).content == mock.respond(request).content
    assert NOT_FOUND in mock.respond(request).content.decode()


def test_a_question_that_is_not_in_the_gold_is_an_error(mock: MockModel) -> None:
    """It must not pass for a refusal."""
    client = openai.OpenAI(base_url=ADDRESS, api_key="k", max_retries=0)
    with mock.serving(), pytest.raises(openai.BadRequestError, match="does not have the question"):
        client.chat.completions.create(model=NAME, messages=turns("Who am I?"))  # type: ignore[arg-type]


def test_no_other_address_is_reached(mock: MockModel) -> None:
    """A pipeline that calls elsewhere fails instead of going out to the network."""
    client = openai.OpenAI(base_url="http://other.test/v1", api_key="k", max_retries=0)
    with mock.serving(), pytest.raises(openai.APIConnectionError):
        client.models.list()


def test_without_respx_the_remedy_is_named(mock: MockModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra: the service does not need it."""
    monkeypatch.setitem(sys.modules, "respx", None)
    with pytest.raises(SettingsError, match=r"footnote-qa\[eval\]"), mock.serving():
        pass


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_each_fault_is_got_over_or_told(cases: Cases, open_library: OpenLibrary, fault: Fault, stream: bool) -> None:
    """Through the real client and our own retries, without waiting for real."""
    mock, begun = MockModel(cases, oracle, [fault]), time.perf_counter()
    library = open_library(mocked=True)
    with mock.serving():
        answer = _streamed(library, cases[0]) if stream else library.ask(cases[0].question)
    assert answer.mode == ("llm" if fault.passing else "degraded")
    assert bool(answer.reason) is not fault.passing
    assert time.perf_counter() - begun < 5


def test_faults_come_in_turn_a_case_a_fault(cases: Cases) -> None:
    """And afresh for the next way of asking."""
    mock = MockModel(cases, oracle, FAULTS)
    assert [mock.faults[case.id] for case in cases] == list(FAULTS[: len(cases)])
    request = httpx.Request("POST", ADDRESS, content=json.dumps({"messages": turns(cases[0].question)}))
    assert [mock.respond(request).status_code for _ in range(2)] == [429, 200]
    mock.recovered()
    assert mock.respond(request).status_code == 429


def test_waiting_is_told_and_costs_nothing() -> None:
    """The clock moves only while somebody sleeps on it."""
    clock = Clock()
    clock.sleep(30)
    assert clock() == 30.0
    assert mocked_chat().name == NAME
