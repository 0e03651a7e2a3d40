"""Several processes that answer behind one address. Each opens the library by itself; the parent only watches over them.

What they share is on the disk: the library, whose writers take turns; jobs, which one of them works on at a time; keys and
conversations. What each counts for itself: the limits of a key, so that a key may have as many times its limit as there are workers.
"""

import os
import socket
import tempfile
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from api import logs, metrics
from api.app import create_app
from api.server import configured
from qa.assembly import build_library
from qa.settings import load_settings

HOST = "QA_HOST"  # by which a worker learns what the parent listens on
START_SECONDS = 120.0


def application() -> FastAPI:
    """The app of one worker; the settings are those of the parent."""
    from api.command import rules_of

    settings = load_settings()
    logs.configure(debug=settings.debug)
    return create_app(build_library(settings), rules_of(settings, settings.host))


def run(count: int, host: str, listening: socket.socket, announce: Callable[[], None], patience: float) -> None:
    """Serve with so many workers until the process is told to stop; a worker that dies is replaced."""
    os.environ[HOST] = host
    with tempfile.TemporaryDirectory(prefix="footnote-metrics-") as folder:
        os.environ[metrics.FOLDER] = folder
        config = configured("api.workers:application", patience, count)
        _Supervisor(config, [listening], announce).run()


class _Supervisor(Multiprocess):
    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket], announce: Callable[[], None]) -> None:
        super().__init__(config, sockets)
        self._announce = announce

    def init_processes(self) -> None:
        """Start them, and say so when the first answers."""
        super().init_processes()
        if self.processes[0].wait_until_ready(START_SECONDS, self.should_exit):
            self._announce()
