"""Typing at the prompt: lines, completion, leaving; nothing of it needs a model."""

from pathlib import Path

import pytest

from tests.qa.cli.chat.terminal import CTRL_C, CTRL_D, Terminal
from tests.qa.cli.conftest import Run

ALT_ENTER = "\x1b\r"


def test_lines_are_edited_and_completed(qa: Run, home: Path, documents: Path) -> None:
    """Several lines, commands, titles and publishers by Tab; Ctrl-C empties the line; an empty Ctrl-D leaves."""
    assert qa("add", documents).code == 0
    with Terminal(home, "--extractive", columns=40) as chat:
        chat.expect("3 documents · no model")
        chat.type("/fi")
        chat.expect("which doc")  # the menu opens by itself
        chat.press(CTRL_C)
        chat.type("/doc")
        chat.press("\t")
        chat.expect("> /docs")
        chat.press("bridge\r")
        chat.expect("- Report on the bridge")
        chat.type('/filter publisher="Ti')
        chat.press("\t")
        chat.expect('publisher="Tide Review"')
        chat.press(CTRL_C)
        chat.type("What does the crit")
        chat.press("\t")
        chat.expect("> What does the The critics")
        chat.press(CTRL_C)
        chat.type("/docs \\")
        chat.press("\r")
        chat.press("tide" + ALT_ENTER + "review")
        chat.expect("review")
        chat.press("\r")
        chat.expect("No document has “tide review” in its title.")
        chat.ready()
        chat.press(CTRL_D)
        assert chat.ended() == 0


def test_an_empty_library_offers_the_sample(home: Path) -> None:
    """Above the prompt, once it is open."""
    with Terminal(home, columns=40) as chat:
        chat.expect("The library is empty. /add PATH adds a file or a folder.")
        chat.expect("/sample adds 26 short briefings")
        chat.ready()
        chat.press(CTRL_D)
        assert chat.ended() == 0


def test_leaving_at_once_does_not_wait(home: Path) -> None:
    """While everything is still loading."""
    with Terminal(home) as chat:
        chat.ready()
        chat.press(CTRL_D)
        assert chat.ended() == 0
        assert "Traceback" not in chat.text


@pytest.mark.parametrize("setting", ["NO_COLOR", "TERM"])
def test_colours_are_optional(home: Path, setting: str) -> None:
    """With NO_COLOR no colour is set; a dumb terminal gets lines and no escapes at all."""
    dumb = setting == "TERM"
    with Terminal(home, TERM="dumb") if dumb else Terminal(home, NO_COLOR="1") as chat:
        if dumb:
            chat.expect("The library is empty.")
        else:
            chat.expect("0 documents")
        chat.say("/resume 1")
        chat.expect("There is no conversation 1 in the list.")
        chat.press(CTRL_D)
        assert chat.ended() == 0
        assert b"\x1b[3" not in chat.raw
        assert not dumb or b"\x1b" not in chat.raw
