"""Files to text, with the reason when one cannot be read."""

import codecs
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qa.errors import UnreadableFile
from qa.ingest.frontmatter import split_front_matter

MAX_BYTES = 100 * 1024 * 1024
BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
MARKDOWN = frozenset({".md", ".markdown"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds. ``offset`` is where ``text`` begins in the decoded file."""

    source: str
    text: str
    offset: int = 0
    metadata: Mapping[str, str] = field(default_factory=dict)
    checksum: str = ""


def files_below(path: Path) -> Iterator[Path]:
    """The file itself, or every file of a folder in a stable order; hidden files and folders are passed over.

    Raises UnreadableFile when there is nothing at the path.
    """
    if not path.exists():
        raise UnreadableFile(f"There is no file or folder {path}.", "Check the path.")
    if not path.is_dir():
        yield path
        return
    try:
        children = sorted(path.iterdir())
    except OSError as error:
        raise UnreadableFile(
            f"The folder {path} cannot be read ({error.strerror}).", "Check its permissions."
        ) from error
    for child in children:
        if not child.name.startswith(".") and (child.is_dir() or child.is_file()):
            yield from files_below(child)


def read_file(path: Path) -> Reading:
    """Read a text or Markdown file. Raises UnreadableFile with the reason."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(f"{path} is larger than {MAX_BYTES // 2**20} MB.", "Split it into smaller files.")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read ({error.strerror}).", "Check its permissions.") from error
    return read_bytes(content, str(path.resolve()))


def read_bytes(content: bytes, source: str) -> Reading:
    """Decode what was read from a file, standard input or a request. Raises UnreadableFile with the reason."""
    text = _decoded(content, source)
    if not text.strip():
        raise UnreadableFile(f"{source} is empty.", "There is nothing in it to add.")
    metadata, offset = split_front_matter(text, source)
    if not text[offset:].strip():
        raise UnreadableFile(f"{source} holds front matter but no text.", "There is nothing in it to add.")
    return Reading(source, text[offset:], offset, metadata, hashlib.sha256(content).hexdigest())


def _decoded(content: bytes, source: str) -> str:
    encoding = next((name for mark, name in BYTE_ORDER_MARKS.items() if content.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\0" in content:
        raise UnreadableFile(f"{source} is not text: it holds binary data.", "Only text and Markdown can be added.")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{source} is not {encoding.removesuffix('-sig').upper()} text: byte {error.start} cannot be decoded.",
            "Only text and Markdown can be added; save it as UTF-8.",
        ) from error
