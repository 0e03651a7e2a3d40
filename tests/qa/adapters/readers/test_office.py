"""Word and Excel: the text in order with its structure, values as they are shown, properties."""

import re
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from qa.adapters.readers import read
from qa.errors import UnreadableFile
from qa.types import Reading
from tests.qa.adapters.readers.prose import paragraphs, sentences
from tests.qa.adapters.readers.samples import docx, packed, shared, unpacked, xlsx

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def only(content: bytes, name: str) -> Reading:
    readings = read(content, name)
    assert readings is not None
    (reading,) = readings
    return reading


def word(body: str) -> bytes:
    return packed({"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>".encode()})


def book(rows: list[list[Any]], formats: dict[str, str] | None = None) -> bytes:
    workbook, buffer = Workbook(), BytesIO()
    for row in rows:
        workbook.active.append(row)
    for cell, form in (formats or {}).items():
        workbook.active[cell].number_format = form
    workbook.save(buffer)
    return buffer.getvalue()


def test_a_word_document_is_read_in_order() -> None:
    """Title, headings, paragraphs, items, tables as they stand, and its properties, the date as the file's."""
    reading = only(docx(10), "report.docx")
    blocks = reading.text.split("\n\n")
    assert blocks[:3] == ["# The Alliance Report", "## Findings of part 1", paragraphs(10)[0]]
    assert blocks[-4:] == [
        "- Submarines are approved.",
        "Country: Korea; Share: 3.5%.",
        "Country: Japan; Share: 2.0%.",
        "The table stands before this.",
    ]
    assert reading.metadata == {
        "title": "The Alliance Report",
        "author": "Jo Doe",
        "published": "2025-11-14",
        "published_estimated": "true",
    }


def test_tracked_changes_are_read_as_accepted() -> None:
    """What was inserted is there, what was deleted is not, and a content control hides nothing."""
    body = """<w:p><w:r><w:t xml:space="preserve">It is </w:t></w:r><w:del><w:r><w:delText>good</w:delText></w:r></w:del>
    <w:ins><w:r><w:t>bad</w:t></w:r></w:ins><w:r><w:noBreakHyphen/><w:t>ish.</w:t></w:r></w:p>
    <w:sdt><w:sdtContent><w:p><w:r><w:t>Controlled.</w:t></w:r></w:p></w:sdtContent></w:sdt>"""
    assert only(word(body), "a.docx").text == "It is bad-ish.\n\nControlled."


def test_cells_over_rows_and_columns_keep_their_column() -> None:
    """A cell that spans rows stands in each of them; one that spans columns leaves the next empty."""
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [
        [cell.format("", name) for name in ("Region", "City", "People")],
        [cell.format('<w:vMerge w:val="restart"/>', "North"), cell.format("", "Aal"), cell.format("", "1")],
        [cell.format("<w:vMerge/>", ""), cell.format("", "Bel"), cell.format("", "2")],
        [cell.format('<w:gridSpan w:val="2"/>', "All"), cell.format("", "3")],
    ]
    table = "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"
    assert only(word(table), "a.docx").text.split("\n\n") == [
        "Region: North; City: Aal; People: 1.",
        "Region: North; City: Bel; People: 2.",
        "Region: All; People: 3.",
    ]


def test_footnotes_stand_at_the_end() -> None:
    """They are text like any other."""
    files = unpacked(word("<w:p><w:r><w:t>The text.</w:t></w:r></w:p>"))
    note = f"<w:footnotes {WORD}><w:footnote><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    assert only(packed(files | {"word/footnotes.xml": note.encode()}), "a.docx").text == "The text.\n\nThe note."


def test_a_workbook_is_read_row_by_row() -> None:
    """A sheet's name is a heading, a row a line; dates, shares and large numbers are plain; hidden sheets are left out."""
    reading = only(xlsx(20), "spending.xlsx")
    assert only(shared(20), "spending.xlsx").text == reading.text
    blocks = reading.text.split("\n\n")
    assert blocks[0] == "## Spending"
    assert (
        blocks[1]
        == f"Country: Country 0; Day: 2025-11-14; Share: 3.5%; Amount: 12345678901234; Note: {sentences(1)[0]}"
    )
    assert len(blocks) == 21
    assert "Secret" not in reading.text
    assert reading.metadata == {
        "title": "Spending by country",
        "author": "Jo Doe",
        "published": "2025-11-14",
        "published_estimated": "true",
    }


def test_values_are_as_they_are_shown() -> None:
    """No powers of ten, no binary noise, no midnight; errors, empty rows and formulas without a value are nothing."""
    values = ["x", 1e21, 0.1 + 0.2, 1e-7, True, datetime(2025, 1, 2, 3, 4), timedelta(hours=30), "#N/A", "=1+1"]
    content = book([["A title"], [], list("abcdefghi"), values, [None, " "], ["y", 0.125]], {"B6": "0.00%"})
    assert only(content, "a.xlsx").text.split("\n\n") == [
        "## Sheet",
        "A title",
        "a: x; b: 1000000000000000000000; c: 0.3; d: 0.0000001; e: yes; f: 2025-01-02 03:04; g: 30:00:00.",
        "a: y; b: 12.5%.",
    ]


@pytest.mark.parametrize(("name", "content"), [("a.docx", word("<w:p/>")), ("a.xlsx", book([[None]]))])
def test_documents_without_text_are_refused(name: str, content: bytes) -> None:
    """With the reason."""
    with pytest.raises(UnreadableFile, match=rf"{name} holds no text"):
        read(content, name)


def test_a_broken_style_says_nothing_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """openpyxl prints a remark there; an answer in JSON would be spoiled by it."""
    files = unpacked(xlsx(2))
    styles = re.sub(rb'(<cellStyle [^>]*xfId=)"0"', rb'\1"6"', files["xl/styles.xml"])
    assert styles != files["xl/styles.xml"]
    with pytest.raises(UnreadableFile, match="cannot be read as an Excel workbook"):
        read(packed(files | {"xl/styles.xml": styles}), "a.xlsx")
    assert capsys.readouterr().out == ""


def test_a_workbook_that_lies_about_its_size_is_refused() -> None:
    """A row with an absurd number would be preceded by as many empty ones."""
    files = unpacked(book([["a", "b"], ["c", "d"]]))
    sheet = files["xl/worksheets/sheet1.xml"].replace(b'<row r="2"', b'<row r="99999999999"')
    with pytest.raises(UnreadableFile, match="more than 1048576 rows"):
        read(packed(files | {"xl/worksheets/sheet1.xml": sheet}), "a.xlsx")
