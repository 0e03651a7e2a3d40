"""The command ``qa``: finds the commands, and is the border where every error becomes one readable line."""

import os
import pkgutil
import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from qa.errors import FootnoteError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

OURS = {
    "add": "qa.cli.add:add",
    "list": "qa.cli.documents:list_documents",
    "show": "qa.cli.documents:show",
    "edit": "qa.cli.documents:edit",
    "remove": "qa.cli.documents:remove",
    "search": "qa.cli.search:search",
    "ask": "qa.cli.ask:ask",
    "chat": "qa.cli.chat.command:chat",
    "doctor": "qa.cli.doctor:doctor",
}
PLUGS = "qa.commands"  # entry points of the outer rooms: serve, eval


class Commands(TyperGroup):
    """Our own commands, and those that other rooms plug in; each is imported and built when it is named or listed."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        """Names in the order of ``qa --help``."""
        return [*OURS, *sorted(_plugs())]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """One of ours, or the plug of that name. Fails as wrong usage when there is none."""
        if cmd_name in OURS:
            return _built(cmd_name, pkgutil.resolve_name(OURS[cmd_name]))
        plugs = _plugs()
        if cmd_name in plugs:
            return _built(cmd_name, plugs[cmd_name].load())
        near = get_close_matches(cmd_name, self.list_commands(ctx), 1)
        return ctx.fail(f"No such command {cmd_name!r}.{f' Did you mean {near[0]!r}?' if near else ''}")


app = Commands(
    name="qa",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Ask your own documents; every sentence of an answer names the sentences it rests on.",
)


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
        import traceback

        traceback.print_exc()
    print(f"qa: {line}", file=sys.stderr)  # noqa: T201
    sys.exit(1)


def _plugs() -> "dict[str, EntryPoint]":
    from importlib.metadata import entry_points

    return {plug.name: plug for plug in entry_points(group=PLUGS)}


def _built(name: str, loaded: Any) -> Any:
    """A function or a typer app as the command of that name."""
    if not isinstance(loaded, typer.Typer):
        wrapper = typer.Typer(add_completion=False, rich_markup_mode=None)
        wrapper.command(name)(loaded)
        loaded = wrapper
    command = get_command(loaded)
    command.name = name
    return command


if __name__ == "__main__":
    main()
