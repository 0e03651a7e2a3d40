"""Large libraries of text of our own making, written straight through the catalog; the same at every run.

A document's passages lie around one of the cluster centres, as passages about one thing do. Documents carry a publisher (ten in
turn) and a day (a hundred in turn), so that a filter lets a known share through.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from qa.adapters.chroma_index import COLLECTION, ChromaIndex
from qa.catalog import Catalog
from qa.catalog.catalog import Entry
from qa.ports import Vectors
from qa.types import Document, Filters, Passage, Sentence

PER_DOCUMENT = 100  # passages
PUBLISHERS, DAYS = 10, 100
FIRST_DAY = date(2025, 1, 1)
DIMENSIONS, CENTRES = 384, 200
NOISE = 0.7  # length of what is added to a centre; two passages of a cluster then have a cosine of about .67
APART = 0.5  # length of what is added to a passage for a question that is near it
WORDS, WORDS_A_PASSAGE = 20_000, 60
QUESTIONS = 200
BATCH = 20  # documents a transaction
THEIRS = "theirs"  # the folder of Chroma's copy
SYNC_ROWS = 10_000  # Chroma rewrites its graph on disk so seldom: building takes less time

FILTERS = {  # by the share that passes: ours, and what Chroma is given
    1.0: (Filters(), None),
    0.5: (Filters(until=FIRST_DAY + timedelta(days=DAYS // 2 - 1)), {"day": {"$lt": DAYS // 2}}),
    0.1: (Filters(publisher="Publisher 3"), {"publisher": "Publisher 3"}),
    0.01: (Filters(since=FIRST_DAY + timedelta(days=DAYS - 1)), {"day": {"$gte": DAYS - 1}}),
}


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Vectors by passage, in the order of their rows, and questions with their vectors."""

    vectors: Vectors
    questions: Sequence[str]
    asked: Vectors


def passing(size: int, share: float) -> np.ndarray:
    """Which passages the filter of this share lets through."""
    document = np.arange(size) // PER_DOCUMENT
    day = document % DAYS
    by_share: dict[float, np.ndarray] = {
        1.0: day >= 0,
        0.5: day < DAYS // 2,
        0.1: document % PUBLISHERS == 3,
        0.01: day == DAYS - 1,
    }
    return by_share[share]


def vectors(size: int) -> MadeUp:
    """So many passages, and QUESTIONS questions that are each near one of them."""
    rng = np.random.default_rng(7)
    centres = _unit(rng.standard_normal((CENTRES, DIMENSIONS)))
    cluster = rng.integers(CENTRES, size=-(-size // PER_DOCUMENT)).repeat(PER_DOCUMENT)[:size]
    passages = _around(rng, centres[cluster], NOISE)
    asked = _around(rng, passages[rng.integers(size, size=QUESTIONS)], APART)
    return MadeUp(passages, [f"What of {' and '.join(_words(rng, 4))}?" for _ in range(QUESTIONS)], asked)


def build(home: Path, size: int) -> None:
    """A library of so many passages, and its vector index with what Chroma's own filters need."""
    made, catalog = vectors(size), Catalog(home / "library.db")
    rng = np.random.default_rng(8)
    starts = range(0, size, PER_DOCUMENT)
    for first in range(0, len(starts), BATCH):
        batch = starts[first : first + BATCH]
        entries = [
            entry(start, [" ".join(_words(rng, WORDS_A_PASSAGE)) for _ in _rows(start, size)]) for start in batch
        ]
        rows = [row for start in batch for row in _rows(start, size)]
        catalog.put(entries, {_key(row): made.vectors[row] for row in rows})
    _index(catalog, home, size)
    catalog.close()
    np.save(home / "vectors.npy", made.vectors)
    np.save(home / "asked.npy", made.asked)
    (home / "questions.json").write_text(json.dumps(made.questions))


def _index(catalog: Catalog, home: Path, size: int) -> None:
    """Our index; and a copy of it with the documents' publishers and days, for Chroma's own filters."""
    index = ChromaIndex(home / "chroma", sync_rows=SYNC_ROWS)
    for parts in catalog.vectors.parts():
        index.upsert(*catalog.vectors.of_parts(parts))
    catalog.outbox.caught_up(index.identity, written=size)
    index.refresh()
    shutil.copytree(home / "chroma" / "store", home / THEIRS)
    collection = their_collection(home)
    for parts in catalog.vectors.parts():
        rows = catalog.vectors.rows_of(parts)
        numbers = [(rows[part] - 1) // PER_DOCUMENT for part in parts]
        kept = [{"publisher": f"Publisher {n % PUBLISHERS}", "day": n % DAYS} for n in numbers]
        collection.update(ids=parts, metadatas=kept)


def their_collection(home: Path) -> Any:
    """The copy, as Chroma opens it."""
    import chromadb

    settings = chromadb.Settings(anonymized_telemetry=False)
    return chromadb.PersistentClient(path=str(home / THEIRS), settings=settings).get_collection(
        COLLECTION, embedding_function=None
    )


def entry(first: int, texts: Sequence[str]) -> Entry:
    """A document whose passages are these texts, in the rows from ``first`` on."""
    number = first // PER_DOCUMENT
    id_ = f"{number:08}"
    document = Document(
        id_, "default", f"{id_}.txt", f"Document {number}", "\n".join(texts), _hashed(id_),
        publisher=f"Publisher {number % PUBLISHERS}", published=FIRST_DAY + timedelta(days=number % DAYS),
    )  # fmt: skip
    starts = np.cumsum([0, *(len(text) + 1 for text in texts)])
    passages = tuple(
        Passage(f"{id_}-{place:04}", id_, place, "", (Sentence(int(start), int(start) + len(text), text),), text)
        for place, (text, start) in enumerate(zip(texts, starts, strict=False))
    )
    return Entry(document, passages, tuple((_key(first + place),) for place in range(len(texts))))


def _rows(start: int, size: int) -> range:
    return range(start, min(start + PER_DOCUMENT, size))


def _words(rng: np.random.Generator, count: int) -> Iterator[str]:
    """Words as often as words of a language are: the n-th commonest in proportion to 1/n, roughly."""
    return (f"{'bcdfghklmnprstvz'[n % 16]}{'aeiou'[n % 5]}{n:x}" for n in (WORDS ** rng.random(count)).astype(int))


def _around(rng: np.random.Generator, points: Vectors, length: float) -> Vectors:
    return _unit(points + length * _unit(rng.standard_normal(points.shape)))


def _unit(points: np.ndarray) -> Vectors:
    unit: Vectors = (points / np.linalg.norm(points, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _key(row: int) -> str:
    return _hashed(f"passage {row}")


def _hashed(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()
