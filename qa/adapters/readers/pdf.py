"""PDF: the text layer, its lines joined to whole sentences, with where each page begins."""

import logging
import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from typing import Any

from qa.adapters.readers.facts import day, estimated, facts, typed_by_hand
from qa.adapters.readers.pdf_blocks import Style, blocks, is_entry, is_heading, is_row, style_of
from qa.adapters.readers.pdf_lines import Line, LineCollector, with_marks, without_furniture
from qa.adapters.readers.pdf_text import PdfText
from qa.adapters.readers.refusing import locked, refused_if, textless
from qa.errors import UnreadableFile
from qa.types import Reading

_KIND = "a PDF"
# Beside its own errors pypdf lets through what a wrong type, number or reference in a broken file leads to.
_BROKEN_VALUES = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, NotImplementedError, RecursionError,
    zlib.error, struct.error,
)  # fmt: skip


def read_pdf(content: bytes, source: str) -> list[Reading]:
    """One reading with its pages. Raises UnreadableFile for a scan, a password, or a broken file."""
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on files that it mends
    with refused_if((PyPdfError, DependencyError, *_BROKEN_VALUES), source, _KIND):
        reader = _opened(content, source)
        pages = [_lines(page, number) for number, page in enumerate(reader.pages)]
        metadata = _metadata(reader)
    _refuse_textless(pages, source, "it has no text layer")
    lines = with_marks([line for page in without_furniture(pages) for line in page])
    _refuse_textless([lines], source, "it has no text but the same lines on every page")
    text = _text(lines)
    body, starts = text.finished(len(pages))
    return [Reading(source, body, metadata=metadata, pages=starts, furniture=tuple(text.furniture))]


def _opened(content: bytes, source: str) -> Any:
    from pypdf import PdfReader

    try:
        reader = PdfReader(BytesIO(content))
        # Many open without a password and only forbid printing: the empty one opens those.
        opened = not reader.is_encrypted or reader.decrypt("")
    except NotImplementedError as error:  # encrypted for the holders of certificates
        raise locked(source) from error
    if not opened:
        raise locked(source)
    return reader


def _lines(page: Any, number: int) -> list[Line]:
    collector = LineCollector(number)
    page.extract_text(visitor_text=collector)
    collector.end_line()
    return collector.lines


def _refuse_textless(pages: list[list[Line]], source: str, reason: str) -> None:
    if not pages:
        raise textless(source, "the PDF has no pages")
    if not any(character.isalnum() for lines in pages for line in lines for character in line.text):
        raise UnreadableFile(
            f"{source} cannot be read: {reason}, so it is a scan or pictures.",
            "Run OCR on it first (ocrmypdf does) and add the result.",
        )


def _text(lines: list[Line]) -> PdfText:
    style, text = style_of(lines), PdfText(lines)
    for cells, runs in groupby(blocks(lines, style), key=lambda run: len(run) if is_row(run) else 0):
        rows = list(runs)
        if cells and len(rows) > 1:
            text.add_table(rows)
        else:
            _add_paragraphs(text, rows, style)
    return text


def _add_paragraphs(text: PdfText, runs: Iterable[list[Line]], style: Style) -> None:
    for run in runs:
        if is_entry(run[-1]):
            text.add_entry(run)
        else:
            heading = not run[0].text.startswith("- ") and all(is_heading(line, style) for line in run)
            text.add_paragraph(run, "## " if heading else "")


def _metadata(reader: Any) -> dict[str, str]:
    said = reader.metadata
    if said is None:
        return {}
    title, author = typed_by_hand(said.title), typed_by_hand(said.author)
    created = day(str(said.creation_date_raw or "").removeprefix("D:")[:8])
    return facts(title=title, author=author, language=_language(reader), **estimated(created))


def _language(reader: Any) -> str | None:
    said = reader.root_object.get("/Lang")
    return said if isinstance(said, str) and said.strip() else None
