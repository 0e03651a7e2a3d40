"""What reading costs beside the bare library it rests on: the same generated file, the same run.

    python -m bench.readers [SIZE]

SIZE multiplies the files, by default 10 (a PDF of some 60 pages). Prints, for every format, the file's size, megabytes of file
and of text a second of our reader, of the library taking out the text alone (no pages, headings, tables or metadata), and the
ratio of the two; the best of three runs of each.
"""

import csv
import json
import sys
import time
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from io import BytesIO, StringIO
from zipfile import ZipFile

from qa.adapters.readers import read
from tests.qa.adapters.readers import samples
from tests.qa.adapters.readers.pdf_samples import pdf

RUNS = 3


def bare_pdf(content: bytes) -> str:
    """pypdf."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def bare_html(content: bytes) -> str:
    """trafilatura."""
    from trafilatura import extract

    return extract(content, include_comments=False) or ""


def bare_docx(content: bytes) -> str:
    """python-docx, which our reader does not use."""
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs)


def bare_xlsx(content: bytes) -> str:
    """openpyxl."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    text = "\n".join(" ".join(map(str, row)) for row in book.active.iter_rows(values_only=True))
    book.close()
    return text


def bare_epub(content: bytes) -> str:
    """zipfile and lxml."""
    from lxml import html

    with ZipFile(BytesIO(content)) as book:
        pages = [book.read(name) for name in book.namelist() if name.endswith("xhtml")]
    return "\n".join(str(html.document_fromstring(page).text_content()) for page in pages)


def bare_mail(content: bytes) -> str:
    """email."""
    body = message_from_bytes(content, policy=default).get_body(("plain",))
    return str(body.get_content()) if body else ""


def bare_csv(content: bytes) -> str:
    """csv."""
    return "\n".join(" ".join(row) for row in csv.reader(StringIO(content.decode()), delimiter=";"))


def bare_json(content: bytes) -> str:
    """json."""
    return "\n".join(json.loads(line)["text"] for line in content.decode().split("\n"))


def ours(content: bytes, name: str) -> str:
    """Everything: detection, structure, pages, metadata, checksum."""
    return "\n".join(reading.text for reading in read(content, name) or ())


def fastest(action: Callable[[], str]) -> float:
    """Seconds, the best of three."""
    taken = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        action()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def line(name: str, content: bytes, bare: Callable[[bytes], str]) -> str:
    """One format's figures."""
    text = ours(content, name)
    mine, theirs = fastest(lambda: ours(content, name)), fastest(lambda: bare(content))
    size, letters = len(content) / 1e6, len(text.encode()) / 1e6
    speeds = f"{size / mine:9.2f} {letters / mine:9.2f} {size / theirs:9.2f} {letters / theirs:9.2f}"
    return f"{name:15} {(bare.__doc__ or '').split(',')[0].rstrip('.'):18} {size:8.2f} {speeds} {theirs / mine:7.2f}"


def main() -> None:
    """Measure and print."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    print(
        f"{'file':15} {'library':18} {'MB':>8} {'ours MB/s':>9} {'text MB/s':>9} {'bare MB/s':>9} {'text MB/s':>9} {'ratio':>7}"
    )
    files: list[tuple[str, bytes, Callable[[bytes], str]]] = [
        ("report.pdf", pdf(60 * size), bare_pdf),
        ("page.html", samples.html(20 * size), bare_html),
        ("report.docx", samples.docx(100 * size), bare_docx),
        ("table.xlsx", samples.xlsx(500 * size), bare_xlsx),
        ("book.epub", samples.epub(400 * size), bare_epub),
        ("letter.eml", samples.mail(400 * size), bare_mail),
        ("table.csv", samples.csv(2_000 * size), bare_csv),
        ("articles.jsonl", samples.jsonl(1_000 * size), bare_json),
    ]
    for name, content, bare in files:
        print(line(name, content, bare))


if __name__ == "__main__":
    main()
