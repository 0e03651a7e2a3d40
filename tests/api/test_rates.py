"""How much one caller may ask for."""

from hypothesis import given
from hypothesis import strategies as st

from api.rates import Limiter


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_minutes_worth_may_come_at_once_and_fills_evenly() -> None:
    """And what is told to wait is enough."""
    clock = Clock()
    limiter = Limiter(60, 0, clock)
    assert [limiter.enter("ada") for _ in range(60)] == [None] * 60
    assert limiter.enter("ada") == 1.0
    clock.now = 1.0
    assert limiter.enter("ada") is None
    assert limiter.enter("ada") == 1.0


def test_so_many_at_once() -> None:
    """The next is let in when one has left; callers do not share."""
    limiter = Limiter(0, 2, Clock())
    assert [limiter.enter("ada") for _ in range(3)] == [None, None, 1.0]
    assert limiter.enter("ben") is None
    limiter.leave("ada")
    assert limiter.enter("ada") is None


def test_no_limit() -> None:
    """0 lets everything in."""
    limiter = Limiter(0, 0, Clock())
    assert {limiter.enter("ada") for _ in range(1_000)} == {None}


@given(st.integers(1, 50), st.lists(st.floats(0, 30), max_size=80))
def test_never_more_than_two_minutes_worth_in_a_minute(rate: int, pauses: list[float]) -> None:
    """Whatever the rhythm: a full bucket and what fills it meanwhile is the most, and a told wait is kept."""
    clock, let_in = Clock(), []
    limiter = Limiter(rate, 0, clock)
    for pause in pauses:
        clock.now += pause
        wait = limiter.enter("ada")
        if wait is None:
            let_in.append(clock.now)
        else:
            clock.now += wait + 1e-6
            assert limiter.enter("ada") is None
            let_in.append(clock.now)
    for moment in let_in:
        assert sum(moment - 60 < other <= moment for other in let_in) <= 2 * rate
