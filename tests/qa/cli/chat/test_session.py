"""The page on the chat shows what the chat does."""

from qa.cli.chat.commands import COMMANDS
from tests.qa.cli.chat.session import BLOCK, DOC, played


def test_the_page_shows_what_is_played_now() -> None:
    """Who changes the chat runs `make chat-doc` and reads what has become of it."""
    shown = BLOCK.findall(DOC.read_text())
    assert shown == [f"```text\n{played()}\n```\n"]


def test_the_page_names_every_command() -> None:
    """Each in its table."""
    table = DOC.read_text().partition("## What can be typed")[2]
    assert [name for name in COMMANDS if f"`{name}" not in table] == []
