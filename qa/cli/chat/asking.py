"""One question on the screen: how it was understood, the draft while it is written, the checked answer."""

import re
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from qa.cli.output import one_line
from qa.events import Answered, Delta, Event, Found, Rewritten
from qa.types import Answer

if TYPE_CHECKING:
    from rich.console import RenderableType

    from qa.cli.chat.screen import Screen
    from qa.cli.chat.talk import Talk

_UNFINISHED = re.compile(r"\s*\[[^\]]{0,40}$")


def ask(talk: "Talk", asked: str) -> None:
    """Ask, and show. Ctrl-C ends it, and nothing is kept. Raises FootnoteError."""
    with closing(talk.converse(asked)) as events:
        answer = _read(talk.screen, events) if talk.screen.plain else _watched(talk.screen, events)
    talk.screen.answer(answer)


def _read(screen: "Screen", events: Iterable[Event]) -> Answer:
    """Nothing moves; only how the question was understood is told."""
    answer = None
    for event in events:
        if isinstance(event, Rewritten):
            _understood(screen, event)
        answer = event.answer if isinstance(event, Answered) else answer
    assert answer is not None, "a question ends with Answered"
    return answer


def _watched(screen: "Screen", events: Iterable[Event]) -> Answer:
    """The draft is shown while it is written; it gives way to the checked answer."""
    from rich.live import Live

    answer, draft = None, ""
    with Live(_dim("Searching …"), console=screen.out, transient=True, refresh_per_second=12) as live:
        for event in events:
            if isinstance(event, Rewritten):
                _understood(screen, event)
            elif isinstance(event, Found):
                live.update(_dim("Reading …"))
            elif isinstance(event, Delta):
                draft += event.text
                live.update(_dim(readable(draft)))
            elif isinstance(event, Answered):
                answer = event.answer
    assert answer is not None, "a question ends with Answered"
    return answer


def readable(draft: str) -> str:
    """A draft without the ids in it, which are not yet checked, and without a refusal's keyword."""
    from qa.drafts import MARKER
    from qa.prompts import NOT_FOUND

    text = one_line(_UNFINISHED.sub("", MARKER.sub("", draft)))
    return "" if text and NOT_FOUND.startswith(text) else text.replace(NOT_FOUND, "").strip()


def _understood(screen: "Screen", event: Rewritten) -> None:
    screen.say(f"understood as: {event.question}", "dim")


def _dim(text: str) -> "RenderableType":
    from rich.text import Text

    return Text(text, style="dim")
