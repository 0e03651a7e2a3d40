"""``qa keys``: who may use the service from elsewhere. Light to import: the terminal loads it to list the commands."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.options import Json
from qa.cli.output import print_json

if TYPE_CHECKING:
    from api.keys import Keys

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="API keys of the HTTP service: add, list, revoke.",
)
Name = Annotated[str, typer.Argument(help="Whose key it is; it stands in the log.", show_default=False)]


@app.command()
def add(name: Name, json: Json = False) -> None:
    """Make a key and print it. It is shown this once; only a digest is kept."""
    with _keys() as keys:
        key = keys.add(name)
    if json:
        print_json({"name": name, "key": key})
        return
    typer.echo(key)
    typer.echo("Send it as `Authorization: Bearer …`. It is not shown again.", err=True)


@app.command("list")
def list_keys(json: Json = False) -> None:
    """The named keys; not what they are."""
    with _keys() as keys:
        found = keys.all()
    if json:
        print_json({"keys": found})
        return
    for key in found:
        state = f"revoked {key.revoked_at}" if key.revoked_at else "open"
        typer.echo(f"{key.name:<24} made {key.created_at}  {state}")
    if not found:
        typer.echo("No keys. Make one with `qa keys add NAME`.", err=True)


@app.command()
def revoke(name: Name) -> None:
    """Let a key open nothing any more, at once and for good."""
    with _keys() as keys:
        keys.revoke(name)
    typer.echo(f"The key of {name} is revoked.", err=True)


@contextmanager
def _keys() -> Iterator["Keys"]:
    from contextlib import closing

    from api.keys import Keys
    from qa.settings import load_settings

    with closing(Keys(load_settings().home)) as keys:
        yield keys
