"""A stand-in for an OpenAI endpoint: reads the prompt it is sent and answers in a persona. Everything else is real."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpx

from eval.cases import Case
from eval.faults import Fault, struck
from eval.personas import Persona, Said
from eval.prompting import EMPTY, Prompt, read_prompt
from qa.compound import parts
from qa.errors import SettingsError
from qa.prompts import DIVIDE_SYSTEM

ADDRESS = "http://llm.test/v1"
NAME = "mocked"


class MockModel:
    """Answers the questions of the cases; ``said`` and ``prompts`` keep the last reply and the fullest prompt by case id.

    With ``faults`` the service fails: each fault in turn, a case a fault.
    """

    def __init__(self, cases: Sequence[Case], persona: Persona, faults: Sequence[Fault] = ()) -> None:
        self.said: dict[str, Said] = {}
        self.prompts: dict[str, Prompt] = {}
        self.faults = {case.id: faults[place % len(faults)] for place, case in enumerate(cases) if faults}
        self._cases = {case.question.strip(): case for case in cases}
        self._persona = persona
        self._struck: Counter[str] = Counter()

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Answer at ADDRESS; a request to any other address fails. Raises SettingsError without respx, which is optional."""
        try:
            import respx
        except ModuleNotFoundError as error:
            raise SettingsError(
                "respx, which stands in for the model, is not installed.",
                "Install footnote-qa[eval], or use --persona extractive.",
            ) from error
        with respx.mock(base_url=ADDRESS, assert_all_called=False) as router:
            router.post("/chat/completions").mock(side_effect=self.respond)
            yield

    def recovered(self) -> None:
        """The next question meets its fault afresh."""
        self._struck.clear()

    def respond(self, request: httpx.Request) -> httpx.Response:
        """A reply as the endpoint would send it: streamed if asked to, a 400 for a question that is not in the gold."""
        asked = json.loads(request.content)
        prompt = read_prompt(asked["messages"])
        case = self._cases.get(prompt.question)
        if case is None:
            told = f"The gold does not have the question {prompt.question!r}."
            return httpx.Response(400, json={"error": {"message": told}})
        said = self.said[case.id] = self._persona(case, prompt.shown)
        divides = asked["messages"][0]["content"] == DIVIDE_SYSTEM
        written = "\n".join(parts(case.question)) if divides else said.written()
        if not divides:
            self._keep(case.id, prompt)
        fault = self.faults.get(case.id)
        form = _streamed if asked.get("stream") else _plain
        if fault is not None and self._struck[case.id] < fault.times:
            self._struck[case.id] += 1
            return struck(fault, lambda: form(written))
        return form(written)

    def _keep(self, case: str, prompt: Prompt) -> None:
        """The fullest: a model that finds nothing is asked once more with fewer passages."""
        if len(prompt.shown) >= len(self.prompts.get(case, EMPTY).shown):
            self.prompts[case] = prompt


def _plain(text: str) -> httpx.Response:
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    return httpx.Response(200, json=_completion("chat.completion", choices=[choice], usage=_usage(text)))


def _streamed(text: str) -> httpx.Response:
    """Word by word, as server-sent events."""
    pieces = re.findall(r"\S+\s*", text)
    deltas: list[tuple[dict[str, str], str | None]] = [({"role": "assistant", "content": ""}, None)]
    deltas += [({"content": piece}, None) for piece in pieces] + [({}, "stop")]
    choices = [[{"index": 0, "delta": delta, "finish_reason": reason}] for delta, reason in deltas]
    chunks = [_completion("chat.completion.chunk", choices=choice) for choice in choices]
    chunks.append(_completion("chat.completion.chunk", choices=[], usage=_usage(text)))
    events = [f"data: {json.dumps(chunk)}\n\n" for chunk in chunks] + ["data: [DONE]\n\n"]
    return httpx.Response(200, headers={"content-type": "text/event-stream"}, content="".join(events).encode())


def _completion(kind: str, **rest: Any) -> dict[str, Any]:
    return {"id": "mocked", "object": kind, "created": 1, "model": NAME, **rest}


def _usage(text: str) -> dict[str, int]:
    """Words for tokens; the prompt's are not counted."""
    words = len(text.split())
    return {"prompt_tokens": 0, "completion_tokens": words, "total_tokens": words}
