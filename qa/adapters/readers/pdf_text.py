"""The text of a PDF as it grows block by block, and where its pages begin in it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from qa.adapters.readers.pdf_lines import Line
from qa.adapters.readers.rows import row_lines

_APART = "\n\n"
_WORDS = re.compile(r"\w+(?:-\w+)*")
_CUT = re.compile(r"(\w+)[-\u00ad\u2010]$")


class PdfText:
    """Blocks stand apart by a blank line; the lines of one are joined, words cut at a line's end made whole."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words = {word.casefold() for line in lines for word in _WORDS.findall(line.text)}
        self._pieces: list[str] = []
        self._length = 0
        self._starts: dict[int, int] = {}
        self.furniture: list[tuple[int, int]] = []

    def add_paragraph(self, lines: Sequence[Line], mark: str = "") -> None:
        """A paragraph, a heading or an item, with its mark in Markdown."""
        self._open(lines[0].page, mark)
        for before, line in zip([None, *lines], lines, strict=False):
            if before is not None:
                self._join(line.text)
            self._starts.setdefault(line.page, self._length)
            self._append(line.text)

    def add_entry(self, lines: Sequence[Line]) -> None:
        """A line of a table of contents: kept, never cited."""
        start = self._length and self._length + len(_APART)
        self.add_paragraph(lines)
        self.furniture.append((start, self._length))

    def add_table(self, rows: Sequence[Sequence[Line]]) -> None:
        """Rows of as many cells each; each on its own page, the header wherever it stands."""
        page = rows[0][0].page

        def cells() -> Iterator[list[str]]:
            nonlocal page
            for row in rows:
                page = row[0].page
                yield [line.text for line in row]

        for text in row_lines(cells()):
            self._open(page)
            self._append(text)

    def finished(self, pages: int) -> tuple[str, tuple[int, ...]]:
        """The text and the start of each page; a page without text begins where the next one does."""
        starts, after = [0] * pages, self._length
        for page in reversed(range(pages)):
            after = starts[page] = self._starts.get(page, after)
        return "".join(self._pieces), (0, *starts[1:]) if pages else ()

    def _open(self, page: int, mark: str = "") -> None:
        if self._length:
            self._append(_APART)
        self._starts.setdefault(page, self._length)
        self._append(mark)

    def _append(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)

    def _join(self, text: str) -> None:
        """A space between two lines of a paragraph, or the two halves of a word together."""
        last = self._pieces[-1]
        cut, rest = _CUT.search(last), _WORDS.match(text)
        if cut is None or rest is None or not text[0].isalpha():
            self._append("" if cut else " ")
            return
        if not self._keeps_hyphen(cut[1], rest[0], last[-1]):
            self._pieces[-1] = last[:-1]
            self._length -= 1

    def _keeps_hyphen(self, first: str, second: str, sign: str) -> bool:
        """As the document writes the word elsewhere; where it does not, a capital or a digit keeps its hyphen."""
        if sign == "\u00ad":
            return False
        first, whole = first.casefold(), second
        second = second.partition("-")[0].casefold()
        if first + second in self._words:
            return False
        return f"{first}-{second}" in self._words or not whole[0].islower() or first.isdigit()
