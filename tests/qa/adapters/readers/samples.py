"""Files of every format, written by the libraries people write them with; the longer, the more ``paragraphs``."""

import json
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from email.message import EmailMessage
from functools import cache, partial
from io import BytesIO, StringIO

from tests.qa.adapters.readers.pdf_samples import pdf
from tests.qa.adapters.readers.prose import paragraphs, sentences


def docx(count: int = 10) -> bytes:
    """A Word document with headings, a list, a table and properties."""
    import docx as word

    document = word.Document()
    document.core_properties.title, document.core_properties.author = "The Alliance Report", "Jo Doe"
    document.core_properties.created = datetime(2025, 11, 14, 8, 0, tzinfo=UTC)
    document.add_heading("The Alliance Report", 0)
    for number, text in enumerate(paragraphs(count)):
        if number % 5 == 0:
            document.add_heading(f"Findings of part {number // 5 + 1}", 2)
        document.add_paragraph(text)
    document.add_paragraph("Submarines are approved.", style="List Bullet")
    table = document.add_table(3, 2)
    for row, values in zip(table.rows, (("Country", "Share"), ("Korea", "3.5%"), ("Japan", "2.0%")), strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    document.add_paragraph("The table stands before this.")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def xlsx(count: int = 20) -> bytes:
    """A workbook of two sheets, one of them hidden, with dates, shares and large numbers."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Spending"
    sheet.append(["Country", "Day", "Share", "Amount", "Note"])
    for number, text in enumerate(sentences(count)):
        sheet.append([f"Country {number}", date(2025, 11, 14), 0.035, 12_345_678_901_234 + number, text])
        sheet.cell(sheet.max_row, 3).number_format = "0.0%"
    hidden = book.create_sheet("Lists")
    hidden.append(["Never shown", "Secret"])
    hidden.sheet_state = "hidden"
    book.properties.title, book.properties.creator = "Spending by country", "Jo Doe"
    book.properties.created = datetime(2025, 11, 14, 8, 0)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def shared(count: int = 20) -> bytes:
    """The same workbook as Excel writes it: its strings in a table of their own."""
    files = unpacked(xlsx(count))
    texts: list[bytes] = []

    def moved(cell: re.Match[bytes]) -> bytes:
        texts.append(cell[1])
        return b't="s"><v>%d</v>' % (len(texts) - 1)

    sheet = "xl/worksheets/sheet1.xml"
    files[sheet] = re.sub(rb't="inlineStr"><is><t>(.*?)</t></is>', moved, files[sheet])
    table = b"".join(b"<si><t>%s</t></si>" % text for text in texts)
    files["xl/sharedStrings.xml"] = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + table + b"</sst>"
    )
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    types = files["[Content_Types].xml"]
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    return packed(files | {"[Content_Types].xml": types.replace(b"</Types>", override)})


def html(count: int = 6) -> bytes:
    """A news page with a menu, an article, a table, and a footer."""
    body = "".join(
        f"<p>{text}</p>" if number % 3 else f"<h2>Part {number // 3 + 1}</h2><p>{text}</p>"
        for number, text in enumerate(paragraphs(count))
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Seoul raises spending | The Korea Post</title>
<meta property="og:site_name" content="The Korea Post"><meta name="author" content="Kim Min">
<meta property="article:published_time" content="2025-11-14T08:00:00Z"><link rel="canonical" href="https://example.org/a/1">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/b">Politics</a></li></ul></nav><article>
<h1>Seoul raises spending</h1><p>Seoul agreed to raise spending to <b>3.5%</b> of GDP, café owners said.</p>{body}
<ul><li>Submarines are approved.</li><li>Tariffs fall to <i>15</i> percent.</li></ul>
<table><tr><th>Country</th><th>Share</th></tr><tr><td>Korea</td><td>3.5%</td></tr><tr><td>Japan</td><td>2%</td></tr></table>
</article><footer>Copyright 2025. Subscribe to our newsletter!</footer></body></html>""".encode()


def epub(count: int = 10) -> bytes:
    """A book of two chapters, listed in the package in another order than they are read."""
    half = paragraphs(count)[: count // 2], paragraphs(count)[count // 2 :]
    chapters = [
        f'<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>'
        f"<h1>Chapter {number}</h1>{''.join(f'<p>{text}</p>' for text in texts)}</body></html>"
        for number, texts in enumerate(half, 1)
    ]
    package = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Alliance Book</dc:title><dc:creator>Jo Doe</dc:creator>
<dc:creator>Ann Other</dc:creator><dc:publisher>Example Press</dc:publisher><dc:date>2024-05-06</dc:date>
<dc:language>en</dc:language></metadata><manifest>
<item id="b" href="text/two%20.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    return packed(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "OEBPS/book.opf": package.encode(),
            "OEBPS/text/one.xhtml": chapters[0].encode(),
            "OEBPS/text/two .xhtml": chapters[1].encode(),
        }
    )


def mail(count: int = 3) -> bytes:
    """A message with an own text, a quotation, a signature and an attachment."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = (
        "The spending plan",
        "Kim Min <kim@example.org>",
        "jo@example.org",
    )
    message["Date"], message["Message-ID"] = "Fri, 14 Nov 2025 23:30:00 +0900", "<1@example.org>"
    own = "\n\n".join(paragraphs(count))
    message.set_content(
        f"Dear Jo,\n\n{own}\n\nOn Thursday, Jo wrote:\n> Is it true?\n> Tell me.\n\nYes, it is.\n\n-- \nKim Min\nSeoul\n"
    )
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="plan.pdf")
    return message.as_bytes()


def csv(count: int = 20) -> bytes:
    """Semicolons, a quoted cell with a line break, an empty row."""
    out = StringIO()
    out.write("Country;Share;Note\r\n\r\n")
    for number, text in enumerate(sentences(count)):
        out.write(f'Country {number};3,5%;"{text}\n(seen)"\r\n')
    return out.getvalue().encode()


def jsonl(count: int = 10) -> bytes:
    """Articles, one a line."""
    articles = [
        {
            "id": f"a{number}",
            "title": f"Article {number}",
            "date": "2025-11-14T08:00:00Z",
            "author": ["Kim", "Lee"],
            "text": text,
        }
        for number, text in enumerate(paragraphs(count))
    ]
    return "\n".join(map(json.dumps, articles)).encode()


def json_records(count: int = 10) -> bytes:
    """A list of objects without a text."""
    records = [{"Country": f"Country {number}", "Spending": {"share": "3.5%"}} for number in range(count)]
    return json.dumps(records).encode()


def packed(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """What is inside a zip file."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "report.pdf": cache(pdf),
    "plain.pdf": cache(partial(pdf, 10, compressed=False)),
    "owner.pdf": cache(partial(pdf, 2, owner="secret", compressed=False)),
    "report.docx": cache(docx),
    "spending.xlsx": cache(xlsx),
    "shared.xlsx": cache(shared),
    "page.html": cache(html),
    "book.epub": cache(epub),
    "letter.eml": cache(mail),
    "spending.csv": cache(csv),
    "articles.jsonl": cache(jsonl),
    "records.json": cache(json_records),
}
