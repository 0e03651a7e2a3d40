"""What stands before and behind the words of a figure, at each place where they stand."""

import re
from collections.abc import Iterator


def around(written: str, text: str) -> Iterator[tuple[str, str]]:
    """The text before and the text behind."""
    for match in re.finditer(rf"(?<!\w){re.escape(written)}(?!\w)", text):
        yield text[: match.start()], text[match.end() :]
