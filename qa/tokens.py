"""How many tokens a text has, estimated without a model's own vocabulary, which would have to be downloaded."""

import re

_TOKEN = re.compile(r"[A-Za-z]{1,4}|\d{1,3}|\S")

_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)  # Hangul, kana, Han: up to two tokens a sign


def spans(text: str) -> list[tuple[int, int]]:
    """Character span of each estimated token: at most four letters, as English words are cut, or one sign of any other script.

    For European scripts that is more than a model's own count.
    """
    return [match.span() for match in _TOKEN.finditer(text)]


def count(text: str) -> int:
    """Tokens of a text, rather too many."""
    return len(_TOKEN.findall(text)) + len(_WIDE.findall(text))
