"""``qa serve``. Light to import: the terminal loads it to list the commands."""

from typing import Annotated

import typer

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})

Host = Annotated[
    str | None, typer.Option("--host", help="Address to listen on; of this machine only. [default: QA_HOST]")
]
Port = Annotated[
    int | None, typer.Option("--port", min=0, max=65535, help="Port; 0 takes a free one. [default: QA_PORT]")
]


def serve(host: Host = None, port: Port = None) -> None:
    """Answer over HTTP, with a page for the browser."""
    from contextlib import closing

    from api.server import listen
    from qa.settings import load_settings

    settings = load_settings()
    chosen = host or settings.host
    with listen(chosen, settings.port if port is None else port) as listening:
        from api import logs
        from api.app import create_app
        from api.server import address, run
        from qa.assembly import build_library

        logs.configure(debug=settings.debug)
        with closing(build_library(settings)) as library:
            count = len(library.documents())
            words = f"Footnote answers at {address(listening)} from {count} document{'s' * (count != 1)}."
            run(create_app(library, hosts=LOCAL_NAMES | {chosen}), listening, lambda: typer.echo(words))
