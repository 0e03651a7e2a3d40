"""A service over a small library and fakes of the models, for ``make schema``: a program of its own, ended by whoever started it."""

import sys
from pathlib import Path

from api import logs
from api.app import create_app
from api.server import address, listen, run
from tests.api.conftest import build

if __name__ == "__main__":
    logs.configure(debug=False)
    with listen("127.0.0.1", int(sys.argv[2])) as listening:
        run(create_app(build(Path(sys.argv[1]))), listening, lambda: print(address(listening), flush=True))  # noqa: T201
