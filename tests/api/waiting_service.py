"""A service whose model says what is written into a pipe, when it is; run by ``test_command`` as a program of its own."""

import sys
from collections.abc import Sequence
from pathlib import Path

from api import logs
from api.app import create_app
from api.server import address, listen, run
from qa.ports import ChatMessage, Completion
from tests.api.conftest import build
from tests.fakes import QueuedModel


class Piped(QueuedModel):
    """A ``ChatModel`` at the other end of a pipe."""

    def __init__(self, pipe: Path) -> None:
        super().__init__()
        self._pipe = pipe

    def complete(self, messages: Sequence[ChatMessage]) -> Completion:
        return Completion(self._pipe.read_text())


if __name__ == "__main__":
    logs.configure(debug=False)
    with listen("127.0.0.1", 0) as listening:
        app = create_app(build(Path(sys.argv[1]), Piped(Path(sys.argv[2]))))
        run(app, listening, lambda: print(address(listening), flush=True))  # noqa: T201 - its only word
