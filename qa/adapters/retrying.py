"""How long, and how often, a model's service is asked."""

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception

from qa.errors import ModelBusy, ModelError, ModelTimeout
from qa.patience import in_time, within
from qa.ports import Completion

ATTEMPTS = 4
FIRST_WAIT = 1.0  # seconds; doubled each time unless the service names its own
LEAST = 0.1  # seconds an attempt is given

T = TypeVar("T")


class Patience:
    """So many seconds for a reply, all attempts together; for a streamed one also between any two words of it.

    ``service`` names in errors what kept silent; ``clock`` and ``sleep`` can be replaced in tests.
    """

    def __init__(
        self,
        seconds: float,
        service: str = "The model's service",
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._seconds = seconds
        self._service = service
        self._clock = clock
        self._sleep = sleep

    def call(self, attempt: Callable[[float], T]) -> T:
        """Try until it works, a retry cannot help, or the time is up. ``attempt`` is told the seconds left. Raises ModelError."""
        return self._retried(lambda left: self._timely(lambda: within(left, lambda: attempt(left))))

    def stream(self, begin: Callable[[float], Iterator[str | Completion]]) -> Iterator[str | Completion]:
        """Pieces as they come, empty ones left out. Only the start is retried: a reader has seen what came after. Raises ModelError.

        ``begin`` had better give an empty piece while it has nothing to show: only between pieces can it be stopped.
        """

        def started(left: float) -> tuple[str | Completion, Iterator[str | Completion]]:
            pieces = in_time(lambda: begin(left), left, self._seconds, _is_word)
            return self._timely(lambda: _next(pieces)), pieces

        piece, rest = self._retried(started)
        while not isinstance(piece, Completion):
            yield piece
            piece = self._timely(lambda: _next(rest))
        yield piece

    def _timely(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except TimeoutError as error:
            raise ModelTimeout(
                f"{self._service} sent no word within {self._seconds:g} seconds.", "Raise QA_TIMEOUT."
            ) from error

    def _retried(self, attempt: Callable[[float], T]) -> T:
        deadline = self._clock() + self._seconds

        def out_of_time(state: RetryCallState) -> bool:
            return state.attempt_number >= ATTEMPTS or self._clock() + _wait(state) >= deadline

        retrying = Retrying(
            stop=out_of_time,
            wait=_wait,
            retry=retry_if_exception(lambda error: isinstance(error, ModelError) and error.retryable),
            sleep=self._sleep,
            reraise=True,
        )
        return retrying(lambda: attempt(max(deadline - self._clock(), LEAST)))


def _next(pieces: Iterator[str | Completion]) -> str | Completion:
    return next(piece for piece in pieces if piece)


def _is_word(piece: str | Completion) -> bool:
    """White space tells a reader nothing."""
    return isinstance(piece, Completion) or bool(piece.strip())


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    wished = error.retry_after if isinstance(error, ModelBusy) else None
    return wished if wished is not None else FIRST_WAIT * 2.0 ** (state.attempt_number - 1)
