"""A person's documents, and the questions asked of them. Read top-down: this is the story."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qa import answering, disagreeing, verifying
from qa.answering import Asker, Manners
from qa.answers import Drafted, answer, refusal, settled, without_unsupported
from qa.catalog import Catalog
from qa.dense import EXACT_LIMIT
from qa.dividing import divided
from qa.embedding import Uniform
from qa.errors import ModelError
from qa.events import Answered, Delta, Event, Found
from qa.extracting import extract
from qa.indexing import IndexKeeper
from qa.ingest.adding import Adder, OnProgress, edited, vanished
from qa.ingest.naming import Provenance
from qa.ingest.reports import AddReport
from qa.ingest.sources import Source, find_files
from qa.ports import ChatModel, Embedder, Reranker, VectorIndex
from qa.questions import checked
from qa.reasons import nothing_found, sought
from qa.reranking import best_logit
from qa.retrieval import Retrieved, Retriever
from qa.stopwatch import Stopwatch
from qa.types import EVERYTHING, Answer, Document, Filters, Hit, Mode, Passage
from qa.writing import Writer

HITS = 8  # passages an answer may rest on
SURE = 4.0  # the reranker's logit from which a model that finds nothing is asked once more: docs/decisions/0006


class Library:
    """Add documents, search them, ask. Every error is a FootnoteError.

    Safe for many threads. Any number of processes may read; one writes at a time, and another waits ``lock_seconds`` for it.
    ``exact_limit``: up to so many vectors the search is exact; beyond it an index is kept and asked.
    """

    def __init__(
        self,
        home: Path,
        index: VectorIndex,
        embedder: Embedder,
        reranker: Reranker,
        model: ChatModel | None = None,
        *,
        manners: Manners = Manners(),
        exact_limit: int = EXACT_LIMIT,
        lock_seconds: float = 10.0,
    ) -> None:
        self.home = home
        self.model = model
        self._manners = manners
        self._catalog = Catalog(home / "library.db")
        self._keeper = IndexKeeper(self._catalog, index, exact_limit)
        self._embedder = Uniform(embedder, self._catalog)
        self._retriever = Retriever(self._catalog, index, self._embedder, reranker, exact_limit)
        self._writer = Writer(home, self._keeper, self._embedder, lock_seconds)

    def close(self) -> None:
        """Release the library's files."""
        self._catalog.close()

    # -- asking ------------------------------------------------------------------------------------------------------

    def ask(self, question: str, filters: Filters = EVERYTHING) -> Answer:
        """Answer a question from the documents, or say that they do not hold the answer."""
        *_, last = self._events(question, filters, streaming=False)
        assert isinstance(last, Answered)
        return last.answer

    def stream(
        self, question: str, filters: Filters = EVERYTHING, *, silent: ModelError | None = None
    ) -> Generator[Event, None, None]:
        """The same as it happens: Found, Deltas of a model's draft, ClaimSettled for each claim, and Answered at the end.

        ``silent``: the model was waited for in vain already, with this error; it is not asked. Closing the generator stops the work.
        """
        return self._events(question, filters, streaming=True, silent=silent)

    def _events(
        self, question: str, filters: Filters, *, streaming: bool, silent: ModelError | None = None
    ) -> Generator[Event, None, None]:
        question, clock = checked(question), Stopwatch()
        asker = Asker(self.model, self._manners, silent) if self.model else None
        with clock.stage("retrieve"):
            retrieved = self._retrieved(question, divided(question, asker), HITS, filters)
        hits = retrieved.hits
        yield Found(tuple(hits))
        drafted = self._kept((yield from self._draft(asker, question, hits, clock, streaming=streaming)))
        drafted = replace(drafted, preferred=retrieved.preferred)
        if any(claim.supported for claim in drafted.claims):
            result = answer(question, drafted, hits, clock.read())
        else:
            reason = nothing_found(drafted, hits, sought(question, self._catalog, filters))
            result = refusal(question, drafted, reason, clock.read())
        yield from settled(result)
        yield Answered(result)

    def _draft(
        self, asker: Asker | None, question: str, hits: Sequence[Hit], clock: Stopwatch, *, streaming: bool
    ) -> Generator[Delta, None, Drafted]:
        """By the model when there is one and it works; else the documents' own sentences."""
        if asker is None or not hits:
            return self._quoted(question, hits, "extractive")
        best = [hit for hit in hits if (best_logit(hit) or 0.0) >= SURE]
        doubt = None
        try:
            claims, told = yield from answering.claims(asker, question, hits, best, clock, streaming=streaming)
        except ModelError as error:
            quoted = self._quoted(question, hits, "degraded")
            return replace(quoted, model=asker.name, failure=str(error), usage=asker.usage)
        with clock.stage("verify"):
            if self._manners.second_opinion:
                claims, doubt = verifying.second_opinion(asker, claims, hits)
            claims, disagreement = disagreeing.settle(question, claims, hits, told=told)
        return Drafted(claims, "llm", asker.name, failure=doubt, usage=asker.usage, disagreement=disagreement)

    def _quoted(self, question: str, hits: Sequence[Hit], mode: Mode) -> Drafted:
        claims, disagreement = disagreeing.settle(question, extract(question, hits), hits)
        return Drafted(claims, mode, disagreement=disagreement)

    def _kept(self, drafted: Drafted) -> Drafted:
        """Without the statements that failed their checks, where those are to be dropped."""
        return drafted if self._manners.unsupported == "label" else without_unsupported(drafted)

    def search(self, question: str, k: int = 10, filters: Filters = EVERYTHING) -> list[Hit]:
        """The k passages that fit a question best, best first."""
        return self.retrieve(question, k, filters).hits

    def retrieve(self, question: str, k: int = 10, filters: Filters = EVERYTHING) -> Retrieved:
        """The same, with how they were searched."""
        question = checked(question)
        return self._retrieved(question, divided(question), k, filters)

    def _retrieved(self, question: str, parts: Sequence[str], k: int, filters: Filters) -> Retrieved:
        self._writer.recover()
        self._embedder.require_ours()
        return self._retriever.search(question, parts, k, filters)

    # -- documents ---------------------------------------------------------------------------------------------------

    def add(
        self,
        paths: Sequence[Path],
        provenance: Provenance = Provenance(),
        on_progress: OnProgress = lambda _: None,
        *,
        prune: bool = False,
    ) -> AddReport:
        """Add files and folders: new ones are added, changed ones replaced, the others left alone. Safe to repeat and to interrupt.

        With ``prune``, documents whose files were below these folders and are gone are removed.
        """
        with self._writer.at_work():
            files, missing = find_files(paths)
            report = self._adder(provenance).add_files(files, on_progress)
            gone = vanished(self._catalog, provenance.collection, paths, files) if prune else []
            removed = tuple(self._catalog.get(document).source for document in gone)
            self._catalog.remove(gone)
        return replace(report, refused=(*missing, *report.refused), removed=tuple(dict.fromkeys(removed)))

    def add_source(self, source: Source, provenance: Provenance = Provenance()) -> AddReport:
        """Add what is no file of ours: standard input, an upload. Raises UnreadableFile."""
        with self._writer.at_work():
            return self._adder(provenance).add_source(source)

    def edit(self, document_id: str, edits: Mapping[str, str | None]) -> Document:
        """Correct what is known of a document (a field of EDITABLE; None: unknown); it outlives the file's next version.

        Raises UnknownDocument, and UnreadableFile for a date that is none.
        """
        with self._writer.at_work():
            document = edited(self._catalog.get(document_id), edits)
            self._catalog.edit(document_id, edits)
            self._adder(Provenance(document.collection)).write_again(document, self._catalog.passages_of(document_id))
        return self._catalog.get(document_id)

    def remove(self, ids: Sequence[str]) -> None:
        """Remove documents. Raises UnknownDocument, before anything is removed, if one is not there."""
        with self._writer.at_work():
            self._catalog.remove(ids)

    def documents(self, filters: Filters = EVERYTHING) -> list[Document]:
        """The documents without their texts, newest first."""
        return self._catalog.documents(filters)

    def document(self, document_id: str) -> Document:
        """One document with its text. Raises UnknownDocument."""
        return self._catalog.get(document_id)

    def counts(self) -> tuple[int, int]:
        """How many documents, how many passages."""
        return self._catalog.counts()

    def passages(self, document_id: str) -> list[Passage]:
        """A document's passages in order. Raises UnknownDocument."""
        with self._catalog.snapshot():
            return self._catalog.passages_of(self._catalog.get(document_id).id)

    # -- upkeep ------------------------------------------------------------------------------------------------------

    def drift(self) -> tuple[int, int]:
        """How many vectors the index lacks, and how many it holds that no passage has; none where no index is needed."""
        return self._keeper.drift()

    def is_indexed(self) -> bool:
        """Whether an index is kept, because the library has outgrown exact search."""
        return self._keeper.is_kept()

    def repair(self) -> None:
        """Write the vector index again from the catalog, if the library needs one."""
        with self._writer.alone():
            self._keeper.rebuild()

    def _adder(self, provenance: Provenance) -> Adder:
        return Adder(self._catalog, self._embedder, provenance)
