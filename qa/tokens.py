"""How many tokens a text has, estimated without a model's own vocabulary, which would have to be downloaded."""

import re

_TOKEN = re.compile(r"[A-Za-z]{1,4}|\d{1,3}|\S")


def spans(text: str) -> list[tuple[int, int]]:
    """Character span of each estimated token: at most four letters, as English words are cut, or one sign of any other script.

    That is a little more than a model's own count.
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def count(text: str) -> int:
    """Tokens of a text."""
    return sum(1 for _ in _TOKEN.finditer(text))
