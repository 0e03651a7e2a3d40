"""A tree of HTML, or of what trafilatura makes of it, to text: a block a paragraph, headings and list items marked as in Markdown."""

import re
from collections.abc import Iterator

from qa.adapters.readers.rows import closed, row_lines
from qa.adapters.readers.trees import Tree, all_text, local

_HEADING = re.compile(r"h([1-6])")
_BLOCKS = frozenset(
    "address article aside blockquote body caption cell center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 head header hr html item legend li list main nav ol p pre quote row section summary table td th tr ul".split()
)
_SILENT = frozenset("script style template noscript svg math iframe object select button textarea".split())
_BREAKS = frozenset({"br", "lb"})
_ITEMS = frozenset({"li", "item"})
_LONGEST_CELL = 1_000  # with more in it, the table is there for the layout


def block_text(root: Tree) -> str:
    """The text below ``root``, its blocks apart by a blank line: nothing then mistakes one for the end of another."""
    return "\n\n".join(_blocks(root))


def _blocks(root: Tree) -> Iterator[str]:
    from lxml import etree

    writer = _Writer()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local(element)
        if event == "end":
            yield from writer.leave(name)
            writer.hear(element.tail if element is not root else None)
        elif not name or name in _SILENT:
            walk.skip_subtree()
        elif name == "table" and _holds_data(element):
            yield from writer.leave(name)
            yield from _table_lines(element)
            walk.skip_subtree()
        else:
            yield from writer.enter(name, element.get("rend"))
            writer.hear(element.text)
    yield from writer.leave("body")


class _Writer:
    """Gathers the text of a block, and what marks it, until the block ends."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._mark = ""
        self._kept_lines = 0

    def hear(self, text: str | None) -> None:
        """Text inside the block; white space means nothing but in ``pre``."""
        if text:
            self._held.append(text if self._kept_lines else text.replace("\n", " "))

    def enter(self, name: str, level: str | None) -> Iterator[str]:
        """An element begins; ``level`` is h1 to h6 where trafilatura says head."""
        if name in _BREAKS:
            self._held.append("\n")
        if name in _BLOCKS:
            yield from self._finished()
        self._kept_lines += name == "pre"
        if name in _ITEMS:
            self._mark = "- "
        elif found := _HEADING.fullmatch(level or "h2" if name == "head" else name):
            self._mark = "#" * int(found[1]) + " "

    def leave(self, name: str) -> Iterator[str]:
        """An element ends."""
        if name in _BLOCKS:
            yield from self._finished()
            self._kept_lines = max(0, self._kept_lines - (name == "pre"))
            self._mark = "" if name in _ITEMS or name[0] == "h" else self._mark

    def _finished(self) -> Iterator[str]:
        lines = [line for raw in "".join(self._held).split("\n") if (line := " ".join(raw.split()))]
        self._held.clear()
        if lines:
            yield self._mark + (" " if self._mark.startswith("#") else "\n").join(lines)
            self._mark = ""


def _holds_data(table: Tree) -> bool:
    """Whether it is no scaffold of a page's layout: at least two rows of at least two cells, none with a table or an essay in it."""
    if any(local(inner) == "table" for inner in table.iterdescendants()):
        return False
    rows = [_cells(row) for row in _rows(table)]
    wide = [row for row in rows if len(row) > 1]
    return len(wide) > 1 and all(len(all_text(cell)) <= _LONGEST_CELL for row in wide for cell in row)


def _table_lines(table: Tree) -> Iterator[str]:
    rows = [cells for row in _rows(table) if (cells := _cells(row))]
    # trafilatura keeps only the first row's marks.
    if _is_head(rows[0][0]) and all(len(row) == 2 and not _is_head(row[1]) for row in rows):
        texts = [(all_text(name), all_text(value)) for name, value in rows]
        yield from (closed(f"{name}: {value}") for name, value in texts if name and value)
        return
    for caption in (child for child in table if local(child) == "caption"):
        if text := all_text(caption):
            yield text
    yield from row_lines([[text for cell in row for text in _spread(cell)] for row in rows])


def _rows(table: Tree) -> Iterator[Tree]:
    return (element for element in table.iterdescendants() if local(element) in ("tr", "row"))


def _cells(row: Tree) -> list[Tree]:
    return [child for child in row if local(child) in ("td", "th", "cell")]


def _is_head(cell: Tree) -> bool:
    return local(cell) == "th" or cell.get("role") == "head"


def _spread(cell: Tree) -> list[str]:
    """A cell over several columns: a header names them all, a value stands in the first."""
    text, width = all_text(cell), cell.get("colspan") or "1"
    more = min(int(width), 100) - 1 if width.isascii() and width.isdigit() else 0
    return [text] + [text if _is_head(cell) else ""] * more
