"""Rows of a table to lines that read "column: value; column: value."."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

_NUMBER = re.compile(r"[-+−(]?[$€£¥₩]?\s?\d[\d\s.,'’]*(?:[%)]|[a-zA-Z]{1,3})?")
_MOST_CAPTIONS = 20
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CLOSED = tuple(".!?…。！？:")


def row_lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """One line for every row below the header, each whole in itself.

    Above the header, a row with one value in its first cell is a caption and a line of its own. A first full row that has
    numbers in it is no header (years are names of columns, though); the values then stand alone.
    """
    filled = (cells for row in rows if any(cells := [" ".join(cell.split()) for cell in row]))
    above = list(_until_full(filled))
    if not above:
        return
    captions = above[:-1] if _is_full(above[-1]) else []
    yield from (cells[0] for cells in captions)
    first = above[len(captions)]
    names = first if _is_header(first) else []
    told = False
    for cells in chain(above[len(captions) + bool(names) :], filled):
        if cells != names:  # a header repeated at a page's top tells nothing
            told = True
            yield _line(names, cells)
    if not told:
        yield closed("; ".join(filter(None, first)))


def _until_full(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows to look at before it is known which is the header: those up to the first with more than a caption."""
    for cells in islice(rows, _MOST_CAPTIONS):
        yield cells
        if _is_full(cells):
            return


def _is_full(cells: Sequence[str]) -> bool:
    return any(cells[1:])


def closed(text: str) -> str:
    """With a full stop, where it does not end as sentences do."""
    return text if text.endswith(_CLOSED) else text + "."


def _line(names: Sequence[str], cells: Sequence[str]) -> str:
    named = (f"{names[i]}: {cell}" if i < len(names) and names[i] else cell for i, cell in enumerate(cells) if cell)
    return closed("; ".join(named))


def _is_header(cells: Sequence[str]) -> bool:
    return not any(_NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in cells)
