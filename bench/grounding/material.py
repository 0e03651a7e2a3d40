"""True sentences with what stands around them: the sample corpus, and the seeds and SQuAD articles where they are at hand."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from zlib import crc32

from qa.adapters.onnx_models import BgeEmbedder, models_folder
from qa.ingest import naming, reading, splitting
from qa.ingest.naming import Provenance
from qa.ingest.sources import files_below, load
from qa.likeness import Likeness
from qa.mending import objections, with_meaning
from qa.ports import Embedder
from qa.shown import Ref, Shown
from qa.types import Hit

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
DATA = ROOT / "../shared/data"
NEIGHBOURS = 2  # passages on either side that are shown with a sentence


@dataclass(frozen=True)
class Text:
    """A document as hits, one a passage. ``half``: which of the two halves it belongs to, by its name."""

    name: str
    hits: tuple[Hit, ...]

    @property
    def half(self) -> int:
        """1 is tuned on, 2 is not."""
        return 1 + crc32(self.name.encode()) % 2

    @property
    def whole(self) -> str:
        """All of its text."""
        return self.hits[0].document.text

    def sentences(self) -> Iterator["Source"]:
        """Its sentences of six words and more, each of one line: what is less is a fragment."""
        return (each for each in self.every_sentence() if len(each.sentence.split()) > 5 and "\n" not in each.sentence)

    def every_sentence(self) -> Iterator["Source"]:
        """All that can be quoted."""
        for place, hit in enumerate(self.hits):
            for n, span in enumerate(hit.passage.sentences):
                if span.kind == "prose":
                    yield Source(self, place, n, span.text)


@dataclass(frozen=True)
class Source:
    """A sentence of a text: its passage and its place in it, from 0."""

    text: Text
    passage: int
    place: int
    sentence: str

    def shown(self) -> tuple[list[Hit], Ref]:
        """Its passage with those around it, as a model would be shown them, and the sentence's place there."""
        first = max(0, self.passage - NEIGHBOURS)
        return list(self.text.hits[first : self.passage + NEIGHBOURS + 1]), Ref(self.passage - first, self.place)

    def alone(self) -> tuple[Shown, Ref]:
        """Its passage only."""
        return Shown([self.text.hits[self.passage]]), Ref(0, self.place)


@cache
def likeness() -> Likeness:
    """What the service asks about meaning."""
    return Likeness(BgeEmbedder(models_folder(None)))


def standing(claim: str, refs: Sequence[Ref], shown: Shown) -> tuple[str, ...]:
    """What speaks against a claim that rests on these sentences and no others, by their words and by what they mean."""
    return with_meaning(objections(claim, refs, shown), claim, refs, shown, likeness())


def folders() -> list[Path]:
    """Where true sentences come from; what is not at hand is said."""
    wanted = [CORPUS, DATA / "seeds", DATA / "squad/articles"]
    for folder in wanted:
        if not folder.is_dir():
            print(f"skipped: {folder.name} is not at hand")
    return [folder for folder in wanted if folder.is_dir()]


def texts(where: Sequence[Path]) -> list[Text]:
    """Every document below these folders, read, split and cut into passages as the library does it."""
    embedder = BgeEmbedder(models_folder(None))
    return [text for folder in where for file in files_below(folder) for text in _texts(file, embedder)]


def _texts(file: Path, embedder: Embedder) -> Iterator[Text]:
    source = load(file)
    for each in reading.read(source):
        document = naming.document_from(each, Provenance(), hashlib.sha256(source.content).hexdigest(), {})
        passages = splitting.split(document.id, each, embedder)
        if passages:
            yield Text(f"{file.name}{each.part}", tuple(Hit(passage, document, 1.0) for passage in passages))


def interval(hits: int, of: int) -> str:
    """A share with its 95% interval (Wilson's score)."""
    if not of:
        return "–"
    z, p = 1.96, hits / of
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{p:.3f} ({max(0.0, middle - half):.2f}–{min(1.0, middle + half):.2f})"
