"""What was typed in earlier runs, in a file of the library's folder."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from prompt_toolkit.history import FileHistory, History

from qa.errors import FootnoteError

if TYPE_CHECKING:
    from qa.cli.chat.loading import Loading

FILE = "chat_history"


class Recalled(History):
    """A FileHistory whose folder is known once the settings are read. Where it cannot be used, this run alone is remembered.

    To be read in a thread: it waits for the library.
    """

    def __init__(self, loading: "Loading") -> None:
        super().__init__()
        self._loading = loading

    def load_history_strings(self) -> Iterable[str]:
        """The latest first."""
        with suppress(FootnoteError, OSError):
            yield from self._file().load_history_strings()

    def store_string(self, string: str) -> None:
        """Add a line to the file."""
        with suppress(FootnoteError, OSError):
            self._file().store_string(string)

    def _file(self) -> FileHistory:
        return FileHistory(self._loading.awaited().settings.home / FILE)
