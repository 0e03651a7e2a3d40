"""Lines of a PDF to paragraphs, headings, items and rows of tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from qa.adapters.readers.pdf_lines import Line, beside

_ENDED = re.compile(r"[.!?…。！？:;][\"'”’»)\]]*(?:\[?\d{1,3}\]?)?$")
_LEADERS = re.compile(r"(?:[.…·]\s?){4,}\s*\w{1,6}$")  # of a table of contents, up to the page's number
_LARGER = 1.15  # than the text around it: a heading
_LONGEST_HEADING = 150
_LOOSE = 1.35  # times the usual distance of lines: a new paragraph


@dataclass(frozen=True, slots=True)
class Style:
    """How the body of a document is set: the size of its letters, its lines' distance in sizes, and their length."""

    size: float
    leading: float
    width: float


def style_of(lines: Sequence[Line]) -> Style:
    """By the most letters, the most lines and the longest lines."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0]
    body = [line for line in lines if line.size == size]
    gaps = Counter(
        round((a.y - b.y) / size, 1) for a, b in pairwise(body) if a.page == b.page and 0.8 < (a.y - b.y) / size < 3
    )
    lengths = sorted(len(line.text) for line in body)
    return Style(size, gaps.most_common(1)[0][0] if gaps else 1.2, median(lengths[len(lengths) * 3 // 4 :]))


def blocks(lines: Sequence[Line], style: Style) -> Iterator[list[Line]]:
    """Runs of lines that are one paragraph, heading, item or row."""
    run: list[Line] = []
    for line in lines:
        if run and not _goes_on(run, line, style):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def is_heading(line: Line, style: Style) -> bool:
    """Larger than the body, or bold and short; never a whole sentence."""
    if len(line.text) > _LONGEST_HEADING or is_entry(line) or not any(map(str.isalpha, line.text)):
        return False
    if line.size >= style.size * _LARGER:
        return True
    return line.bold and line.size >= style.size and len(line.text) < 0.8 * style.width and not _ENDED.search(line.text)


def is_entry(line: Line) -> bool:
    """A line of a table of contents or an index."""
    return bool(_LEADERS.search(line.text[-40:]))


def is_row(run: Sequence[Line]) -> bool:
    """Cells beside each other."""
    return len(run) > 1 and all(beside(a, b) for a, b in pairwise(run))


def _goes_on(run: list[Line], line: Line, style: Style) -> bool:
    last = run[-1]
    if beside(last, line):
        return len(run) == 1 or is_row(run)
    if is_row(run) or line.text.startswith("- ") or is_entry(last) or _resized(last, line, style):
        return False
    if is_heading(last, style) or is_heading(line, style):
        return _same_heading(last, line, style)
    ended = bool(_ENDED.search(last.text))
    if last.page != line.page or line.y > last.y:  # over to the next page or column
        return not ended and (line.text[:1].islower() or len(last.text) > 0.7 * style.width)
    if last.y - line.y > _LOOSE * style.leading * max(last.size, line.size, 0.1):
        return False
    short = len(last.text) < 0.7 * style.width
    indented = line.x > last.x + 0.8 * line.size and not last.text.startswith("- ")
    return not (ended and (short or indented))


def _resized(last: Line, line: Line, style: Style) -> bool:
    """A note, a caption: not the sentence before, set smaller."""
    return abs(last.size - line.size) > 0.1 * style.size


def _same_heading(last: Line, line: Line, style: Style) -> bool:
    near = last.page == line.page and 0 < last.y - line.y < 1.5 * line.size
    return (
        near
        and last.size == line.size
        and last.bold == line.bold
        and is_heading(last, style)
        and is_heading(line, style)
    )
