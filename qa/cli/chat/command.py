"""``qa chat``: what the command takes, and whether it talks to a person at a terminal or to a pipe."""

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import Annotated

import typer

from qa.cli.options import Collection, Publisher, Since, Until, filters

WELCOME = "Footnote answers from your documents. /help lists the commands, Ctrl-D leaves."


def chat(
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the last conversation.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="No colours, no line editing: lines in, lines out.")] = False,
    collection: Collection = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    extractive: Annotated[bool, typer.Option("--extractive", help="Quote the documents; ask no model.")] = False,
) -> None:
    """A conversation: questions, follow-ups, commands; kept, and resumed with --resume."""
    from qa.cli.chat.loading import Loading
    from qa.cli.chat.loop import Loop
    from qa.cli.chat.talk import Talk

    terminal = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    chosen = filters(collection, since, until, publisher)
    talk = Talk(Loading.of_settings(extractive=extractive), chosen, plain=plain or not terminal)
    loop = Loop(talk, resume=resume)
    try:
        if plain or not terminal:
            loop.run(_lines())
        else:
            from qa.cli.chat.prompt import Prompt

            sys.stdout.write(f"{textwrap.fill(WELCOME, shutil.get_terminal_size().columns)}\n")
            loop.run(Prompt(talk, loop.begin).lines())
    finally:
        talk.close()
    if loop.failed and not sys.stdin.isatty():
        raise typer.Exit(1)


def _lines() -> Iterator[str]:
    """What a pipe brings, or what is typed after a plain ``>``; a line that ends in a backslash goes on in the next."""
    held: list[str] = []
    while line := _read("… " if held else "> "):
        body = line.rstrip("\n")
        held.append(body.removesuffix("\\"))
        if not body.endswith("\\"):
            yield "\n".join(held)
            held = []
    if held:
        yield "\n".join(held)


def _read(mark: str) -> str:
    """A line with its end; empty when there are no more."""
    if sys.stdin.isatty():
        sys.stdout.write(mark)
        sys.stdout.flush()
    try:
        return sys.stdin.readline()
    except UnicodeDecodeError as error:
        from qa.errors import QuestionError

        raise QuestionError("The question is not UTF-8 text.", "Convert it first.") from error
