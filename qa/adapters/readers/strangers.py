"""Files whose format is known and not read, so that they are refused by its name and not as "binary data"."""

import re

from qa.adapters.readers.refusing import locked, unread
from qa.errors import UnreadableFile

_AS_PDF = "Save it as PDF or docx and add that."
_PICTURE = "Only text can be read from a file; run OCR on the picture first."
_SOUND = "Only text can be read from a file; add its transcript."
_UNPACK = "Unpack it and add the files."

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP|\0\0\x01\0", "an image", _PICTURE),
    (rb"\0{3}.ftyp(?:heic|heix|mif1|avif)", "an image", _PICTURE),
    (rb"ID3[\x02-\x04]|\xff[\xfb\xf3\xf2]|fLaC\0|OggS\0|RIFF.{4}WAVE|FORM.{4}AIF[FC]|\0{3}.ftypM4A", "an audio file", _SOUND),
    (rb"\0{2}.{2}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI |\0\0\x01[\xba\xb3]", "a video", _SOUND),
    (rb"\x1f\x8b\x08|BZh[1-9]1AY&SY|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\xfd7zXZ\0|\x28\xb5\x2f\xfd|.{257}ustar[\0 ]", "an archive", _UNPACK),
    (rb"\{\\rtf", "a Rich Text (.rtf) file", _AS_PDF),
    (rb"%!PS", "a PostScript file", "Convert it to PDF and add that."),
    (rb"SQLite format 3\0", "an SQLite database", "Export what you need as CSV."),
    (rb"PAR1[\0\x15]", "a Parquet file", "Export what you need as CSV."),
    (rb"\x7fELF|MZ.{56,62}\0|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", "a program", "There is nothing in it to add."),
)  # fmt: skip
_PATTERNS = [(re.compile(pattern, re.DOTALL), kind, remedy) for pattern, kind, remedy in _MAGIC]

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = {  # by the names of what is inside, in the order they are looked for
    "WordDocument": ("an old Word (.doc) file", "Save it as docx and add that."),
    "PowerPoint Document": ("an old PowerPoint (.ppt) file", "Save it as PDF and add that."),
    "Workbook": ("an old Excel (.xls) file", "Save it as xlsx and add that."),
    "Book": ("an old Excel (.xls) file", "Save it as xlsx and add that."),
    "__substg1.0_": ("an Outlook (.msg) message", "Save it as .eml and add that."),
}

_PACKED = (
    (re.compile(r"ppt/"), "a PowerPoint (.pptx) file", "Save it as PDF and add that."),
    (re.compile(r"xl/workbook\.bin$"), "a binary Excel (.xlsb) file", "Save it as xlsx and add that."),
    (re.compile(r"(?:content\.xml|META-INF/manifest\.xml)$"), "an OpenDocument file", "Save it as docx, xlsx or PDF and add that."),
    (re.compile(r"Index/Document\.iwa$"), "an Apple iWork file", _AS_PDF),
    (re.compile(""), "a zip archive", _UNPACK),
)  # fmt: skip


def refuse_stranger(content: bytes, source: str) -> None:
    """Raises UnreadableFile when the content begins as a format that is known and not read."""
    if content.startswith(_COMPOUND):
        raise _compound(content, source)
    for pattern, kind, remedy in _PATTERNS:
        if pattern.match(content):
            raise unread(source, kind, remedy)


def packed_stranger(names: list[str], source: str) -> UnreadableFile:
    """The refusal of a zip file that is none of the formats we read."""
    for pattern, kind, remedy in _PACKED:
        if any(pattern.match(name) for name in names) or not pattern.pattern:
            return unread(source, kind, remedy)
    raise AssertionError("the last pattern matches everything")


def _compound(content: bytes, source: str) -> UnreadableFile:
    """What Microsoft packed its old formats in, and still packs encrypted new ones in."""
    if _named("EncryptedPackage") in content:
        return locked(source)
    for name, (kind, remedy) in _STREAMS.items():
        if _named(name) in content:
            return unread(source, kind, remedy)
    return unread(source, "an old Office file", _AS_PDF)


def _named(stream: str) -> bytes:
    return stream.encode("utf-16-le")
