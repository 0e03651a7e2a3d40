"""Documents as they come: PDF, web pages, Word, Excel, books, mail, tables and records to readings.

``read`` is the one door. Text and Markdown are not read here: their offsets are into the file itself, and ``qa.ingest`` keeps them so.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from qa.adapters.readers.detecting import CSV_NAMES, JSON_NAMES, detect
from qa.adapters.readers.limits import Archive
from qa.adapters.readers.strangers import packed_stranger
from qa.types import Reading

_NO_CHARACTERS = re.compile("[\0\ud800-\udfff]")  # which SQLite and UTF-8 refuse


def read(content: bytes, source: str) -> list[Reading] | None:
    """The texts a file holds, at least one; None when it is plain text or Markdown, or is of no format known here.

    Raises UnreadableFile, whose message names the file and the reason, when the file cannot be read.
    """
    readings = _read(content, source)
    if readings is None:
        return None
    checksum = hashlib.sha256(content).hexdigest()
    return [_stamped(reading, checksum) for reading in readings]


def _read(content: bytes, source: str) -> list[Reading] | None:
    found = detect(content, source)
    if found is None:
        return None
    if found == "zip":
        return _read_archive(content, source)
    if found == "json":
        return _read_json(content, source)
    return _reader(found)(content, source)


def _read_json(content: bytes, source: str) -> list[Reading] | None:
    """A bracket at the beginning may also be text's, or a table's."""
    from qa.adapters.readers.records import read_json

    name = PurePath(source).suffix.casefold()
    readings = read_json(content, source, name in JSON_NAMES)
    return _reader("csv")(content, source) if readings is None and name in CSV_NAMES else readings


def _reader(found: str) -> Callable[[bytes, str], list[Reading]]:
    from qa.adapters.readers.html import read_html
    from qa.adapters.readers.mail import read_mail
    from qa.adapters.readers.pdf import read_pdf
    from qa.adapters.readers.tables import read_csv

    return {"pdf": read_pdf, "html": read_html, "mail": read_mail, "csv": read_csv}[found]


def _read_archive(content: bytes, source: str) -> list[Reading]:
    """The formats that are zip files, told apart by what is inside."""
    from qa.adapters.readers.docx import DOCUMENT, read_docx
    from qa.adapters.readers.epub import CONTAINER, read_epub
    from qa.adapters.readers.workbooks import WORKBOOK, read_xlsx

    archive = Archive(content, source, "a zip archive")
    if DOCUMENT in archive:
        return read_docx(archive)
    if WORKBOOK in archive:
        return read_xlsx(archive, content)
    if CONTAINER in archive:
        return read_epub(archive)
    raise packed_stranger(archive.names, source)


def _stamped(reading: Reading, checksum: str) -> Reading:
    text = _NO_CHARACTERS.sub("\ufffd", reading.text)  # one for one: spans and pages stay right
    metadata = {key: _NO_CHARACTERS.sub("\ufffd", value) for key, value in reading.metadata.items()}
    return replace(reading, text=text, metadata=metadata, checksum=checksum)
