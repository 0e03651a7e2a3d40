"""Puts questions to a library and scores what comes of them: its searches, its answers in a persona, its model's answers."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from eval import rows
from eval.attacking import load_attacks, obedient
from eval.cases import Case
from eval.chattering import chatty
from eval.faults import FAULTS
from eval.finding import DEPTH, Search, look_up
from eval.gate import RETRIEVAL
from eval.mock_model import MockModel
from eval.personas import (
    NOTHING,
    Persona,
    PersonaName,
    fabricator,
    inventor,
    misciter,
    oracle,
    refuser,
    silent,
)
from eval.prompting import EMPTY
from eval.results import Report, Row, report
from eval.samples import Sample
from eval.shelf import Readable, Shelf
from qa.errors import FootnoteError, ModelError
from qa.events import Answered, Event, Found
from qa.types import Answer, Document, Hit

OnQuestion = Callable[[], None]


class Answering(Protocol):
    """What is measured: a Library, or one broken on purpose."""

    def ask(self, question: str) -> Answer:
        """The answer to one question."""
        ...

    def stream(self, question: str) -> Iterator[Event]:
        """The events of one question."""
        ...

    def document(self, document_id: str) -> Document:
        """One document with its text."""
        ...


class Searchable(Readable, Protocol):
    """What retrieval is measured on."""

    def search(self, question: str, k: int) -> list[Hit]:
        """The k passages that fit a question best."""
        ...


def model_of(persona: PersonaName) -> Persona | None:
    """What answers in a persona's stead; None for no model at all."""
    models: dict[PersonaName, Persona] = {
        "oracle": oracle,
        "fabricator": fabricator,
        "misciter": misciter,
        "inventor": inventor,
        "silent": silent,
        "refuser": refuser,
        "chatty": chatty,
        "injected": obedient(load_attacks()),
        "flaky": oracle,
    }
    return models.get(persona)


def search_all(
    library: Searchable, cases: Sequence[Case], on_question: OnQuestion = lambda: None
) -> tuple[Report, dict[str, Search]]:
    """Search for each question once; the report on the rankings, and the searches by case id."""
    begun, shelf = time.perf_counter(), Shelf(library)
    searches: dict[str, Search] = {}
    found: list[Row] = []
    for case in cases:
        asked = time.perf_counter()
        search = searches[case.id] = _searched(library, case, shelf)
        found.append(rows.of_search(search, time.perf_counter() - asked))
        on_question()
    return report(RETRIEVAL, found, time.perf_counter() - begun), searches


def evaluate(
    library: Answering, cases: Sequence[Case], persona: PersonaName, on_question: OnQuestion = lambda: None
) -> Report:
    """Ask a library each case's question, streamed and plain. Its model, if any, must be the one at ``ADDRESS``."""
    model = model_of(persona)
    mock = MockModel(cases, model, FAULTS if persona == "flaky" else ()) if model else None
    serving: AbstractContextManager[None] = mock.serving() if mock else nullcontext()
    with serving:
        return ask_all(library, cases, persona, on_question, mock=mock)


def ask_all(
    library: Answering,
    cases: Sequence[Case],
    subject: str,
    on_question: OnQuestion = lambda: None,
    *,
    mock: MockModel | None = None,
    jobs: int = 1,
) -> Report:
    """Ask each question; ``jobs`` at a time, where the model is a real one."""
    begun = time.perf_counter()

    def asked(case: Case) -> Row:
        started = time.perf_counter()
        sample = sampled(library, case, mock)
        row = rows.of_sample(sample, time.perf_counter() - started)
        on_question()
        return row

    if jobs > 1:
        with ThreadPoolExecutor(jobs) as pool:
            found = list(pool.map(asked, cases))
    else:
        found = [asked(case) for case in cases]
    return report(subject, found, time.perf_counter() - begun)


def sampled(library: Answering, case: Case, mock: MockModel | None) -> Sample:
    """Ask one question; a mocked model is asked twice. A question that ends in an error of ours has failed."""
    hits: tuple[Hit, ...] = ()
    answer: Answer | None = None
    twin: Answer | None = None
    failure: str | None = None
    documents: dict[str, Document] = {}
    fault = mock.faults.get(case.id) if mock else None
    try:
        hits, answer = _streamed(library, case.question)
        documents = {note.document_id: library.document(note.document_id) for note in answer.citations}
        if mock:
            mock.recovered()
            twin = library.ask(case.question)
        if answer.mode == "degraded" and fault is None:
            raise ModelError(answer.reason or "The model failed.")
    except FootnoteError as error:
        answer, twin, failure = None, None, str(error)
    said = mock.said.get(case.id, NOTHING) if mock else NOTHING
    prompt = mock.prompts.get(case.id, EMPTY) if mock else EMPTY
    if answer is not None and answer.mode == "degraded":
        said = NOTHING  # nothing of it reached the reader
    return Sample(case, hits, answer, twin, failure, said, prompt, fault, documents)


def _streamed(library: Answering, question: str) -> tuple[tuple[Hit, ...], Answer]:
    events = list(library.stream(question))
    hits = next(event.hits for event in events if isinstance(event, Found))
    return hits, next(event.answer for event in events if isinstance(event, Answered))


def _searched(library: Searchable, case: Case, shelf: Shelf) -> Search:
    try:
        return look_up(case, library.search(case.question, DEPTH), shelf)
    except FootnoteError as error:
        return Search(case, (), (), (), str(error))
