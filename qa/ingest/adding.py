"""Documents into the catalog, batch by batch: read, split, embed what is new, write."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qa.catalog import Catalog
from qa.catalog.catalog import Entry
from qa.errors import UnreadableFile
from qa.ingest.naming import Provenance, document_from, document_id
from qa.ingest.reading import Reading, files_below, read_file
from qa.passages import build_passages, embedding_inputs
from qa.ports import Embedder
from qa.sentences import split_sentences
from qa.types import AddReport, Document, Refused

BATCH_PASSAGES = 256  # written, and so safe, together


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ``add`` has come."""

    files_done: int
    files: int
    passages: int
    source: str


OnProgress = Callable[[Progress], None]


@dataclass(slots=True)
class _Tally:
    """The report in the making."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    passages: int = 0

    def report(self) -> AddReport:
        return AddReport(
            tuple(self.added), tuple(self.updated), tuple(self.unchanged), tuple(self.refused), self.passages
        )


def find_files(paths: Iterable[Path]) -> tuple[list[Path], list[Refused]]:
    """Every file the paths name, each once, and the paths that name none."""
    files: dict[Path, Path] = {}
    refused: list[Refused] = []
    for path in paths:
        try:
            files.update({file.resolve(): file for file in files_below(path)})
        except UnreadableFile as error:
            refused.append(Refused(str(path), str(error)))
    return list(files.values()), refused


class Adder:
    """Adds readings to a catalog. One ``Adder`` serves one ``add``; the caller holds the writer's lock."""

    def __init__(self, catalog: Catalog, embedder: Embedder, provenance: Provenance, on_progress: OnProgress) -> None:
        self._catalog = catalog
        self._embedder = embedder
        self._provenance = provenance
        self._on_progress = on_progress
        self._tally = _Tally()
        self._to_embed: dict[str, str] = {}  # the batch's texts by their vector keys

    def add_files(self, files: Sequence[Path], refused: Sequence[Refused] = ()) -> AddReport:
        """Read and add files; one that cannot be read is reported and the others are still added."""
        self._tally.refused += refused
        return self._add(self._readings(files), len(files))

    def add_reading(self, reading: Reading) -> AddReport:
        """Add one text that is already read."""
        return self._add([reading], 1)

    def _add(self, readings: Iterable[Reading], count: int) -> AddReport:
        batch: list[Entry] = []
        for done, reading in enumerate(readings, start=1):
            batch += self._entries(reading)
            if sum(len(entry.passages) for entry in batch) >= BATCH_PASSAGES:
                self._write(batch)
                batch = []
            self._on_progress(Progress(done, count, self._tally.passages, reading.source))
        self._write(batch)
        return self._tally.report()

    def _readings(self, files: Iterable[Path]) -> Iterator[Reading]:
        for file in files:
            try:
                yield read_file(file)
            except UnreadableFile as error:
                self._tally.refused.append(Refused(str(file), str(error)))

    def _entries(self, reading: Reading) -> list[Entry]:
        """The document ready to be written; nothing when it is there already, or was refused."""
        try:
            document = document_from(reading, self._provenance)
        except UnreadableFile as error:
            self._tally.refused.append(Refused(reading.source, str(error)))
            return []
        before = self._catalog.checksum(document_id(document.collection, document.source))
        if before == document.sha256:
            self._tally.unchanged.append(document.source)
            return []
        (self._tally.added if before is None else self._tally.updated).append(document.source)
        return [self._entry(document)]

    def _entry(self, document: Document) -> Entry:
        passages = build_passages(document.id, split_sentences(document.text), document.text, self._embedder)
        inputs = [embedding_inputs(passage, document.title, self._embedder) for passage in passages]
        keyed = [{_key(text): text for text in texts} for texts in inputs]
        for texts in keyed:
            self._to_embed |= texts
        return Entry(document, tuple(passages), tuple(tuple(texts) for texts in keyed))

    def _write(self, batch: Sequence[Entry]) -> None:
        if not batch:
            return
        known = self._catalog.vectors.known(self._to_embed)
        new = {key: text for key, text in self._to_embed.items() if key not in known}
        vectors = dict(zip(new, self._embedder.embed_passages(list(new.values())), strict=True)) if new else {}
        self._catalog.put(batch, vectors)
        self._to_embed.clear()
        self._tally.passages += sum(len(entry.passages) for entry in batch)


def _key(text: str) -> str:
    """What a vector is kept under; a library holds vectors of one embedding model only."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
