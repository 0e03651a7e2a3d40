"""Does a text state a fact? By words alone: a fact is a list of ways to write it."""

import re
from collections.abc import Sequence
from pathlib import PurePath

_TYPEWRITTEN = str.maketrans("’‘“”–—", "''\"\"--")


def states(text: str, fact: Sequence[str]) -> bool:
    """Whether the text holds one of the fact's wordings, whole: ``5%`` is not in ``3.5%``."""
    folded = fold(text)
    return any(re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(fold(wording))}(?!\w)(?![.,]\d)", folded) for wording in fact)


def fold(text: str) -> str:
    """Case, white space, quotation marks and dashes made alike."""
    return " ".join(text.casefold().translate(_TYPEWRITTEN).split())


def holds(text: str, quote: str) -> bool:
    """Whether the text holds the quote; a bullet or a line break makes no difference."""
    return fold(quote) in fold(text)


def is_named(source: str, title: str, name: str) -> bool:
    """Whether a document goes by this name: its source's path ends in it, or it is its title."""
    parts = PurePath(name).parts
    return title == name or PurePath(source).parts[-len(parts) :] == parts
