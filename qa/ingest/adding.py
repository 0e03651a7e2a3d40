"""Files into the catalog, batch by batch: read, split, embed what is new, write."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qa.abbreviations import explained
from qa.catalog import Catalog
from qa.catalog.catalog import Entry
from qa.catalog.sketches import sketch
from qa.errors import UnreadableFile
from qa.ingest import naming, reading, splitting
from qa.ingest.naming import Provenance
from qa.ingest.reports import AddReport, Refused
from qa.ingest.sources import Source, load
from qa.passages import embedding_inputs
from qa.ports import Embedder
from qa.types import Document, Passage, Reading

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
class _Batch:
    """What is written together: documents, those that their files no longer hold, and the texts to embed by vector key."""

    entries: list[Entry] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def passages(self) -> int:
        return sum(len(entry.passages) for entry in self.entries)


class Adder:
    """Adds files to a catalog. One ``Adder`` serves one ``add``; the caller holds the writer's lock."""

    def __init__(self, catalog: Catalog, embedder: Embedder, provenance: Provenance) -> None:
        self._catalog = catalog
        self._embedder = embedder
        self._provenance = provenance
        self._outcomes: dict[str, list[str]] = {name: [] for name in ("added", "updated", "unchanged", "duplicates")}
        self._refused: list[Refused] = []
        self._passages = 0
        self._batch = _Batch()

    def add_files(self, files: Sequence[Path], on_progress: OnProgress = lambda _: None) -> AddReport:
        """Read and add files; one that cannot be read is reported and the others are still added."""
        for done, file in enumerate(files, start=1):
            try:
                self._take(load(file))
            except UnreadableFile as error:
                self._refused.append(Refused(str(file), str(error)))
            on_progress(Progress(done, len(files), self._passages, str(file)))
        return self._report()

    def add_source(self, source: Source) -> AddReport:
        """Add what is no file of ours: standard input, an upload. Raises UnreadableFile."""
        self._take(source)
        return self._report()

    def write_again(self, document: Document, passages: Sequence[Passage]) -> None:
        """Write a document whose title or provenance has changed."""
        self._batch.entries.append(self._entry(document, passages))
        self._write()

    def _report(self) -> AddReport:
        self._write()
        outcomes = {name: tuple(sources) for name, sources in self._outcomes.items()}
        return AddReport(**outcomes, refused=tuple(self._refused), passages=self._passages)

    def _take(self, source: Source) -> None:
        made_from = naming.checksum(source.content, self._provenance)
        before = self._catalog.of_source(self._provenance.collection, source.name)
        if before and set(before.values()) == {made_from}:
            self._outcomes["unchanged"].append(source.name)
        elif not before and self._is_here(made_from):
            self._outcomes["duplicates"].append(source.name)
        else:
            self._read(source, made_from, before)

    def _is_here(self, made_from: str) -> bool:
        waiting = any(entry.document.sha256 == made_from for entry in self._batch.entries)
        return waiting or self._catalog.has_content(self._provenance.collection, made_from)

    def _read(self, source: Source, made_from: str, before: Mapping[str, str]) -> None:
        readings = reading.read(source, self._provenance.captured)
        entries = [entry for each in readings if (entry := self._split(each, made_from)).passages]
        if not entries:
            raise UnreadableFile(f"{source.name} holds no sentence.", "There is nothing in it to add.")
        self._outcomes["updated" if before else "added"].append(source.name)
        self._batch.entries += entries
        self._batch.gone += before.keys() - {entry.document.id for entry in entries}
        if self._batch.passages >= BATCH_PASSAGES:
            self._write()

    def _split(self, each: Reading, made_from: str) -> Entry:
        edits = self._catalog.edits(naming.document_id(self._provenance.collection, each.source, each.part))
        document = naming.document_from(each, self._provenance, made_from, edits)
        return self._entry(document, splitting.split(document.id, each, self._embedder))

    def _entry(self, document: Document, passages: Sequence[Passage]) -> Entry:
        inputs = embedding_inputs(passages, document.title, self._embedder)
        keyed = [{_key(text): text for text in texts} for texts in inputs]
        for texts in keyed:
            self._batch.texts |= texts
        keys = tuple(tuple(texts) for texts in keyed)
        return Entry(document, tuple(passages), keys, tuple(sketch(document.text)), tuple(explained(document.text)))

    def _write(self) -> None:
        batch, self._batch = self._batch, _Batch()
        if not batch.entries:
            return
        known = self._catalog.vectors.known(batch.texts)
        new = {key: text for key, text in batch.texts.items() if key not in known}
        vectors = dict(zip(new, self._embedder.embed_passages(list(new.values())), strict=True)) if new else {}
        self._catalog.put(batch.entries, vectors, batch.gone)
        self._passages += batch.passages


def vanished(catalog: Catalog, collection: str, paths: Iterable[Path], found: Iterable[Path]) -> list[str]:
    """The documents whose files were below these folders and are there no longer."""
    folders = [path.resolve() for path in paths if path.is_dir()]
    there = {str(file.resolve()) for file in found}
    lost = (source for source in sorted(catalog.sources(collection) - there) if _is_below(source, folders))
    return [document for source in lost for document in catalog.of_source(collection, source)]


def edited(document: Document, edits: Mapping[str, str | None]) -> Document:
    """A document as a person corrected it. Raises UnreadableFile for a date that is none."""
    values: dict[str, object] = dict(edits)
    if "published" in edits:
        values |= {"published": naming.a_day(edits["published"], "The edit"), "published_estimated": False}
    return replace(document, **values)  # type: ignore[arg-type]  # the fields are those of naming.EDITABLE


def _is_below(source: str, folders: Iterable[Path]) -> bool:
    return any(Path(source).is_relative_to(folder) for folder in folders)


def _key(text: str) -> str:
    """What a vector is kept under; a library holds vectors of one embedding model only."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
