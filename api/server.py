"""The server: an address taken before anything is loaded, and a word when it answers."""

import errno
import ipaddress
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from qa.errors import ServiceError

SPARE_SECONDS = 5  # for what an answer that is under way at the end does beside waiting for its model


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def listen(host: str, port: int, *, keyed: bool = False) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises ServiceError when the address cannot be had.

    ``keyed``: there are API keys, without which nobody but this machine may reach the service.
    """
    if not (keyed or is_loopback(host)):
        raise ServiceError(
            f"Footnote cannot listen on {host}: binding beyond this machine needs an API key.",
            "Make one with `qa keys add NAME`, or use 127.0.0.1.",
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message, remedy = (
                f"Port {port} on {host} is in use.",
                "Stop the other program or choose another with --port.",
            )
        else:
            message, remedy = f"Port {port} on {host} cannot be used ({error.strerror}).", "Choose another with --port."
        raise ServiceError(message, remedy) from error


def address(listening: socket.socket) -> str:
    """Where a browser finds it."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def run(app: FastAPI, listening: socket.socket, announce: Callable[[], None], patience: float = 60.0) -> None:
    """Serve until the process is told to stop; answers under way are finished first, for as long as a model may take."""
    with suppress(KeyboardInterrupt):  # the usual way to stop it
        _Server(configured(app, patience), announce).run(sockets=[listening])


def configured(app: FastAPI | str, patience: float, workers: int = 1) -> uvicorn.Config:
    """How the server runs an app, or what makes one in each worker."""
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        workers=workers,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        timeout_graceful_shutdown=round(patience) + SPARE_SECONDS,
    )


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so only then."""
        await super().startup(sockets)
        self._announce()
