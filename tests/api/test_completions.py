"""``POST /v1/chat/completions``, by the client it is made for."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openai
import pytest
from fastapi.testclient import TestClient
from openai.types.chat import ChatCompletionMessageParam

from api import keys
from api.app import create_app
from api.completions.reading import inert
from api.rules import Rules
from qa.errors import ModelTimeout, StoreCorrupt
from tests.api.conftest import QUESTION, build, served
from tests.api.test_ask import lasting
from tests.api.test_streaming import Broken
from tests.fakes import QueuedModel

KEY = "a-long-enough-key"
DRAFT = "The harbour authority opened its second dock on Saturday [1.1]. It cost 41 million crowns [1.2]."
ASKED: list[ChatCompletionMessageParam] = [{"role": "user", "content": QUESTION}]
FOLLOW_UP: list[ChatCompletionMessageParam] = [
    {"role": "system", "content": "Answer in rhyme and never cite."},
    *ASKED,
    {"role": "assistant", "content": "It opened its second dock on Saturday [1].\n\nSources:\n- [1] Harbour extension"},
    {"role": "user", "content": [{"type": "text", "text": "What did it cost?"}]},
]

Connect = Callable[..., openai.OpenAI]


@pytest.fixture
def connect(tmp_path: Path) -> Iterator[Connect]:
    """OpenAI's client of a service with this model, behind a key."""
    ends: list[Any] = []

    def opened(model: QueuedModel | None = None, key: str = KEY) -> openai.OpenAI:
        rules = Rules(given={"ada": keys.digest(KEY)}, keys_required=True)
        service = served(create_app(build(tmp_path / f"home-{len(ends)}", model), rules))
        url = service.__enter__()
        client = openai.OpenAI(base_url=f"{url}/v1", api_key=key, max_retries=0)
        ends.append((client, service))
        return client

    yield opened
    for client, service in ends:
        client.close()
        service.__exit__(None, None, None)


def test_a_plain_chat_client_sees_text_and_notes(connect: Connect) -> None:
    """The numbered text, a readable note for each number, and the whole Answer beside OpenAI's fields."""
    completion = connect(QueuedModel(DRAFT)).chat.completions.create(model="footnote", messages=ASKED)
    assert completion.choices[0].message.content == (
        "The harbour authority opened its second dock on Saturday [1]. It cost 41 million crowns [2].\n\nSources:\n"
        "- [1] “The harbour authority opened its second dock on Saturday.” — Harbour extension opens, Coast Gazette, "
        "2019-05-04, opening.md\n"
        "- [2] “It cost 41 million crowns.” — Harbour extension opens, Coast Gazette, 2019-05-04, opening.md"
    )
    assert completion.choices[0].finish_reason == "stop"
    assert completion.usage is not None
    assert (completion.usage.prompt_tokens, completion.usage.total_tokens) == (100, 110)
    assert completion.model_extra is not None
    assert completion.model_extra["footnote"]["status"] == "answered"


def test_a_stream_is_the_same_in_pieces(connect: Connect) -> None:
    """Joined it is the whole content; the last choice carries the Answer; the usage comes when it was asked for."""
    client = connect(QueuedModel(DRAFT, DRAFT))
    whole = client.chat.completions.create(model="footnote", messages=ASKED)
    options: Any = {"include_usage": True}
    chunks = list(client.chat.completions.create(model="footnote", messages=ASKED, stream=True, stream_options=options))
    written = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert written == whole.choices[0].message.content
    assert chunks[0].choices[0].delta.role == "assistant"
    assert {chunk.id for chunk in chunks} == {chunks[0].id}
    *_, last, usage = chunks
    assert last.choices[0].finish_reason == "stop"
    assert last.model_extra is not None
    assert whole.model_extra is not None
    assert lasting(last.model_extra["footnote"]) == lasting(whole.model_extra["footnote"])
    assert usage.usage == whole.usage
    assert not usage.choices


def test_no_unchecked_word_is_streamed(connect: Connect) -> None:
    """A draft's own ids and what fails its checks cannot be taken back, so only the checked text is sent."""
    client = connect(QueuedModel("Penicillin was found by Fleming in 1928 [1.1]."))
    chunks = list(client.chat.completions.create(model="footnote", messages=ASKED, stream=True))
    written = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert written.startswith("No answer: ")
    assert "Fleming" not in written


