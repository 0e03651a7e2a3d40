"""The command run in this process, over the embedded models and a small library."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qa.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """stdout as one JSON value."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty QA_HOME, no settings of the machine, no .env."""
    for key in (
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
        "QA_MODEL",
        "QA_EMBED_MODEL",
        "QA_DEBUG",
        "QA_MODELS",
        "QA_PORT",
        "QA_TIMEOUT",
        "QA_LLM",
        "QA_EMBEDDING",
        "QA_RERANKER",
        "QA_VERIFY",
        "QA_PRICES",
        "QA_CONTEXT_TOKENS",
    ):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("QA_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def qa(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """``qa("ask", "…")`` runs the command and gives what it printed."""

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["qa", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Ran(int(ended.value.code or 0), captured.out, captured.err)

    return run
