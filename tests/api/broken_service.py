"""A service whose every search fails with a bug; run by ``test_command`` as a program of its own."""

import sys
from pathlib import Path

from api import logs
from api.app import create_app
from api.server import address, listen, run
from qa.library import Library
from tests.api.conftest import build
from tests.api.test_problems import Raising
from tests.fakes import MemoryIndex, WordEmbedder

if __name__ == "__main__":
    home = Path(sys.argv[1])
    build(home).close()
    logs.configure(debug=False)
    with listen("127.0.0.1", 0) as listening:
        app = create_app(Library(home, MemoryIndex(), WordEmbedder(), Raising(RuntimeError("a bug"))))
        run(app, listening, lambda: print(address(listening), flush=True))  # noqa: T201 - its only word
