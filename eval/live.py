"""The same questions put to the configured model: dated, kept apart from mocked runs, its price told before and after."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from eval import rows
from eval.asking import ask_all, search_all
from eval.cases import load_cases
from eval.finding import Search
from eval.gate import MODEL, RETRIEVAL
from eval.model_judge import Judge, judge_all
from eval.own import open_own
from eval.results import Report, Run, report
from eval.selecting import EVERYTHING, Selection
from eval.shelf import Shelf
from qa.assembly import build_library
from qa.errors import InputError, SettingsError
from qa.library import HITS, Library
from qa.ports import ChatModel
from qa.prompts import messages
from qa.settings import Settings

CHARACTERS = 4  # of English prose to a token, roughly
REPLY = 80  # tokens of an answer, roughly
JUDGED = 900  # tokens of two judge's prompts and replies, beside the answer, roughly


@dataclass(frozen=True, slots=True)
class Prices:
    """Dollars for a million tokens read and written; None where they are not known."""

    read: float | None = None
    written: float | None = None

    def of(self, read: int, written: int) -> float | None:
        """What so many tokens cost."""
        if self.read is None or self.written is None:
            return None
        return (read * self.read + written * self.written) / 1_000_000


@dataclass(frozen=True, slots=True)
class Bill:
    """Tokens and what they cost."""

    model: str
    questions: int
    read: int
    written: int
    usd: float | None

    def __str__(self) -> str:
        cost = "no price known; name it with --usd-in and --usd-out" if self.usd is None else f"${self.usd:.4f}"
        return f"{self.questions} questions to {self.model}, {self.read:,} tokens read and {self.written:,} written ({cost})"


@dataclass(frozen=True, slots=True)
class Options:
    """How a live run is done. ``agreed`` is shown the estimate and may say no."""

    agreed: Callable[[Bill], bool]
    judge: bool = False
    jobs: int = 1
    prices: Prices = Prices()


def run_live(
    gold: Path,
    corpus: Path | None,
    settings: Settings,
    options: Options,
    on_question: Callable[[str], None] = lambda _: None,
    selection: Selection = EVERYTHING,
) -> Run | None:
    """Ask the configured model, over the reader's own library when no corpus is named. None when the price was not agreed to."""
    began, clock = datetime.now(UTC), time.perf_counter()
    with _library(settings, corpus) as library:
        model = _required(library.model)
        cases = selection.of(load_cases(gold, Shelf(library)))
        retrieval, searches = search_all(library, cases, lambda: on_question(RETRIEVAL))
        if not options.agreed(estimate(model.name, list(searches.values()), options)):
            return None
        asked = ask_all(library, cases, MODEL, lambda: on_question(MODEL), jobs=options.jobs)
    questions = tuple(rows.question(case, searches[case.id]) for case in cases)
    judge = Judge(model) if options.judge else None
    if judge:
        judged = judge_all(judge, asked.rows, {question.id: question for question in questions})
        asked = report(MODEL, judged, asked.seconds)
    spent = bill(model.name, asked, judge, options.prices)
    return Run(
        mode="live",
        began=began.isoformat(timespec="seconds"),
        gold=gold.name,
        sha256=sha256(gold.read_bytes()).hexdigest(),
        selection=str(selection),
        model=model.name,
        questions=questions,
        reports=(retrieval, asked),
        tokens=(spent.read, spent.written),
        cost_usd=spent.usd,
        seconds=time.perf_counter() - clock,
    )


def estimate(model: str, searches: Sequence[Search], options: Options) -> Bill:
    """What the questions will take: their very prompts counted by the letter, replies of a usual length."""
    letters = sum(len(m.content) for s in searches for m in messages(s.case.question, s.hits[:HITS]))
    judged = JUDGED * len(searches) if options.judge else 0
    read, written = letters // CHARACTERS + judged, REPLY * len(searches)
    return Bill(model, len(searches), read, written, options.prices.of(read, written))


def bill(model: str, asked: Report, judge: Judge | None, prices: Prices) -> Bill:
    """What they took, by the service's own count."""
    used = [row.tokens for row in asked.rows] + ([judge.tokens] if judge else [])
    read, written = (sum(pair[place] for pair in used) for place in (0, 1))
    return Bill(model, len(asked.rows), read, written, prices.of(read, written))


def file_of(run: Run, home: Path) -> Path:
    """Where a live run is kept: in QA_HOME, by date and model."""
    name = re.sub(r"[^\w.-]+", "-", f"live-{run.began}-{run.model}")
    return home / "evaluations" / f"{name}.json"


def _required(model: ChatModel | None) -> ChatModel:
    if model is None:
        raise SettingsError("No chat model is configured.", "Set OPENAI_API_KEY or OPENAI_BASE_URL, and QA_MODEL.")
    return model


@contextmanager
def _library(settings: Settings, corpus: Path | None) -> Iterator[Library]:
    if corpus is None:
        with closing(open_own(settings, extractive=False)) as library:
            yield library
        return
    with TemporaryDirectory(prefix="footnote-eval-") as folder:
        ours = settings.model_copy(update={"home": Path(folder)})
        with closing(build_library(ours)) as library:
            refused = library.add([corpus]).refused
            if refused:
                raise InputError(f"{refused[0].path} cannot be added: {refused[0].reason}", "Correct the corpus.")
            yield library
