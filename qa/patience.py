"""No wait without an end: the pieces of a reply, each within so many seconds."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

SPELL = 0.2  # seconds

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Made(Generic[T]):
    """What the maker's thread hands over: a piece, what it raised, or with neither that it is done."""

    pieces: tuple[T, ...] = ()
    error: BaseException | None = None


def in_time(
    make: Callable[[], Iterator[T]], first: float, gap: float, counts: Callable[[T], bool] = lambda _: True
) -> Iterator[T]:
    """The pieces as they are made. Raises TimeoutError when ``first`` seconds, and later ``gap`` seconds, bring none that counts.

    They are made in a thread of their own. One that is late, or that nobody reads on, is left behind: it ends with its next piece.
    """
    handed: SimpleQueue[_Made[T]] = SimpleQueue()
    unread = threading.Event()
    work = threading.Thread(target=copy_context().run, args=(_hand_over, make, handed, unread), daemon=True)
    work.start()
    deadline = time.monotonic() + first
    try:
        while (made := _next(handed, deadline)).pieces:
            if counts(made.pieces[0]):
                deadline = time.monotonic() + gap
            yield made.pieces[0]
        if made.error is not None:
            raise made.error
    finally:
        unread.set()


def within(seconds: float, call: Callable[[], T]) -> T:
    """What a call gives. Raises TimeoutError when that takes longer; the call is then left behind in its thread."""
    return next(in_time(lambda: iter([call()]), seconds, seconds))


def _next(handed: "SimpleQueue[_Made[T]]", deadline: float) -> _Made[T]:
    """Waits spell by spell: a Ctrl-C that comes in the moment before Python begins to wait is noticed only when the wait is over."""
    while (left := deadline - time.monotonic()) > SPELL:
        with suppress(Empty):
            return handed.get(timeout=SPELL)
    try:
        return handed.get(timeout=max(left, 0.0))
    except Empty:
        raise TimeoutError from None


def _hand_over(make: Callable[[], Iterator[T]], handed: "SimpleQueue[_Made[T]]", unread: threading.Event) -> None:
    try:
        for piece in make():
            if unread.is_set():
                return
            handed.put(_Made((piece,)))
        handed.put(_Made())
    except BaseException as error:  # noqa: BLE001 - raised again where the pieces are read
        handed.put(_Made(error=error))
