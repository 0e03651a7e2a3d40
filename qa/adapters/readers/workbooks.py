"""Excel workbooks: every row of every visible sheet as a line that names its columns, values as they are shown."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from qa.adapters.readers.facts import day, estimated, facts, typed_by_hand
from qa.adapters.readers.limits import Archive
from qa.adapters.readers.refusing import refused_if, textless, too_large
from qa.adapters.readers.rows import row_lines
from qa.types import Reading

_KIND = "an Excel workbook"
WORKBOOK = "xl/workbook.xml"
_MOST_ROWS = 1_048_576  # of a sheet, in Excel itself; openpyxl makes up every row that a broken file leaves out
_MOST_CELLS = 20_000_000
# What openpyxl lets through of a broken workbook; lxml's and defusedxml's errors are SyntaxErrors and ValueErrors.
BROKEN_WORKBOOK = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, SyntaxError, ParseError, BadZipFile, EOFError,
    NotImplementedError, RecursionError, OSError, zlib.error, struct.error,
)  # fmt: skip


def read_xlsx(archive: Archive, content: bytes) -> list[Reading]:
    """One reading; a sheet's name is the heading of its rows. Formulas give the values saved with them.

    Raises UnreadableFile with the reason.
    """
    source = archive.source
    with refused_if(BROKEN_WORKBOOK, source, _KIND), warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")  # of extensions it leaves out: colours and drop-down lists
        book = _opened(content)
        try:
            blocks = list(_sheets(book, source))
            metadata = _metadata(book.properties)
        finally:
            book.close()
    if not blocks:
        raise textless(source, "its sheets are empty")
    return [Reading(source, "\n\n".join(blocks), metadata=metadata)]


def _opened(content: bytes) -> Any:
    from openpyxl import load_workbook
    from openpyxl.styles import cell_style

    # It prints "… is out of range" of a broken style to standard output, where nothing but our answer may stand.
    vars(cell_style)["print"] = lambda *_: None
    return load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)


def _sheets(book: Any, source: str) -> Iterator[str]:
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":  # what the author hid is not what the author says
            lines = list(row_lines(_rows(sheet, source)))
            if lines:
                yield f"## {' '.join(sheet.title.split())}"
                yield from lines


def _rows(sheet: Any, source: str) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a file says of its size is often wrong, and is believed
    cells = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells += len(row)
        if number > _MOST_ROWS or cells > _MOST_CELLS:
            raise too_large(source, f"a sheet has more than {_MOST_ROWS} rows or {_MOST_CELLS} cells")
        yield [_shown(cell) for cell in row]


def _shown(cell: Any) -> str:
    value = cell.value
    if value is None or cell.data_type == "e":  # an error such as #N/A
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format or "")
    return _moment(value)


def _number(value: int | float, form: str) -> str:
    """As a reader of the sheet sees it: a share formatted as a percentage is one, and nothing is in powers of ten."""
    exact = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)  # no more is sure, or shown
    if not exact.is_finite():
        return ""
    percent = "%" in form
    exact = round(exact * 100, 10) if percent else exact
    plain = f"{exact:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return plain + "%" * percent


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return f"{value:%Y-%m-%d}" if midnight else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, (date, time)):
        return str(value)
    return str(getattr(value, "text", value))


def _metadata(properties: Any) -> dict[str, str]:
    title, author = typed_by_hand(properties.title), typed_by_hand(properties.creator)
    return facts(title=title, author=author, language=properties.language, **estimated(day(properties.created)))
