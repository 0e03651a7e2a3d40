"""The command ``qa``: finds the commands, and is the border where every error becomes one readable line."""

import os
import sys
import traceback
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from qa.cli import add, ask, doctor, documents, search
from qa.cli.chat import command as chat
from qa.errors import FootnoteError

PLUGS = "qa.commands"  # entry points of the outer rooms: serve, eval


class Commands(TyperGroup):
    """Our own commands, and those that other rooms plug in; a plug is loaded when it is named or listed."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order of ``qa --help``."""
        return [*super().list_commands(ctx), *sorted(_plugs())]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """One of ours, or the plug of that name."""
        plug = _plugs().get(cmd_name)
        return _plugged(plug) if plug else super().get_command(ctx, cmd_name)


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Ask your own documents; every sentence of an answer names the sentences it rests on.",
)
app.command("add")(add.add)
app.command("list")(documents.list_documents)
app.command("show")(documents.show)
app.command("edit")(documents.edit)
app.command("remove")(documents.remove)
app.command("search")(search.search)
app.command("ask")(ask.ask)
app.command("chat")(chat.chat)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Run a command. Exit codes: 0 done, 1 our error with one line on stderr, 2 wrong usage, 130 interrupted."""
    try:
        app()
    except FootnoteError as error:
        _fail(str(error))
    except KeyboardInterrupt:
        print("Stopped. What was finished is kept; the same command goes on from there.", file=sys.stderr)  # noqa: T201
        sys.exit(130)
    except Exception as error:  # noqa: BLE001 - the outermost border
        _fail(
            f"Something unexpected failed ({type(error).__name__}). Set QA_DEBUG=1 to see where, and please report it."
        )


def _fail(line: str) -> None:
    if os.environ.get("QA_DEBUG", "") not in ("", "0", "false"):
        traceback.print_exc()
    print(f"qa: {line}", file=sys.stderr)  # noqa: T201
    sys.exit(1)


def _plugs() -> dict[str, EntryPoint]:
    return {plug.name: plug for plug in entry_points(group=PLUGS)}


def _plugged(plug: EntryPoint) -> Any:
    """A function or a typer app as a command under its entry point's name."""
    loaded = plug.load()
    if not isinstance(loaded, typer.Typer):
        wrapper = typer.Typer(add_completion=False, rich_markup_mode=None)
        wrapper.command(plug.name)(loaded)
        loaded = wrapper
    command = get_command(loaded)
    command.name = plug.name
    return command


if __name__ == "__main__":
    main()
