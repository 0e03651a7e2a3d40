"""No wait without an end."""

import threading
from collections.abc import Iterator

import pytest

from qa.patience import in_time, within

LONG, SHORT = 60.0, 0.05  # seconds


@pytest.fixture
def stuck() -> Iterator[threading.Event]:
    """What a maker waits for until its test is over."""
    event = threading.Event()
    yield event
    event.set()


def test_pieces_come_in_order_and_end() -> None:
    """All of them, and a maker's own error after them."""

    def make() -> Iterator[int]:
        yield from (1, 2)
        raise KeyError("three")

    pieces = in_time(make, LONG, LONG)
    assert [next(pieces), next(pieces)] == [1, 2]
    with pytest.raises(KeyError, match="three"):
        next(pieces)
    assert list(in_time(lambda: iter(()), LONG, LONG)) == []


def test_the_first_piece_and_every_gap_have_an_end(stuck: threading.Event) -> None:
    """Whichever comes too late; pieces that do not count buy no time."""

    def make(*pieces: str) -> Iterator[str]:
        yield from pieces
        stuck.wait()

    with pytest.raises(TimeoutError):
        next(in_time(make, SHORT, LONG))
    late = in_time(lambda: make("word"), LONG, SHORT)
    assert next(late) == "word"
    with pytest.raises(TimeoutError):
        next(late)
    with pytest.raises(TimeoutError):
        list(in_time(lambda: make(" ", "\n"), SHORT, LONG, lambda piece: bool(piece.strip())))


def test_a_reader_who_leaves_stops_the_maker() -> None:
    """At the next piece: what nobody reads is not paid for."""
    made, go_on, stopped = list[int](), threading.Event(), threading.Event()

    def make() -> Iterator[int]:
        try:
            for number in range(1_000):
                made.append(number)
                yield number
                assert go_on.wait(LONG)
        finally:
            stopped.set()

    pieces = in_time(make, LONG, LONG)
    assert next(pieces) == 0
    pieces.close()  # type: ignore[attr-defined]
    go_on.set()
    assert stopped.wait(LONG)
    assert len(made) == 2


def test_a_call_within_its_time_gives_its_result(stuck: threading.Event) -> None:
    """Or raises its error, or is left behind."""
    assert within(LONG, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        within(LONG, lambda: 1 // 0)
    with pytest.raises(TimeoutError):
        within(SHORT, stuck.wait)
