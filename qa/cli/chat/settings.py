"""/filter and /model."""

import shlex
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from qa.cli.chat.talk import CommandError
from qa.cli.output import one_line
from qa.errors import FilterError
from qa.types import EVERYTHING, Filters

if TYPE_CHECKING:
    from qa.cli.chat.talk import Talk

KEYS = ("since", "until", "publisher", "collection")


def filters(talk: "Talk", argument: str) -> None:
    """Show, change or drop the filters; a filter that lets nothing through is not taken."""
    if argument == "off":
        talk.filters = EVERYTHING
    elif argument:
        wanted = replace(talk.filters, **_parsed(argument))
        if not talk.library.documents(wanted) and talk.library.counts()[0]:
            raise FilterError(f"No document passes {described(wanted)}.", _known(talk))
        talk.filters = wanted
    passing, total = len(talk.library.documents(talk.filters)), talk.library.counts()[0]
    talk.screen.say(f"{described(talk.filters) or 'no filter'}: {passing} of {total} documents")


def described(wanted: Filters) -> str:
    """The filters as they are typed; empty for none."""
    values = [(field.name, getattr(wanted, field.name)) for field in fields(Filters) if field.name in KEYS]
    return " ".join(f"{name}={shlex.quote(str(value))}" for name, value in values if value)


def model(talk: "Talk", argument: str) -> None:
    """Show or switch the model that writes."""
    from qa.assembly import chat_model

    if argument == "off":
        talk.library.model = None
    elif argument:
        chosen = chat_model(talk.settings, argument)
        if chosen is None:
            raise CommandError(
                "No model's service is configured.", "Set OPENAI_API_KEY or OPENAI_BASE_URL and start again."
            )
        talk.library.model = chosen
    talk.screen.say(written_by(talk))


def written_by(talk: "Talk") -> str:
    """Who writes the answers."""
    chosen = talk.library.model
    return f"model {one_line(chosen.name)}" if chosen else "no model: answers quote the documents"


def _parsed(argument: str) -> dict[str, Any]:
    """``since=2025-08-01 publisher="Harbor Brief"``; an empty value drops that filter."""
    try:
        words = shlex.split(argument)
    except ValueError as error:
        raise CommandError("A quotation mark is not closed.", 'Write publisher="Harbor Brief".') from error
    parsed: dict[str, Any] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if key not in KEYS or not equals:
            raise CommandError(f"/filter does not know {one_line(word)!r}.", f"Write {'=…, '.join(KEYS)}=…, or off.")
        parsed[key] = (_day(value) if key in ("since", "until") else value) if value else None
    return parsed


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise FilterError(f"{one_line(value)!r} is no date.", "Write it as YYYY-MM-DD.") from error


def _known(talk: "Talk") -> str:
    publishers = sorted({document.publisher for document in talk.library.documents() if document.publisher})
    return f"Publishers: {', '.join(publishers[:12])}{' …' if len(publishers) > 12 else ''}."
