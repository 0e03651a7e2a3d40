"""The nouns of Footnote: plain frozen values with no behaviour.

Offsets are character offsets (Unicode code points, half open) into ``Document.text``. The law that everything
rests on: ``document.text[sentence.start:sentence.end] == sentence.text``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Literal

Status = Literal["answered", "partial", "conflict", "no_evidence"]
Support = Literal["supported", "unsupported", "uncited"]
Origin = Literal["model", "mended", "extracted"]
Mode = Literal["llm", "extractive", "degraded"]
Unsupported = Literal["label", "drop"]
SentenceKind = Literal["prose", "heading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as a reader took it out of a file, before it is named and dated. A file may hold several.

    ``part`` tells the texts of one file apart and stays the same when the file is read again ("" for a file of one text).
    ``offset`` is where ``text`` begins in the file's own text, where it is a stretch of that; 0 where the text was extracted.
    ``pages`` holds where each page begins in ``text``, page 1 first; empty where there are none.
    ``furniture`` holds spans of ``text`` that are no content (a menu, an advertisement): kept in the text, never cited.
    ``metadata`` may have title, publisher, author, published (YYYY-MM-DD), published_estimated ("true"), url, language.
    """

    source: str
    text: str
    offset: int = 0
    part: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    checksum: str = ""
    pages: tuple[int, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its provenance. What is unknown is None. ``offset`` is where ``text`` begins in the file it was read from.

    ``part`` tells the documents of one file apart. ``published_estimated``: the date was worked out, not read. ``copy_of`` is
    the id of a document that was there before and says nearly the same.
    """

    id: str
    collection: str
    source: str
    title: str
    text: str
    sha256: str
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    published_estimated: bool = False
    language: str | None = None
    url: str | None = None
    part: str = ""
    offset: int = 0
    copy_of: str | None = None
    added_at: str = ""

    @property
    def day(self) -> str | None:
        """When it was published, in words: 1 August 2025."""
        return f"{self.published.day} {self.published:%B %Y}" if self.published else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of a document's text. A heading is kept as a sentence so that no character of content is lost, but is never quoted.

    ``page`` counts from 1; None where the document has no pages.
    """

    start: int
    end: int
    text: str
    kind: SentenceKind = "prose"
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences under one heading: what is embedded, searched and shown to a model."""

    id: str
    document_id: str
    number: int
    heading: str
    sentences: tuple[Sentence, ...]
    text: str

    @property
    def start(self) -> int:
        """Where the passage begins in its document."""
        return self.sentences[0].start

    @property
    def end(self) -> int:
        """Where the passage ends in its document."""
        return self.sentences[-1].end


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents a question may draw on. Dates are inclusive; an undated document passes no date filter."""

    collection: str | None = None
    since: date | None = None
    until: date | None = None
    publisher: str | None = None
    document_ids: tuple[str, ...] = ()


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question. Ranks count from 1; None means that search did not find it.

    ``before`` and ``after``: what stands around a short passage in its document, shown with it. ``sentence_scores`` has one value
    for each of ``sentences``, in order: the reranker's logit, or None where it was not asked.
    """

    passage: Passage
    document: Document
    score: float
    dense_rank: int | None = None
    lexical_rank: int | None = None
    sentence_scores: tuple[float | None, ...] = ()
    before: tuple[Passage, ...] = ()
    after: tuple[Passage, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passage with those around it, in the document's order."""
        return (*self.before, self.passage, *self.after)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What is shown, in the document's order. A sentence's place among these is its address."""
        return tuple(sentence for passage in self.passages for sentence in passage.sentences)

    def holder(self, place: int) -> Passage:
        """The passage that holds the sentence at a place of ``sentences``, from 0."""
        holders = (passage for passage in self.passages for _ in passage.sentences)
        return next(islice(holders, place, None))


@dataclass(frozen=True, slots=True)
class Citation:
    """One sentence an answer rests on, with where it stands. ``quote`` is always looked up, never generated."""

    number: int
    document_id: str
    title: str
    publisher: str | None
    author: str | None
    published: date | None
    published_estimated: bool
    page: int | None
    source: str
    quote: str
    start: int
    end: int
    passage_id: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer, the numbers of the citations it rests on, and what its checks found."""

    text: str
    citations: tuple[int, ...]
    support: Support
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """What a model was paid for. ``cost_usd`` is None when no price is known."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a question, the same object on every surface."""

    id: str
    question: str
    status: Status
    reason: str | None
    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    mode: Mode
    model: str | None
    usage: Usage = Usage()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
