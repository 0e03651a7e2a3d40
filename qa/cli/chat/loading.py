"""The heavy parts, loaded in a thread while the first question is typed."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.conversations import Conversations
    from qa.library import Library
    from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Opened:
    """What a conversation stands on."""

    library: "Library"
    conversations: "Conversations"
    settings: "Settings"

    def close(self) -> None:
        """Release the files."""
        self.library.close()
        self.conversations.close()


class Loading:
    """Opens the library, then warms the models up. What fails there is raised where it is waited for."""

    def __init__(self, opener: Callable[[], Opened], warmer: Callable[[Opened], None]) -> None:
        self._opener = opener
        self._warmer = warmer
        self._opened: Future[Opened] = Future()
        self._warm: Future[None] = Future()
        self._lock = threading.Lock()
        self._begun = False

    @classmethod
    def of_settings(cls, *, extractive: bool) -> "Loading":
        """The library that the settings describe."""

        def warmed(opened: Opened) -> None:
            from qa.assembly import warm_up

            warm_up(opened.library, opened.settings)

        return cls(lambda: _open(extractive=extractive), warmed)

    def begin(self, then: Callable[[], None] = lambda: None) -> None:
        """Start the thread, once; ``then`` is called in it when the library is open, or could not be opened."""
        with self._lock:
            if self._begun:
                return
            self._begun = True
        # A daemon: whoever leaves does not wait for models.
        threading.Thread(target=self._run, args=[then], name="loading", daemon=True).start()

    @property
    def done(self) -> Opened | None:
        """The library, if it is open by now."""
        ended = self._opened.done() and self._opened.exception() is None
        return self._opened.result() if ended else None

    def opened(self) -> Opened:
        """Wait for the library. Raises FootnoteError."""
        self.begin()
        return self.awaited()

    def awaited(self) -> Opened:
        """The same for those who must not be the ones to begin."""
        return self._opened.result()

    def warmed(self) -> Opened:
        """Wait for the models too. Raises FootnoteError."""
        opened = self.opened()
        self._warm.result()
        return opened

    def _run(self, then: Callable[[], None]) -> None:
        try:
            self._opened.set_result(self._opener())
        except BaseException as error:  # noqa: BLE001 - the thread's border: raised again where the result is waited for
            self._opened.set_exception(error)
            then()
            return
        then()
        try:
            self._warm.set_result(self._warmer(self._opened.result()))
        except BaseException as error:  # noqa: BLE001 - as above
            self._warm.set_exception(error)


def _open(*, extractive: bool) -> Opened:
    from qa.assembly import build_library
    from qa.conversations import Conversations
    from qa.settings import load_settings

    settings = load_settings()
    return Opened(build_library(settings, extractive=extractive), Conversations(settings.home), settings)
