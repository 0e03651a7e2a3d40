"""``qa chat`` in a terminal of a given size: keys go in, a screen of text comes out. Waits by reading, never by the clock."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

PATIENCE = 60  # seconds a test waits for what it expects before it fails
CURSOR_WANTED = b"\x1b[6n"
CTRL_C, CTRL_D, CTRL_R = "\x03", "\x04", "\x12"


class Terminal:
    """A running chat. Lines that were wrapped are read as one."""

    def __init__(self, home: Path, *arguments: str, columns: int = 80, **environment: str) -> None:
        ours = ("QA_", "OPENAI_", "DISPLAY", "WAYLAND_", "NO_COLOR", "PAGER", "COLUMNS", "LINES")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
        env = {**kept, "QA_HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8", **environment}
        rows = 30
        self._screen = pyte.HistoryScreen(columns, rows, history=5_000)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""  # every byte it wrote
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "qa.cli.main", "chat", *arguments],
            env=env,
            cwd=str(home.parent),
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)

    @property
    def lines(self) -> list[str]:
        """Everything on the screen and scrolled off it."""
        gone = ["".join(line[x].data for x in range(self._screen.columns)) for line in self._screen.history.top]
        return [line.rstrip() for line in (*gone, *self._screen.display)]

    @property
    def text(self) -> str:
        """The same as one line."""
        return " ".join(" ".join(self.lines).split())

    def say(self, line: str) -> None:
        """Type a line, and wait until it is answered."""
        self.type(line)
        self.press("\r")
        self.ready()

    def type(self, line: str) -> None:
        """Type, and wait until it can be seen."""
        self.ready()
        self._child.send(line)
        wanted = "".join(line.split())
        self._until(lambda: "".join(self._typed.split()) == f">{wanted}", f"the typed {line!r}")

    def press(self, keys: str) -> None:
        """Keys that show nothing of themselves."""
        self._child.send(keys)

    def ready(self) -> None:
        """Wait for an empty prompt."""
        self._until(lambda: self._current == ">" and self._screen.cursor.x == 2, "a prompt")

    def expect(self, text: str) -> None:
        """Wait until it can be seen."""
        self._until(lambda: text in self.text, repr(text))

    def ended(self) -> int:
        """Wait for the end; the exit code."""
        self._child.expect(pexpect.EOF)
        self._stream.feed(self._child.before or b"")
        self._child.wait()
        return int(self._child.exitstatus or 0)

    @property
    def _typed(self) -> str:
        """From the last prompt to the cursor."""
        rows = [str(row) for row in self._screen.display[: self._screen.cursor.y + 1]]
        first = max((number for number, row in enumerate(rows) if row.startswith("> ")), default=0)
        return "".join(rows[first:])

    @property
    def _current(self) -> str:
        return str(self._screen.display[self._screen.cursor.y]).rstrip()

    def _until(self, seen: Callable[[], bool], what: str) -> None:
        while not seen():
            try:
                output = self._child.read_nonblocking(65_536, PATIENCE)
            except (pexpect.TIMEOUT, pexpect.EOF) as error:
                raise AssertionError(f"{what} never came; the screen:\n" + "\n".join(self.lines)) from error
            self._stream.feed(output)
            self.raw += output
            if CURSOR_WANTED in output:
                self._child.send(f"\x1b[{self._screen.cursor.y + 1};{self._screen.cursor.x + 1}R")
