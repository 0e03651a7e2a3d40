"""Tables in text: every row of a CSV or TSV file as a line that names its columns."""

import csv
from collections import Counter
from io import StringIO

from qa.adapters.readers.decoding import decoded
from qa.adapters.readers.refusing import refused_if, textless
from qa.adapters.readers.rows import row_lines
from qa.errors import UnreadableFile
from qa.types import Reading

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 30


def read_csv(content: bytes, source: str) -> list[Reading]:
    """One reading of all rows. Raises UnreadableFile with the reason."""
    text = decoded(content, source).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise UnreadableFile(f"{source} is not text: it holds binary data.", "Save the table as CSV in UTF-8.")
    with refused_if((csv.Error,), source, "a table"):
        lines = list(row_lines(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))))
    if not lines:
        raise textless(source, "the table is empty")
    return [Reading(source, "\n\n".join(lines))]


def _delimiter(text: str) -> str:
    """The one that cuts most of the first rows into the same number of cells, and into more than one."""
    return max(_DELIMITERS, key=lambda mark: _agreement(text, mark))


def _agreement(text: str, mark: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    sample = csv.reader(StringIO(text[: 256 * 1024], newline=""), delimiter=mark)
    try:
        for row, _ in zip(sample, range(_SAMPLE_ROWS), strict=False):
            widths[len(row)] += len(row) > 1
    except csv.Error:
        return (0, 0)
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return rows, width
