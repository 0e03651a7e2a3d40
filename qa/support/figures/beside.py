"""What stands before and behind the words of a figure, at each place where they stand."""

from collections.abc import Iterator


def around(written: str, text: str) -> Iterator[tuple[str, str]]:
    """The text before and the text behind."""
    place = text.find(written)
    while place >= 0:
        before, behind = text[:place], text[place + len(written) :]
        if not (_is_letter(before[-1:]) or _is_letter(behind[:1])):
            yield before, behind
        place = text.find(written, place + max(1, len(written)))


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
