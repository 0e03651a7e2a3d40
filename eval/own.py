"""A reader's own gold, put to the reader's own library. Nothing is added to it, changed or removed."""

import hashlib
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from eval import rows
from eval.asking import evaluate, model_of, search_all
from eval.cases import load_cases
from eval.gate import LIBRARY, RETRIEVAL
from eval.mock_model import NAME
from eval.parts import mocked_chat
from eval.personas import PERSONAS
from eval.results import Run
from eval.selecting import EVERYTHING, Selection
from eval.shelf import Shelf
from qa.assembly import build_library
from qa.errors import InputError
from qa.library import Library
from qa.settings import Settings, load_settings

NOT_HERE = (LIBRARY, "injected")  # they need documents of their own


def run_own(
    gold: Path,
    subjects: Sequence[str],
    on_question: Callable[[str], None] = lambda _: None,
    *,
    selection: Selection = EVERYTHING,
) -> Run:
    """Put the questions to each subject; gold names documents by title, or by the end of their source."""
    began, clock = datetime.now(UTC), time.perf_counter()
    with closing(open_own(load_settings())) as library:
        cases = selection.of(load_cases(gold, Shelf(library)))
        retrieval, searches = search_all(library, cases, lambda: on_question(RETRIEVAL))
        reports = [retrieval] if RETRIEVAL in subjects else []
        for persona in (name for name in PERSONAS if name in subjects and name not in NOT_HERE):
            library.model = mocked_chat() if model_of(persona) else None
            reports.append(evaluate(library, cases, persona, lambda: on_question(persona)))  # noqa: B023 - called at once
    return Run(
        mode="mocked",
        began=began.isoformat(timespec="seconds"),
        gold=gold.name,
        sha256=hashlib.sha256(gold.read_bytes()).hexdigest(),
        selection=str(selection),
        model=NAME if set(subjects) - {RETRIEVAL, "extractive"} else None,
        questions=tuple(rows.question(case, searches[case.id]) for case in cases),
        reports=tuple(reports),
        seconds=time.perf_counter() - clock,
    )


def open_own(settings: Settings, *, extractive: bool = True) -> Library:
    """The library in QA_HOME. Raises InputError when there is none: opening one would make it."""
    if not settings.home.is_dir() or not any(settings.home.iterdir()):
        raise InputError(
            f"There is no library in {settings.home}.",
            "Add documents with `qa add`, set QA_HOME, or name a folder with --corpus.",
        )
    return build_library(settings, extractive=extractive)
