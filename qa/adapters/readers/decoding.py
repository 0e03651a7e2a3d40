"""Bytes to text, for the formats that say or show their encoding."""

import codecs
import logging
import re

from qa.adapters.readers.refusing import textless

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before the mark of UTF-16 that it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_AS_BROWSERS_DO = {
    "latin-1": "cp1252",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# Codecs of Python that are for other things (base64, idna, unicode_escape) are none that a file may name.
_OF_TEXT = re.compile(
    r"utf-8|ascii|latin-1|cp\d+|iso8859-\d+|iso2022_\w+|euc_\w+|big5\w*|gb\w+|hz|johab|koi8-\w|shift_jis\w*|mac-?\w+|tis-620"
)
_SAMPLE = 256 * 1024  # enough to tell encodings apart; the search tries dozens of them
_HEAD = 4096


def head(content: bytes) -> str:
    """The beginning, good enough to look for ASCII marks of a format in."""
    mark, name = _mark(content)
    return content[len(mark) : len(mark) + _HEAD].decode(name or "latin-1", "replace").lstrip("\ufeff \t\r\n\f")


def decoded(content: bytes, source: str, declared: bool = False) -> str:
    """Text by its byte order mark, by what a page declares of itself where that is asked for, as UTF-8, or by likelihood.

    Raises UnreadableFile when no encoding fits.
    """
    mark, name = _mark(content)
    if name:
        return content[len(mark) :].decode(name, "replace")
    for candidate in [_declared(content), "utf-8"] if declared else ["utf-8"]:
        try:
            return content.decode(candidate)
        except UnicodeDecodeError:
            continue  # pages lie about it; the next candidate is as good
    return content.decode(_likely(content, source), "replace")


def _mark(content: bytes) -> tuple[bytes, str]:
    return next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", ""))


def codec(name: str | None) -> str | None:
    """What Python calls an encoding that a file names; None for what is none, or none of text."""
    try:
        known = codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return None
    return _AS_BROWSERS_DO.get(known, known) if _OF_TEXT.fullmatch(known) else None


def _declared(content: bytes) -> str:
    """What a page names in ASCII is not UTF-16, whatever it says."""
    found = _DECLARED.search(content, 0, _HEAD)
    return codec((found[1] or found[2]).decode("ascii", "replace")) or "utf-8" if found else "utf-8"


def _likely(content: bytes, source: str) -> str:
    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)
    sample = content if len(content) <= _SAMPLE else content[:_SAMPLE].rpartition(b"\n")[0] or content[:_SAMPLE]
    best = from_bytes(sample).best()  # cut behind a line, for half a character fits no encoding
    if best is None:
        raise textless(source, "its encoding cannot be told", "Save it as UTF-8.")
    return best.encoding
