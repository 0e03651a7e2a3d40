"""Runs the gold questions against a library and scores what comes of them."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from pydantic import SecretStr

from eval.cases import Case, load_cases
from eval.mock_model import ADDRESS, NAME, MockModel
from eval.personas import MODELS, NOTHING, PersonaName
from eval.results import Report, report, row
from eval.scorers import Sample
from qa.assembly import build_library
from qa.errors import FootnoteError, InputError, ModelError
from qa.ingest.reading import read
from qa.ingest.sources import files_below, load
from qa.settings import Settings, load_settings
from qa.types import Answer, Answered, Document, Event, Found, Hit

OnQuestion = Callable[[], None]


class Answering(Protocol):
    """What is measured: a Library, or one broken on purpose."""

    def stream(self, question: str) -> Iterator[Event]:
        """The events of one question."""
        ...

    def document(self, document_id: str) -> Document:
        """One document with its text."""
        ...


def run(
    gold: Path, corpus: Path, personas: Sequence[PersonaName], on_question: OnQuestion = lambda: None
) -> tuple[Report, ...]:
    """Add the corpus to a library that is thrown away afterwards, and ask it the gold questions in each persona."""
    cases = load_cases(gold, texts_of(corpus))
    with TemporaryDirectory(prefix="footnote-eval-") as folder:
        settings = _settings(Path(folder))
        with closing(build_library(settings, extractive=True)) as library:
            refused = library.add([corpus]).refused
        if refused:
            raise InputError(f"{refused[0].path} cannot be added: {refused[0].reason}", "Correct the corpus.")
        return tuple(_in_persona(persona, settings, cases, on_question) for persona in personas)


def texts_of(corpus: Path) -> dict[str, str]:
    """Every document's text by its name in the corpus. Raises UnreadableFile."""
    return {file.relative_to(corpus).as_posix(): read(load(file))[0].text for file in files_below(corpus)}


def evaluate(
    library: Answering, cases: Sequence[Case], persona: PersonaName, on_question: OnQuestion = lambda: None
) -> Report:
    """Ask a library each case's question, one after the other. Its model, if any, must be the one at ``ADDRESS``."""
    begun = time.perf_counter()
    mock = MockModel(cases, MODELS[persona]) if persona in MODELS else None
    rows = []
    with mock.serving() if mock else nullcontext():
        for case in cases:
            asked = time.perf_counter()
            sample = _sampled(library, case, mock)
            rows.append(row(sample, time.perf_counter() - asked))
            on_question()
    return report(persona, rows, time.perf_counter() - begun)


def _in_persona(persona: PersonaName, settings: Settings, cases: Sequence[Case], on_question: OnQuestion) -> Report:
    with closing(build_library(settings, extractive=persona not in MODELS)) as library:
        return evaluate(library, cases, persona, on_question)


def _settings(home: Path) -> Settings:
    """The reader's own settings, but a folder of our own, the mocked model, and the installed embedding model."""
    ours = {
        "home": home,
        "model": NAME,
        "openai_base_url": ADDRESS,
        "openai_api_key": SecretStr("mocked"),
        "embed_model": None,
    }
    return load_settings().model_copy(update=ours)


def _sampled(library: Answering, case: Case, mock: MockModel | None) -> Sample:
    """Ask one question. One that ends in an error of ours has failed."""
    hits: tuple[Hit, ...] = ()
    answer: Answer | None = None
    failure: str | None = None
    texts: dict[str, str] = {}
    try:
        hits, answer = _asked(library, case.question)
        texts = {note.document_id: library.document(note.document_id).text for note in answer.citations}
    except FootnoteError as error:
        answer, failure = None, str(error)
    said = mock.said.get(case.id, NOTHING) if mock else NOTHING
    return Sample(case, hits, answer, failure, said, texts)


def _asked(library: Answering, question: str) -> tuple[tuple[Hit, ...], Answer]:
    """The hits and the answer. Raises ModelError when the configured model failed and the answer was made without it."""
    events = list(library.stream(question))
    hits = next(event.hits for event in events if isinstance(event, Found))
    answer = next(event.answer for event in events if isinstance(event, Answered))
    if answer.mode == "degraded":
        raise ModelError(answer.reason or "The model failed.")
    return hits, answer
