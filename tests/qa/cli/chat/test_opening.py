"""A source in the person's own program."""

import os
import sys
from pathlib import Path

import pytest

from tests.qa.cli.chat.conftest import SPENDING, Chat


def test_a_source_that_nothing_can_open_is_named(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a desktop and without a terminal for a pager."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    out = chat(SPENDING, "/open 1").out
    assert "There is no desktop and no pager to open it with. It is " in out
    assert "budget.md" in out


def test_a_desktop_opens_the_file(chat: Chat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the program it opens files with; where the file is gone, its address on the web, if it has one."""
    told = tmp_path / "told"
    os.mkfifo(told)
    (tmp_path / "xdg-open").write_text(f'#!/bin/sh\necho "$1" > {told}\n')
    (tmp_path / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(sys, "platform", "linux")
    source = tmp_path / "documents" / "budget.md"
    assert f"opened {source}" in chat(SPENDING, "/open 1").out
    assert told.read_text() == f"{source}\n"  # waits for the program
    source.unlink()
    assert "It is " in chat(SPENDING, "/open 1").out
