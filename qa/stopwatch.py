"""How long each stage of a question took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

STAGES = ("retrieve", "generate", "verify")


@dataclass(slots=True)
class Stopwatch:
    """Runs from its making."""

    _started: float = field(default_factory=time.perf_counter)
    _seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside, failures included."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[name] += time.perf_counter() - begun

    def read(self) -> dict[str, float]:
        """Milliseconds by stage, and since the start under ``total``."""
        seconds = self._seconds | {"total": time.perf_counter() - self._started}
        return {name: round(value * 1000, 1) for name, value in seconds.items()}
