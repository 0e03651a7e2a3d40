"""Models named in the environment, from the command to the answer."""

import json
from pathlib import Path

import pytest

from tests.qa.adapters.plugged import HERE
from tests.qa.cli.conftest import Run
from tests.qa.cli.test_commands import SPENDING

DRAFT = "The council agreed to raise spending to 3.5% of income [1.2]."


def checks(ran: dict[str, list[dict[str, str]]]) -> dict[str, tuple[bool, str]]:
    return {check["name"]: (bool(check["ok"]), check["detail"]) for check in ran["checks"]}


def test_a_class_named_in_the_settings_answers(qa: Run, documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As QA_LLM, made with QA_MODEL and QA_LLM_ARGS, priced by QA_PRICES."""
    qa("add", documents)
    usage = {"prompt_tokens": 1_000, "completion_tokens": 100}
    monkeypatch.setenv("QA_LLM", f"{HERE}:FakeLLM")
    monkeypatch.setenv("QA_LLM_ARGS", json.dumps({"replies": [DRAFT], "usage": usage}))
    answer = qa("ask", SPENDING, "--json").json
    assert (answer["status"], answer["mode"], answer["model"]) == ("answered", "llm", "FakeLLM")
    assert answer["usage"] == usage | {"cost_usd": None}
    monkeypatch.setenv("QA_MODEL", "big-one")
    monkeypatch.setenv("QA_PRICES", '{"big-one": [2, 10]}')
    answer = qa("ask", SPENDING, "--json").json
    assert (answer["model"], answer["usage"]["cost_usd"]) == ("big-one", 0.003)


def test_a_second_opinion_can_be_asked_for(qa: Run, documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By QA_VERIFY=model."""
    qa("add", documents)
    monkeypatch.setenv("QA_LLM", f"{HERE}:FakeLLM")
    monkeypatch.setenv("QA_LLM_ARGS", json.dumps({"replies": [DRAFT, "1: no"]}))
    monkeypatch.setenv("QA_VERIFY", "model")
    assert qa("ask", SPENDING, "--json").json["status"] == "no_evidence"


@pytest.mark.parametrize("key", ["QA_LLM", "QA_EMBEDDING", "QA_RERANKER"])
def test_a_class_that_cannot_be_used_is_one_line(
    qa: Run, documents: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """For who asks, and among the checks of `qa doctor`."""
    qa("add", documents)
    monkeypatch.setenv(key, f"{HERE}:NotAnLLM")
    ran = qa("ask", SPENDING)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    monkeypatch.setenv(key, "NotAClass")
    ran = qa("ask", SPENDING)
    assert (ran.code, f"{key} cannot be used" in ran.err, ran.err.count("\n")) == (1, True, 1)


def test_doctor_reports_every_model(qa: Run, documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is named, whether it can be used, how the chat model is asked, and what it costs."""
    qa("add", documents)
    monkeypatch.setenv("QA_LLM", f"{HERE}:FakeLLM")
    monkeypatch.setenv("QA_RERANKER", f"{HERE}:Reversing")
    seen = checks(qa("doctor", "--json").json)
    assert all(ok for ok, _ in seen.values())
    assert seen["embedding model"][1] == "the installed one works"
    assert "Reversing orders" in seen["reranker"][1]
    assert "FakeLLM" in seen["chat model"][1]
    assert "60 seconds, 8,192 tokens, no second opinion; no price of FakeLLM" in seen["asking"][1]
    monkeypatch.setenv("QA_LLM", f"{HERE}:NotAnLLM")
    monkeypatch.setenv("QA_RERANKER", "nowhere.at_all:Ranker")
    monkeypatch.setenv("QA_PRICES", '{"NotAnLLM": [1, 1]}')
    monkeypatch.setenv("QA_VERIFY", "model")
    ran = qa("doctor", "--json")
    seen = checks(ran.json)
    assert ran.code == 1
    assert (seen["chat model"][0], seen["reranker"][0]) == (False, False)
    assert "a second opinion on each claim; price known" in seen["asking"][1]


def test_another_embedding_needs_another_library(
    qa: Run, documents: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Vectors of two models never meet; in a folder of its own it works."""
    qa("add", documents)
    monkeypatch.setenv("QA_EMBEDDING", f"{HERE}:FakeEmbedding")
    assert "QA_EMBEDDING" in qa("ask", SPENDING).err
    monkeypatch.setenv("QA_HOME", str(tmp_path / "other"))
    assert qa("add", documents).code == 0
    assert qa("ask", SPENDING, "--json").json["status"] == "answered"
