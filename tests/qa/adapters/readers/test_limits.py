"""Archives that would unfold to too much, or hide something, are refused before they are unpacked."""

import struct
import zipfile

import pytest

from qa.adapters.readers import limits, read
from qa.errors import UnreadableFile
from tests.qa.adapters.readers.samples import docx, packed, shared, unpacked, xlsx

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{LAUGHS}]>'.encode()


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"word/document.xml": b"\0" * (limits.FREE_OF_RATIO + 1)}, "times its size, as a zip bomb does"),
        ({f"{n}": b"\0" * 40 * 2**20 for n in range(8)}, "unpacks to 320 MB, as a zip bomb does"),
        ({f"{n}": b"" for n in range(limits.MAX_ENTRIES + 1)}, "holds 10001 files"),
    ],
)
def test_bombs_are_refused(files: dict[str, bytes], reason: str) -> None:
    """By the sizes they declare, which nothing unpacks more than."""
    with pytest.raises(UnreadableFile, match=reason):
        read(packed(files), "bomb.docx")


def test_a_lie_about_the_size_unfolds_to_no_more_than_was_told() -> None:
    """zipfile stops at the declared size, and the check sum is then wrong."""
    content = bytearray(packed({"word/document.xml": b"\0" * 10_000_000}))
    for mark, at in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        place = content.index(mark) + at
        content[place : place + 4] = struct.pack("<I", 1_000)
    with pytest.raises(UnreadableFile, match=r"bomb\.docx cannot be read"):
        read(bytes(content), "bomb.docx")


def test_a_part_with_a_password_is_refused() -> None:
    """The flag in the archive's directory says so."""
    content = bytearray(packed({"word/document.xml": b"<a/>"}))
    content[content.index(b"PK\1\2") + 8] |= 1
    with pytest.raises(UnreadableFile, match="protected by a password"):
        read(bytes(content), "a.docx")


@pytest.mark.parametrize(
    ("content", "part"),
    [(docx(2), "word/document.xml"), (docx(2), "docProps/core.xml"), (xlsx(2), "xl/worksheets/sheet1.xml")],
)
def test_entities_are_never_unfolded(content: bytes, part: str) -> None:
    """A document that declares them is refused, whichever part does."""
    files = unpacked(content)
    head, _, body = files[part].rpartition(b"?>")
    with pytest.raises(UnreadableFile, match=r"bomb\.docx"):
        read(packed(files | {part: head + b"?>" + DOCTYPE + body if head else DOCTYPE + body}), "bomb.docx")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "docProps/core.xml"])
def test_entities_in_a_workbook_s_other_parts_do_no_harm(part: str) -> None:
    """Refused or left as they are; not multiplied."""
    files = unpacked(shared(2))
    bomb = DOCTYPE + files[part].rpartition(b"?>")[2].replace(b"Jo Doe", b"&l9;").replace(b"Country 0", b"&l9;")
    try:
        readings = read(packed(files | {part: bomb}), "a.xlsx") or []
    except UnreadableFile:
        return
    assert sum(len(reading.text) + sum(map(len, reading.metadata.values())) for reading in readings) < 5_000


def test_ways_of_packing_are_tried_and_refused() -> None:
    """bzip2 and LZMA are unpacked as well; an unknown way is a broken archive."""
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert read(packed(unpacked(docx(2)), method), "a.docx")
    content = packed({"word/document.xml": b"<a/>"}).replace(b"\x08\0", b"\x63\0")
    with pytest.raises(UnreadableFile, match=r"a\.docx"):
        read(content, "a.docx")
