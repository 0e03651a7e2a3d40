"""What a model means by its reply, and what of it a reader may see while it comes."""

import re

from qa.errors import ModelGarbled
from qa.prompts import NOT_FOUND

LONGEST = 6_000  # characters of an answer that was asked to have four short sentences; more is a parrot or has no end

_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def meant(reply: str) -> str:
    """The reply as text. Raises ModelGarbled when it is far longer than any answer."""
    if len(reply) > LONGEST:
        raise ModelGarbled("The model's reply is far longer than an answer.", "Try again, or another model.")
    return cleaned(reply)


def cleaned(text: str) -> str:
    """Without control characters and halves of characters; halves that a stream put apart are joined."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _NO_TEXT.sub(" ", whole)


class Shown:
    """A reply's pieces as a reader may see them: not the sentinel that it begins with."""

    def __init__(self) -> None:
        self._held = ""
        self._open = False

    def feed(self, piece: str) -> str:
        """What can be shown now that this piece is there; the rest is held back."""
        if self._open:
            return cleaned(piece)
        self._held += piece
        start = self._held.lstrip()
        if start.startswith(NOT_FOUND):
            start = self._held = start.removeprefix(NOT_FOUND).lstrip()
        if NOT_FOUND.startswith(start):
            return ""
        self._open = True
        return cleaned(start)
