"""The content says what a file is; the name decides only what it leaves open."""

import subprocess
import sys

import pytest

from qa.adapters.readers import read
from qa.errors import UnreadableFile
from tests.qa.adapters.readers.samples import SAMPLES, packed

BY_NAME_ONLY = {"spending.csv"}
OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - BY_NAME_ONLY))
@pytest.mark.parametrize(
    "wrong", ["file", "notes.txt", "notes.md", "table.csv", "page.html", "data.json", "report.pdf", "a.docx"]
)
def test_a_wrong_suffix_changes_nothing(name: str, wrong: str) -> None:
    """The same texts under any name."""
    content = SAMPLES[name]()
    right, other = read(content, name), read(content, wrong)
    assert right is not None
    assert other is not None
    assert [(reading.text, reading.part, reading.source) for reading in other] == [
        (reading.text, reading.part, wrong) for reading in right
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Plain words.",
        b"# A title\n\n- [a link](https://example.org)\n",
        b"[1] A note, not JSON.\n[2] Another.",
        b"[caf\xe9]",
        b"{curly} words",
        b"Such files begin with %PDF-1.7, as is known.",
        b"[",
        b"<div align=center>\n\n# Markdown with a tag\n</div>",
        b"<!-- a remark -->\n# Markdown",
        b"From: Kim\nTo: Jo\nDate: Friday\n\nA letter typed by hand.",
        b"a,b\n1,2\n",
        b"PK is what they call it.",
        b"BM is short for a thing that is longer.",
        b"ID3 tags are in music.",
        b"---\ntitle: Front matter\n---\nText.",
        "한국".encode("utf-16"),
    ],
)
def test_text_is_left_to_the_text_s_own_path(content: bytes) -> None:
    """Nothing is returned, and nothing refused."""
    assert read(content, "notes.txt") is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (OFFICE + "WordDocument".encode("utf-16-le"), r"an old Word \(.doc\) file"),
        (OFFICE + "Workbook".encode("utf-16-le"), r"an old Excel \(.xls\) file"),
        (OFFICE + "PowerPoint Document".encode("utf-16-le"), r"an old PowerPoint \(.ppt\) file"),
        (OFFICE + "__substg1.0_0037001F".encode("utf-16-le"), r"an Outlook \(.msg\) message"),
        (OFFICE, "an old Office file"),
        (packed({"ppt/presentation.xml": b"<p/>"}), r"a PowerPoint \(.pptx\) file"),
        (packed({"xl/workbook.bin": b""}), r"a binary Excel \(.xlsb\) file"),
        (packed({"content.xml": b"<o/>"}), "an OpenDocument file"),
        (packed({"a.txt": b"hello"}), "a zip archive"),
        (packed({}), "a zip archive"),
        (b"\x89PNG\r\n\x1a\n\0", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "an image"),
        (b"ID3\x04\0", "an audio file"),
        (b"RIFF\0\0\0\0WAVEfmt ", "an audio file"),
        (b"\0\0\0\x20ftypisom", "a video"),
        (b"\x1f\x8b\x08\0", "an archive"),
        (b"7z\xbc\xaf\x27\x1c", "an archive"),
        (b"{\\rtf1\\ansi}", "a Rich Text"),
        (b"%!PS-Adobe-3.0", "a PostScript file"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b'<?xml version="1.0"?><rss/>', "an XML file"),
    ],
)
def test_formats_that_are_not_read_are_refused_by_their_name(content: bytes, kind: str) -> None:
    """Not as "binary data", and with what to do instead."""
    with pytest.raises(UnreadableFile, match=rf"^thing is {kind}.*, which is not read\.") as caught:
        read(content, "thing")
    assert caught.value.remedy


def test_protected_office_files_are_refused() -> None:
    """Word and Excel pack an encrypted document in their old format."""
    with pytest.raises(UnreadableFile, match=r"^a\.docx is protected by a password\."):
        read(OFFICE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "a.docx")


def test_importing_the_door_loads_no_library() -> None:
    """``qa --help`` must not wait for readers it does not use."""
    heavy = "trafilatura pypdf openpyxl lxml charset_normalizer"
    code = f"import sys, qa.adapters.readers; print(*sorted(set(sys.modules) & set({heavy!r}.split())))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""
