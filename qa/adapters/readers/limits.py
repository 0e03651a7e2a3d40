"""How much a file may unfold to, and the one way an archive is opened."""

import zipfile
import zlib
from io import BytesIO

from qa.adapters.readers.refusing import locked, refused_if, too_large

MAX_ENTRIES = 10_000
MAX_UNPACKED = 300 * 2**20
MAX_PART = 100 * 2**20  # of one file inside: as a tree it takes about ten times that in memory
MAX_RATIO = 200
FREE_OF_RATIO = 20 * 2**20  # what unfolds to less than this does no harm, however well it was packed

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a way of packing zipfile does not know
    RuntimeError,  # a part with a password
    OSError,  # an offset before the file's beginning; bz2 and LZMA data that are none
    ValueError,
    LookupError,
    MemoryError,  # an LZMA part that asks for a dictionary of gigabytes
)


class Archive:
    """A zip file that passed the limits: zipfile never unpacks more of a part than was declared, and the declared sizes are within them."""

    def __init__(self, content: bytes, source: str, kind: str) -> None:
        self.source, self.kind = source, kind
        with refused_if(BROKEN_ZIP, source, kind):
            self._zip = zipfile.ZipFile(BytesIO(content))
        self._check(len(content))

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    @property
    def names(self) -> list[str]:
        """Of all files inside, in the archive's order."""
        return self._zip.namelist()

    def part(self, name: str) -> bytes:
        """One file's content. Raises UnreadableFile when it is missing, damaged or too large."""
        with refused_if(BROKEN_ZIP, self.source, self.kind):
            if self._zip.getinfo(name).file_size > MAX_PART:
                raise ValueError(f"{name} unpacks to more than {MAX_PART // 2**20} MB")
            return self._zip.read(name)

    def _check(self, packed: int) -> None:
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        reason = ""
        if len(entries) > MAX_ENTRIES:
            reason = f"it holds {len(entries)} files"
        elif unpacked > MAX_UNPACKED:
            reason = f"it unpacks to {unpacked / 2**20:.0f} MB"
        elif unpacked > FREE_OF_RATIO and unpacked > MAX_RATIO * packed:
            reason = f"it unpacks to {unpacked // max(packed, 1)} times its size"
        if reason:
            raise too_large(self.source, f"{reason}, as a zip bomb does")
        if any(entry.flag_bits & 1 for entry in entries):
            raise locked(self.source)
