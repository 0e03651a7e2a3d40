"""The configured model, asked and judging, at a mocked address: through the real client and LlamaIndex's own evaluators."""

import json
import re
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx

from eval.live import Bill, Options, Prices, file_of, run_live
from eval.mock_model import ADDRESS, _plain, _streamed
from eval.prompting import read_prompt
from eval.results import Run
from qa.assembly import build_library
from qa.errors import InputError, SettingsError
from qa.settings import load_settings
from tests.eval.test_command import typed

FAITHFUL = "Please tell if a given piece of information"
CORRECT = "## Reference Answer"


class Service:
    """Answers with the first sentence shown, and judges: faithful, and marks as told."""

    def __init__(self, mark: str = "4.0\nGood.") -> None:
        self.mark = mark
        self.asked: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        body: dict[str, Any] = json.loads(request.content)
        text = "\n".join(message["content"] for message in body["messages"])
        form = _streamed if body.get("stream") else _plain
        if FAITHFUL in text:
            return self._said("faithful", form("YES"))
        if CORRECT in text:
            return self._said("correct", form(self.mark))
        prompt = read_prompt(body["messages"])
        if "Mongolia" in prompt.question:
            return self._said("answer", form("NOT_FOUND"))
        first = next(sentence for sentence in prompt.shown if sentence.text.endswith("."))
        return self._said("answer", form(f"{first.text.removeprefix('- ').removesuffix('.')} [{first.id}]."))

    def _said(self, what: str, response: httpx.Response) -> httpx.Response:
        self.asked.append(what)
        return response


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("OPENAI_BASE_URL", ADDRESS)
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    monkeypatch.setenv("QA_MODEL", "some/model")


def asked(service: Service, gold: Path, corpus: Path, options: Options) -> Run | None:
    with respx.mock(base_url=ADDRESS, assert_all_called=False) as router:
        router.post("/chat/completions").mock(side_effect=service)
        return run_live(gold, corpus, load_settings(), options)


@pytest.mark.usefixtures("configured")
def test_a_live_run_is_told_before_and_after_and_kept_apart(gold_file: Path, corpus: Path) -> None:
    """The estimate comes before the first question; the bill is the service's own count."""
    service, told = Service(), list[Bill]()

    def agreed(bill: Bill) -> bool:
        assert service.asked == []
        told.append(bill)
        return True

    done = asked(service, gold_file, corpus, Options(agreed, jobs=2, prices=Prices(1.0, 10.0)))
    assert done is not None
    assert (done.mode, done.model, [report.subject for report in done.reports]) == (
        "live",
        "some/model",
        ["retrieval", "model"],
    )
    assert service.asked == ["answer"] * 5
    assert told[0].questions == 5
    assert told[0].read > 1_000
    assert told[0].usd == pytest.approx((told[0].read + 10 * told[0].written) / 1e6)
    assert done.tokens[1] == sum(row.tokens[1] for row in done.reports[1].rows) > 0
    assert done.cost_usd == pytest.approx((done.tokens[0] + 10 * done.tokens[1]) / 1e6)
    path = file_of(done, Path("home"))
    assert (path.parent.name, path.name.startswith("live-20"), path.name.endswith("some-model.json")) == (
        "evaluations",
        True,
        True,
    )


@pytest.mark.usefixtures("configured")
def test_without_consent_nothing_is_asked(gold_file: Path, corpus: Path) -> None:
    """And nothing is spent."""
    service = Service()
    assert asked(service, gold_file, corpus, Options(lambda _: False)) is None
    assert service.asked == []


@pytest.mark.usefixtures("configured")
def test_the_judge_marks_answers_and_what_it_would_not_mark_is_counted(gold_file: Path, corpus: Path) -> None:
    """Faithfulness of what has quotes, correctness of what has a gold answer."""
    done = asked(Service(), gold_file, corpus, Options(lambda _: True, judge=True))
    assert done is not None
    faithful, correct = (done.reports[1].metric(name) for name in ("faithfulness", "correctness"))
    assert faithful is not None
    assert correct is not None
    assert (faithful.mean, faithful.scored + faithful.not_applicable) == (1.0, 5)
    assert (correct.mean, correct.scored, correct.not_applicable) == (0.75, 3, 2)
    silent = asked(Service(mark="I would rather not say."), gold_file, corpus, Options(lambda _: True, judge=True))
    assert silent is not None
    correct = silent.reports[1].metric("correctness")
    assert correct is not None
    assert (correct.mean, correct.scored, correct.unscored) == (None, 0, 3)
    assert "the judge gave no mark" in silent.reports[1].rows[0].unscored["correctness"]


@pytest.mark.usefixtures("configured")
def test_as_it_is_typed(gold_file: Path, corpus: Path, tmp_path: Path) -> None:
    """On one's own library; told before and after, kept under its date, and never compared with a mocked run."""
    with closing(build_library(load_settings(), extractive=True)) as library:
        library.add([corpus])
    with respx.mock(base_url=ADDRESS) as router:
        router.post("/chat/completions").mock(side_effect=Service())
        live = typed("run", "--gold", gold_file, "--model", "--yes", "--usd-in", "1", "--usd-out", "10", "--limit", "3")
    assert live.exit_code == 0
    assert "model: 3 questions" in live.stdout
    assert re.search(r"^spent: \d+ tokens read, \d+ written, \$0\.\d{4}$", live.stderr, re.MULTILINE)
    (kept,) = (tmp_path / "home" / "evaluations").iterdir()
    mocked = tmp_path / "mocked.json"
    typed("run", "--gold", gold_file, "--out", mocked)
    with pytest.raises(InputError, match="A is mocked and B is live"):
        typed("compare", mocked, kept)


def test_without_a_model_there_is_nothing_live(
    gold_file: Path, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The remedy is named."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    monkeypatch.setenv("QA_HOME", str(tmp_path / "home"))
    with pytest.raises(SettingsError, match="No chat model is configured"):
        run_live(gold_file, corpus, load_settings(), Options(lambda _: True))


def test_a_bill_without_a_price_says_so() -> None:
    """Tokens are known all the same."""
    assert str(Bill("m", 3, 12_000, 240, None)).startswith(
        "3 questions to m, 12,000 tokens read and 240 written (no price"
    )
    assert str(Bill("m", 3, 12_000, 240, 0.5)).endswith("($0.5000)")
