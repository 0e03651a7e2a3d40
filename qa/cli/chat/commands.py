"""The commands of a conversation: what each is called, what it takes, and what it does."""

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.cli.chat import answers, documents, keeping, settings
from qa.cli.chat.talk import CommandError

if TYPE_CHECKING:
    from qa.cli.chat.talk import Talk


class Leave(Exception):
    """The person wants to go."""


@dataclass(frozen=True, slots=True)
class Command:
    """``run`` gets what stands behind the name, stripped; ``takes`` shows its form, ``does`` is one line."""

    run: "Callable[[Talk, str], None]"
    takes: str
    does: str


def run(talk: "Talk", line: str) -> None:
    """Do what a line beginning with / says. Raises FootnoteError, and Leave."""
    name, _, argument = line.partition(" ")
    command = COMMANDS.get(name)
    if command is None:
        near = difflib.get_close_matches(name, COMMANDS, 1)
        raise CommandError(f"There is no command {name}.", f"Did you mean {near[0]}?" if near else "/help lists them.")
    if argument.strip() and not command.takes:
        raise CommandError(f"{name} takes nothing.", f"Type {name} alone.")
    command.run(talk, argument.strip())


def _help(talk: "Talk", _: str) -> None:
    for name, command in COMMANDS.items():
        talk.screen.say(f"{name} {command.takes}".strip(), "bold")
        talk.screen.item(" ", command.does)
    talk.screen.say(
        "Alt-Enter, or a backslash at the end of a line, begins a new line. Ctrl-R searches what was typed before."
    )
    talk.screen.say("Ctrl-C stops an answer. Ctrl-D leaves.")


def _quit(_: "Talk", __: str) -> None:
    raise Leave


COMMANDS = {
    "/sources": Command(answers.sources, "[N]", "the sentence of note N in its context; without N, all notes"),
    "/open": Command(answers.open_source, "N", "the source of note N in your program or pager"),
    "/why": Command(answers.why, "", "how the last answer was found and checked, and what it cost"),
    "/retry": Command(answers.retry, "", "the last question once more"),
    "/filter": Command(settings.filters, "[since=… until=… publisher=… | off]", "which documents may answer"),
    "/model": Command(settings.model, "[NAME | off]", "which model writes; off quotes the documents"),
    "/docs": Command(documents.docs, "[WORD]", "the documents that may answer"),
    "/add": Command(documents.add, "PATH", "add or update a file or a folder"),
    "/sample": Command(documents.sample, "", "add the sample documents"),
    "/export": Command(keeping.export, "FILE.md", "write this conversation down as Markdown"),
    "/new": Command(keeping.new, "", "begin a new conversation"),
    "/resume": Command(keeping.resume, "[N]", "go on with an earlier conversation; without N, list them"),
    "/help": Command(_help, "", "this list"),
    "/quit": Command(_quit, "", "leave"),
}
