"""Files to text, with the reason when one cannot be read."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import UnreadableFile
from qa.ingest.reading import read
from qa.ingest.sources import Source, files_below, load
from qa.types import Reading


def read_bytes(content: bytes, name: str) -> Reading:
    """The one text of a file with this content."""
    (reading,) = read(Source(name, content))
    return reading


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"---\ntitle: Nothing else\n---\n", "no text"),
        (b"abc\x00def", "binary data"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "an image"),
        (b"\xff\xfe\x00\xd8\x00", "no UTF-16"),
        (b"---\ntitle: [unclosed\n---\nText.", "not valid YAML"),
        (b"---\na: b: c\n---\nText.", "line 2"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_and_reason(content: bytes, reason: str) -> None:
    """The message names the file and what is wrong with it."""
    with pytest.raises(UnreadableFile, match=reason) as caught:
        read_bytes(content, "notes.md")
    assert "notes.md" in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks_are_understood(encoding: str) -> None:
    """UTF-8 with or without its mark, and UTF-16 with one."""
    assert read_bytes("Café 한국 🙂\r\n".encode(encoding), "a.txt").text == "Café 한국 🙂\r\n"


def test_front_matter_is_metadata_and_not_text() -> None:
    """The known keys are taken, under their other names too; the text begins behind the block, and its offset says where."""
    content = "---\r\ntitle: A plan\r\ndate: 2025-11-14\r\nauthor: [One desk, Another desk]\r\ndraft: true\r\n---\r\nThe text.\r\n"
    reading = read_bytes(content.encode(), "plan.md")
    assert reading.text == "The text.\r\n"
    assert content[reading.offset :] == reading.text
    assert reading.metadata == {"title": "A plan", "published": "2025-11-14", "author": "One desk, Another desk"}


@pytest.mark.parametrize(
    "text", ["---\n\nA rule above.\n", "No front matter.\n---\nNone.\n", "---\njust words\n---\nText.\n", "--- \n"]
)
def test_a_rule_is_not_front_matter(text: str) -> None:
    """Dashes alone do not make metadata."""
    reading = read_bytes(text.encode(), "a.md")
    assert (reading.text, reading.offset, reading.metadata) == (text, 0, {})


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Nothing else is ever raised."""
    with suppress(UnreadableFile):
        assert all(reading.text.strip() for reading in read(Source("x", content)))


@given(st.text(alphabet="-:\n[]{}#&*!|>'\"%@`ab ", max_size=60))
def test_any_front_matter_is_read_or_refused(block: str) -> None:
    """YAML's many surprises are ours to catch."""
    with suppress(UnreadableFile):
        assert read_bytes(f"---\n{block}\n---\nText.".encode(), "x.md").text


def test_a_folder_gives_its_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    """Sorted, deep, and nothing whose name begins with a dot."""
    for name in ("b.txt", "a/z.md", "a/.hidden", ".git/config"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [file.relative_to(tmp_path).as_posix() for file in files_below(tmp_path)] == ["a/z.md", "b.txt"]


def test_missing_paths_are_refused(tmp_path: Path) -> None:
    """A path that is not there, and a file that goes away, are named."""
    with pytest.raises(UnreadableFile, match="no file or folder"):
        list(files_below(tmp_path / "nowhere"))
    with pytest.raises(UnreadableFile, match=r"gone\.txt"):
        load(tmp_path / "gone.txt")
