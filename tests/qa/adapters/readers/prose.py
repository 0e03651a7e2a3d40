"""Sentences that mean little and can each be found again."""

from functools import cache
from random import Random

_WORDS = (
    "the committee of defense spending program increased percent under review international cooperation report that"
    " finds nuclear submarines and shipyards were approved by both allies despite earlier delays in funding".split()
)


@cache
def sentences(count: int, seed: int = 1) -> tuple[str, ...]:
    """Distinct ones, so that each can be found again."""
    random = Random(seed)
    return tuple(
        " ".join(random.choice(_WORDS) for _ in range(random.randint(8, 18))).capitalize() + f" in case {number}."
        for number in range(count)
    )


def paragraphs(count: int) -> list[str]:
    """Five sentences each."""
    whole = sentences(count * 5)
    return [" ".join(whole[at : at + 5]) for at in range(0, count * 5, 5)]
