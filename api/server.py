"""The server: an address of this machine, taken before anything is loaded, and a word when it answers."""

import errno
import ipaddress
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from qa.errors import ServiceError

GRACE_SECONDS = 5  # what is under way at the end may take


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises ServiceError when the address cannot be had."""
    if not is_loopback(host):
        raise ServiceError(
            f"Footnote cannot listen on {host}: binding beyond this machine needs API keys, which this version does not have.",
            "Use 127.0.0.1.",
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


def run(app: FastAPI, listening: socket.socket, announce: Callable[[], None]) -> None:
    """Serve until the process is told to stop; what is under way is finished first."""
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=GRACE_SECONDS
    )
    with suppress(KeyboardInterrupt):  # the usual way to stop it
        _Server(config, announce).run(sockets=[listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so only then."""
        await super().startup(sockets)
        self._announce()
