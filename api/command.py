"""``qa serve``. Light to import: the terminal loads it to list the commands."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from socket import socket

    from api.rules import Rules
    from qa.library import Library
    from qa.settings import Settings

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})

Host = Annotated[
    str | None,
    typer.Option("--host", help="Address to listen on; beyond this machine an API key is needed. [default: QA_HOST]"),
]
Port = Annotated[
    int | None, typer.Option("--port", min=0, max=65535, help="Port; 0 takes a free one. [default: QA_PORT]")
]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, max=64, help="Processes that answer. [default: QA_WORKERS]")
]


def serve(host: Host = None, port: Port = None, workers: Workers = None) -> None:
    """Answer over HTTP, with a page for the browser."""
    from contextlib import closing

    from api.keys import Keys
    from api.server import listen
    from qa.settings import load_settings

    settings = load_settings()
    chosen = host or settings.host
    rules = rules_of(settings, chosen)
    with closing(Keys(settings.home)) as keys:
        keyed = bool(rules.given or keys.digests()[0])
    with listen(chosen, settings.port if port is None else port, keyed=keyed) as listening:
        from api import logs
        from api.server import address
        from qa.assembly import build_library

        logs.configure(debug=settings.debug)
        with closing(build_library(settings)) as library:
            count = library.counts()[0]
            words = f"Footnote answers at {address(listening)} from {count} document{'s' * (count != 1)}."
            if (processes := workers or settings.workers) == 1:
                _alone(library, rules, listening, words)
                return
        from api.workers import run

        run(processes, chosen, listening, lambda: typer.echo(words), rules.patience)


def _alone(library: "Library", rules: "Rules", listening: "socket", words: str) -> None:
    from api.app import create_app
    from api.server import run

    run(create_app(library, rules), listening, lambda: typer.echo(words), rules.patience)


def rules_of(settings: "Settings", host: str) -> "Rules":
    """What the settings allow at this address."""
    from api.rules import Rules
    from api.server import is_loopback

    return Rules.of(settings, hosts=LOCAL_NAMES | {host}, beyond=not is_loopback(host))
