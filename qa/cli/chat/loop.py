"""Read a line, answer it, read the next: until there are no more."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from qa.cli.chat.asking import ask
from qa.cli.chat.commands import Leave, run
from qa.errors import FootnoteError

if TYPE_CHECKING:
    from qa.cli.chat.talk import Talk

STOPPED = "Stopped. Nothing of it is kept."


class Loop:
    """``failed``: a line met an error of ours, which matters where nobody watches."""

    def __init__(self, talk: "Talk", *, resume: bool = False) -> None:
        self.failed = False
        self._talk = talk
        self._resume = resume

    def begin(self) -> Iterator[str]:
        """What a person is told once the library is open: where to go on, or how to begin."""
        from qa.cli.chat.welcome import welcome

        try:
            yield from welcome(self._talk, resume=self._resume)
        except FootnoteError as error:
            self.failed = True
            yield str(error)

    def run(self, lines: Iterable[str]) -> None:
        """Questions and commands, each to its end, whatever happens to one of them."""
        if self._talk.screen.plain:
            for line in self.begin():
                self._talk.screen.say(line)
        for line in lines:
            if not line.strip():
                continue
            try:
                self._answer(line.strip())
            except Leave:
                return
            except FootnoteError as error:
                self.failed = True
                self._talk.screen.say(str(error), "red")
            except KeyboardInterrupt:
                self._talk.screen.say(STOPPED, "yellow")
            self._talk.screen.blank()

    def _answer(self, line: str) -> None:
        if line.startswith("/"):
            run(self._talk, line)
        else:
            ask(self._talk, line)
