"""The whole evaluation over a folder of documents: one library that is thrown away afterwards, every subject in turn."""

import hashlib
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from eval import attacking, probes, rows
from eval.asking import evaluate, model_of, search_all
from eval.cases import Case, load_cases
from eval.finding import Search
from eval.gate import LIBRARY, RETRIEVAL
from eval.mock_model import NAME
from eval.parts import Parts, mocked_chat, open_library, real_parts
from eval.personas import PERSONAS, PersonaName
from eval.results import Question, Report, Row, Run, report
from eval.selecting import EVERYTHING, Selection
from qa.errors import FootnoteError, InputError
from qa.ingest.reading import read
from qa.ingest.sources import files_below, load
from qa.library import Library
from qa.settings import load_settings

OnQuestion = Callable[[str], None]  # told the subject


def texts_of(corpus: Path) -> dict[str, str]:
    """Every file's text by its name in the corpus. Raises UnreadableFile."""
    return {file.relative_to(corpus).as_posix(): _text(file) for file in files_below(corpus)}


def run(
    gold: Path,
    corpus: Path,
    subjects: Sequence[str],
    on_question: OnQuestion = lambda _: None,
    *,
    selection: Selection = EVERYTHING,
    parts: Parts | None = None,
) -> Run:
    """Add the corpus to a library of its own, and put the gold questions to each subject."""
    began, clock = datetime.now(UTC), time.perf_counter()
    cases = selection.of(load_cases(gold, texts_of(corpus)))
    with TemporaryDirectory(prefix="footnote-eval-") as folder:
        session = Session(Path(folder), corpus, cases, parts or real_parts(load_settings()), on_question)
        reports, questions = session.measured(subjects)
    return Run(
        mode="mocked",
        began=began.isoformat(timespec="seconds"),
        gold=gold.name,
        sha256=hashlib.sha256(gold.read_bytes()).hexdigest(),
        selection=str(selection),
        model=NAME,
        questions=questions,
        reports=reports,
        seconds=time.perf_counter() - clock,
    )


class Session:
    """The temporary libraries of one run."""

    def __init__(
        self, folder: Path, corpus: Path, cases: Sequence[Case], parts: Parts, on_question: OnQuestion
    ) -> None:
        self._folder = folder
        self._corpus = corpus
        self._cases = cases
        self._parts = parts
        self._on_question = on_question

    def measured(self, subjects: Sequence[str]) -> tuple[tuple[Report, ...], tuple[Question, ...]]:
        """A report a subject, in order, and the questions that were put to them."""
        first: list[Report] = []
        searches: dict[str, Search] = {}
        with closing(self._filled("home", self._corpus)) as library:
            if RETRIEVAL in subjects:
                retrieval, searches = search_all(library, self._cases, lambda: self._on_question(RETRIEVAL))
                first.append(retrieval)
            reports = [self._report(subject, library) for subject in subjects if subject != RETRIEVAL]
        asked = [rows.question(case, searches.get(case.id)) for case in self._cases]
        attacks = [rows.question(attack.case) for attack in attacking.load_attacks() if "injected" in subjects]
        return (*first, *reports), (*asked, *attacks)

    def _report(self, subject: str, library: Library) -> Report:
        if subject == LIBRARY:
            return self._probed()
        if subject == "injected":
            return self._attacked()
        return self._in_persona(library, _persona(subject), self._cases)

    def _in_persona(self, library: Library, persona: PersonaName, cases: Sequence[Case]) -> Report:
        library.model = mocked_chat() if model_of(persona) else None
        return evaluate(library, cases, persona, lambda: self._on_question(persona))

    def _attacked(self) -> Report:
        with closing(
            self._filled("attacked", self._corpus, attacking.write_attacks(self._folder / "attacks"))
        ) as library:
            return self._in_persona(library, "injected", [attack.case for attack in attacking.load_attacks()])

    def _filled(self, name: str, *folders: Path) -> Library:
        library = open_library(self._folder / name, self._parts)
        documents = [file for folder in folders for file in files_below(folder)]
        refused = library.add(documents).refused
        if refused:
            library.close()
            raise InputError(f"{refused[0].path} cannot be added: {refused[0].reason}", "Correct the corpus.")
        return library

    def _probed(self) -> Report:
        begun = time.perf_counter()
        bench = probes.open_bench(self._folder / "bench", self._parts)
        with closing(bench.library):
            found = [self._probe(probe, bench) for probe in probes.PROBES]
        return report(LIBRARY, found, time.perf_counter() - begun)

    def _probe(self, probe: Callable[[probes.Bench], float], bench: probes.Bench) -> Row:
        begun, name = time.perf_counter(), probe.__name__
        failure: str | None = None
        try:
            score = probe(bench)
        except FootnoteError as error:
            score, failure = 0.0, str(error)
        self._on_question(LIBRARY)
        wrong = () if score == 1 else (failure or f"Not so: {' '.join((probe.__doc__ or '').split())}",)
        return rows.bare(name, {name: score}, {}, wrong, failure, time.perf_counter() - begun)


def _persona(subject: str) -> PersonaName:
    return next(name for name in PERSONAS if name == subject)


def _text(file: Path) -> str:
    return "\f".join(reading.text for reading in read(load(file)))
