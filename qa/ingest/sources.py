"""Files as they are found: a name, bytes, and when they were last written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from qa.errors import UnreadableFile
from qa.ingest.reports import Refused

MAX_BYTES = 100 * 2**20


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with the name they are known by. ``modified``: the day the file was last written, None for what is no file."""

    name: str
    content: bytes
    modified: date | None = None


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


def find_files(paths: Iterable[Path]) -> tuple[list[Path], list[Refused]]:
    """Every file that the paths name, each once, and the paths that name none."""
    files: dict[Path, Path] = {}
    refused: list[Refused] = []
    for path in paths:
        try:
            files.update({file.resolve(): file for file in files_below(path)})
        except UnreadableFile as error:
            refused.append(Refused(str(path), str(error)))
    return list(files.values()), refused


def load(path: Path) -> Source:
    """A file's bytes. Raises UnreadableFile with the reason."""
    try:
        status = path.stat()
        if status.st_size > MAX_BYTES:
            raise UnreadableFile(f"{path} is larger than {MAX_BYTES // 2**20} MB.", "Split it into smaller files.")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read ({error.strerror}).", "Check its permissions.") from error
    return Source(str(path.resolve()), content, datetime.fromtimestamp(status.st_mtime, UTC).date())
