"""The lines of a PDF's page with where and how large they stand: what tells headings, paragraphs, rows and furniture apart."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import hypot
from typing import Any

_EDGE = 2  # lines at the top and at the bottom that may be a running header or footer
_OFTEN = 3  # pages that must have it
_SHORT = 60
_BULLET = re.compile(r"[•‣◦▪●○■□·\uf0b7\uf0a7\uf076\x7f\u2022➢➤✓]\s*|[-–*]\s+")
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*[.)]|[a-z]\))")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xa0": " ", "\x00": ""}
)
_PAGE_NUMBER = re.compile(
    r"[-–—|\[( ]*(?:(?:page|seite|p\.)\s*)?(\d{1,5})(?:\s*(?:of|/|von|de)\s*\d{1,5})?[-–—|\]) ]*", re.IGNORECASE
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, numbered from 0; x and y in points from the lower left corner, y growing upwards."""

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool = False


class LineCollector:
    """What pypdf calls with each piece of text it finds on a page, in the page's own order."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.lines: list[Line] = []
        self._held: list[str] = []
        self._place: tuple[float, float, float, bool] | None = None

    def __call__(self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        """A piece of a line, or its end."""
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.end_line()
            if piece.strip() and self._place is None:
                self._place = _placed(cm, tm, size, font)
            self._held.append(piece)

    def end_line(self) -> None:
        """What is held is a line."""
        text = _SPACE.sub(" ", "".join(self._held).translate(_LIGATURES)).strip()
        if text and self._place:
            x, y, size, bold = self._place
            self.lines.append(Line(text, self.page, x, y, size, bold))
        self._held.clear()
        self._place = None


def _placed(cm: Sequence[float], tm: Sequence[float], size: float, font: Any) -> tuple[float, float, float, bool]:
    """By the two matrices of PDF, the text's within the page's; a broken file may hold numbers out of this world."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scaled = abs(size) * hypot(tm[2], tm[3]) * hypot(cm[2], cm[3])
    x, y, scaled = (value if abs(value) < 1e6 else 0.0 for value in (x, y, scaled))
    return x, y, max(round(scaled, 1), 0.1), _is_bold(font)


def _is_bold(font: Any) -> bool:
    name = str(font.get("/BaseFont", "")) if hasattr(font, "get") else ""
    return "bold" in name.casefold() or "black" in name.casefold()


def without_furniture(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages without running headers, footers and page numbers: what stands at an edge of at least three pages.

    Numbers in it may differ, unless it reads as a sentence: a table or a form repeats those with other numbers.
    """
    seen = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    return [[line for line in lines if not _is_furniture(line, lines, seen)] for lines in pages]


def _is_furniture(line: Line, lines: list[Line], seen: Counter[str]) -> bool:
    often = seen[_key(line)] >= _OFTEN
    own_number = (found := _PAGE_NUMBER.fullmatch(line.text)) and int(found[1]) == line.page + 1
    return bool(often or own_number) and line in _edges(lines)


def _edges(lines: list[Line]) -> list[Line]:
    upwards = sorted(lines, key=lambda line: line.y)
    return upwards[:_EDGE] + upwards[-_EDGE:]


def _key(line: Line) -> str:
    told = line.text.endswith((".", "!", "?")) or len(line.text) > _SHORT
    return line.text if told else re.sub(r"\d+", "#", line.text).casefold()


def with_marks(lines: Sequence[Line]) -> list[Line]:
    """Whatever sign an item of a list begins with becomes a hyphen; one that stands alone, as a number may, joins its item."""
    found: list[Line] = []
    waiting = ""
    for line, after in zip_longest(lines, lines[1:]):
        bullet = _BULLET.match(line.text + " ")
        if bullet and bullet.end() > len(line.text):
            waiting = "- "
        elif after and _NUMBER.fullmatch(line.text) and beside(line, after):
            waiting = line.text + " "
        else:
            rest = "- " + line.text[bullet.end() :] if bullet else waiting + line.text
            found.append(replace(line, text=rest))
            waiting = ""
    return found


def beside(left: Line, right: Line) -> bool:
    """Whether the second stands on the same height, further right."""
    same_height = abs(left.y - right.y) < 0.3 * max(right.size, 1)
    return left.page == right.page and same_height and right.x > left.x + right.size
