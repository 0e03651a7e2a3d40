"""How much one caller may ask for: so many requests a minute, so many at once. Counted in this process."""

import time
from collections.abc import Callable
from dataclasses import dataclass

MINUTE = 60.0
SOON = 1.0  # seconds after which one of the requests under way may be done


@dataclass(slots=True)
class _Caller:
    tokens: float
    filled: float
    under_way: int = 0


class Limiter:
    """A token bucket a caller: a minute's worth may come at once, and it fills evenly. Only for one thread; 0 is no limit."""

    def __init__(self, rate: int, concurrency: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._concurrency = concurrency
        self._clock = clock
        self._callers: dict[str, _Caller] = {}

    def enter(self, name: str) -> float | None:
        """Let a request in and give None, or give the seconds after which another try may help."""
        now = self._clock()
        caller = self._callers.setdefault(name, _Caller(float(self._rate), now))
        if self._concurrency and caller.under_way >= self._concurrency:
            return SOON
        if self._rate:
            grown = caller.tokens + (now - caller.filled) * self._rate / MINUTE
            caller.tokens, caller.filled = min(float(self._rate), grown), now
            if caller.tokens < 1:
                return (1 - caller.tokens) * MINUTE / self._rate
            caller.tokens -= 1
        caller.under_way += 1
        return None

    def leave(self, name: str) -> None:
        """A request that was let in is done."""
        self._callers[name].under_way -= 1