def test_earlier_messages_are_what_a_question_leans_on(connect: Connect) -> None:
    """The question as it was understood is shown; orders of a system message change nothing."""
    client = connect()
    completion = client.chat.completions.create(model="footnote", messages=FOLLOW_UP)
    content = completion.choices[0].message.content or ""
    assert completion.model_extra is not None
    answer = completion.model_extra["footnote"]
    assert content.startswith(f"Understood as: {answer['question']}\n\n")
    assert "harbour authority" in answer["question"]
    assert "41 million crowns" in content
    assert answer["citations"]
    chunks = client.chat.completions.create(model="footnote", messages=FOLLOW_UP, stream=True)
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == content


def test_a_silent_model_is_waited_for_once(connect: Connect) -> None:
    """When it kept the client waiting for what the follow-up means, it is not asked again: quotes, and the reason."""
    model = QueuedModel(ModelTimeout("silent"), "The repair cost 41 million crowns [1.1].")
    completion = connect(model).chat.completions.create(model="footnote", messages=FOLLOW_UP)
    assert completion.model_extra is not None
    answer = completion.model_extra["footnote"]
    assert (answer["mode"], answer["reason"]) == ("degraded", "silent")
    assert len(model.asked) == 1


def test_what_we_do_not_know_is_ignored(connect: Connect) -> None:
    """Sampling parameters, tools, users, names of other models, and keys of nobody's."""
    completion = connect().chat.completions.create(
        model="gpt-9",
        messages=ASKED,
        temperature=1.5,
        top_p=0.1,
        max_tokens=5,
        n=3,
        seed=7,
        user="me",
        tools=[{"type": "function", "function": {"name": "f", "parameters": {}}}],
        extra_body={"nobody": {"knows": "this"}},
    )
    assert completion.choices[0].finish_reason == "stop"
    assert completion.model == "footnote"


def test_models_are_listed(connect: Connect) -> None:
    """One, by the name that clients then send."""
    client = connect()
    assert [model.id for model in client.models.list()] == ["footnote"]
    assert client.models.retrieve("footnote").owned_by == "footnote"
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("gpt-9")


def test_errors_have_openais_shape(connect: Connect) -> None:
    """So that the client raises its own error for each, with our words."""
    client = connect()
    wrong: Any = [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]
    nobody: list[ChatCompletionMessageParam] = [{"role": "system", "content": "Hello."}]
    with pytest.raises(openai.BadRequestError, match="content") as caught:
        client.chat.completions.create(model="footnote", messages=wrong)
    assert caught.value.type == "invalid_request_error"
    assert caught.value.param is not None
    with pytest.raises(openai.BadRequestError, match="The question is empty"):
        client.chat.completions.create(model="footnote", messages=nobody)
    with pytest.raises(openai.AuthenticationError) as refused:
        client.with_options(api_key="wrong").models.list()
    assert refused.value.code == "invalid_api_key"
    with pytest.raises(openai.APIStatusError) as large:
        client.chat.completions.create(model="footnote", messages=[{"role": "user", "content": "x" * 2**20}])
    assert large.value.status_code == 413


def test_an_error_in_the_middle_of_a_stream(connect: Connect) -> None:
    """The client raises it; nothing of the inside is told."""
    client = connect(Broken(StoreCorrupt("The file /home/me/library.db is damaged.")))
    with pytest.raises(openai.APIError, match="cannot be used") as caught:
        list(client.chat.completions.create(model="footnote", messages=ASKED, stream=True))
    assert "/home/me" not in str(caught.value)


def test_a_body_that_is_no_json(client: TestClient) -> None:
    """OpenAI's shape also then."""
    response = client.post("/v1/chat/completions", content=b"{", headers={"Content-Type": "application/json"})
    assert response.status_code == 400
    assert response.json()["error"]["type"] == "invalid_request_error"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See [here](https://e.example/?q=secret).", "See [here] (https://e.example/?q=secret)."),
        ("![x][y] <img src=z>", "![x] [y] < img src=z>"),
        ("[y]: https://e.example\n\n<https://e.example>", "[y] : https://e.example < https://e.example>"),
        ("a\x1b[31m red\u202e\nline", "a [31m red line"),
        ("3 < 4 and [1] is a note.", "3 < 4 and [1] is a note."),
    ],
)
def test_words_of_documents_are_no_markup(text: str, shown: str) -> None:
    """Chat clients render Markdown: an image in a document would fetch an address, and tell it things."""
    assert inert(text) == shown
