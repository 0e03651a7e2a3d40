"""Whether questions can be answered now: the store, the embedding model, and the chat model if there is one."""

import threading
import time
from collections.abc import Callable

from qa.library import Library

TRUSTED_SECONDS = 30.0  # for so long models that answered are not asked again; a failure is looked at anew each time


class Readiness:
    """Asks every part for a sign of life."""

    def __init__(self, library: Library, clock: Callable[[], float] = time.monotonic) -> None:
        self._library = library
        self._clock = clock
        self._answered: float | None = None
        self._lock = threading.Lock()  # many probes at once ask the models once

    def check(self) -> tuple[int, int]:
        """How many documents and passages can be read. Raises StoreError and ModelError."""
        counts = self._library.counts()
        with self._lock:
            now = self._clock()
            if self._answered is None or now - self._answered > TRUSTED_SECONDS:
                self._library.search("Is anybody there?", 1)
                if self._library.model is not None:
                    self._library.model.check()
                self._answered = now
        return counts
