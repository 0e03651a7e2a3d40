"""Which format a file's content is in. The name decides only where the content leaves it open."""

import re
from pathlib import PurePath
from typing import Literal

from qa.adapters.readers.decoding import head
from qa.adapters.readers.refusing import unread
from qa.adapters.readers.strangers import refuse_stranger

Format = Literal["pdf", "zip", "html", "mail", "csv", "json"]

_PDF_WITHIN = 1024  # readers accept it this far in
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml"})
_MAIL_NAMES = frozenset({".eml", ".mht", ".mhtml"})
CSV_NAMES = frozenset({".csv", ".tsv", ".tab"})
JSON_NAMES = frozenset({".json", ".jsonl", ".ndjson"})

_PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL
)
_TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.I)
_XML = re.compile(r"<\?xml\s")
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?[^\n]*\n(?:[ \t]+[^\n]*\n)*")
_OF_MACHINES = frozenset({"message-id", "mime-version", "received", "return-path", "delivered-to", "dkim-signature"})
_OF_MAIL = frozenset({"from", "to", "subject", "date", "cc", "sender", "content-type"}) | _OF_MACHINES


def detect(content: bytes, source: str) -> Format | None:
    """The format, or None for text and what is unknown. Raises UnreadableFile for a format that is known and not read."""
    if _is_pdf(content):
        return "pdf"
    if content.startswith((b"PK\3\4", b"PK\5\6")):
        return "zip"
    refuse_stranger(content, source)
    start, name = head(content), PurePath(source).suffix.casefold()
    if _PAGE.match(start) or (name in _HTML_NAMES and _TAG.search(start)):
        return "html"
    if _XML.match(start):
        raise unread(source, "an XML file", "Save what you need of it as HTML or text.")
    if start.startswith("From ") and _is_mail(start.partition("\n")[2], False):
        raise unread(source, "a mailbox of many messages", "Export the messages as .eml files.")
    if _is_mail(start, name in _MAIL_NAMES):
        return "mail"
    if start.startswith(("{", "[")) or (name in JSON_NAMES and start):
        return "json"
    return "csv" if name in CSV_NAMES and start else None


def _is_pdf(content: bytes) -> bool:
    """At the very beginning, or a little way in where the end says so too: a text may well tell of %PDF-."""
    if content[:16].lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"%PDF-"):
        return True
    return b"%PDF-" in content[:_PDF_WITHIN] and b"startxref" in content[-2048:]


def _is_mail(start: str, named: bool) -> bool:
    """Headers first. A letter typed into a text file may have From and Date; only machines write the others."""
    seen: set[str] = set()
    position, start = 0, start.replace("\r\n", "\n")
    while found := _HEADER.match(start, position):
        seen.add(found[1].casefold())
        position = found.end()
    return bool(seen & _OF_MAIL) if named else "from" in seen and bool(seen & _OF_MACHINES)
