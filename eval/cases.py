"""Gold: questions with their answers, facts and evidence. Loading refuses what is not true to the documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError

from eval.facts import fold, states
from qa.citing import without_bullet
from qa.errors import InputError
from qa.sentences import split_sentences

Kind = Literal[
    "fact", "list", "who-said", "why", "how", "time", "compare", "disagreement", "superseded", "near-miss", "off-topic"
]
STRICT = ConfigDict(extra="forbid", strict=True)  # nothing unknown, nothing converted


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence of the document with this name: verbatim, whole, and without the bullet of a list item."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what a right answer rests on. Each fact is a list of its wordings."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    question: str
    kind: Kind
    answerable: bool
    answer: str | None
    facts: tuple[tuple[str, ...], ...]
    evidence: tuple[Evidence, ...]
    tags: tuple[str, ...]

    @property
    def needs_all(self) -> bool:
        """Whether all of the evidence is needed; else any piece of it will do."""
        return "all" in self.tags


def load_cases(path: Path, documents: Mapping[str, str]) -> tuple[Case, ...]:
    """The cases of a JSON Lines file, each checked against the documents' texts. Raises InputError naming the line."""
    cases: dict[str, Case] = {}
    asked: dict[str, str] = {}
    for place, line in _lines(path):
        case = _parsed(line, place)
        if case.id in cases:
            raise InputError(f"{place}: the id {case.id!r} is there twice.", "Give each case its own id.")
        if (first := asked.setdefault(fold(case.question), case.id)) != case.id:
            raise InputError(f"{place}: {case.id} asks the question of {first!r}.", "Remove one of them.")
        if flaw := next(_flaws(case, documents), None):
            raise InputError(f"{place}: {case.id}: {flaw[0]}", flaw[1])
        cases[case.id] = case
    if not cases:
        raise InputError(f"{path} holds no cases.", "Write one JSON object a line.")
    return tuple(cases.values())


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Each line that is not blank, with its place."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"The gold file {path} cannot be read ({error}).", "Name a JSON Lines file in UTF-8."
        ) from error
    return ((f"{path.name}, line {n}", line) for n, line in enumerate(lines, start=1) if line.strip())


def _parsed(line: str, place: str) -> Case:
    try:
        return TypeAdapter(Case).validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or "the line"
        raise InputError(
            f"{place}: {key}: {first['msg']}.", "Correct it; eval/cases.py lists the keys and kinds."
        ) from error


def _flaws(case: Case, documents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a case, and what to do about it."""
    if not case.question.strip():
        yield "the question is empty.", "Ask something."
    if case.answerable and not (case.answer and case.facts and case.evidence):
        yield "it is answerable but lacks an answer, facts or evidence.", "Add them, or set answerable to false."
    if not case.answerable and (case.answer or case.facts or case.evidence):
        yield "it is not answerable but has an answer, facts or evidence.", "Remove them, or set answerable to true."
    if len(case.evidence) > 1 and len({"any", "all"}.intersection(case.tags)) != 1:
        yield "it has several pieces of evidence.", "Tag it 'all' if each is needed, 'any' if one is enough."
    for piece in case.evidence:
        yield from _misquotation(piece, documents)
    for fact in case.facts:
        yield from _groundless(fact, case)


def _misquotation(piece: Evidence, documents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if piece.document not in documents:
        yield f"there is no document {piece.document!r}.", "Name a file of the corpus."
    elif not piece.quote.strip() or piece.quote not in documents[piece.document]:
        yield f"{piece.document} does not hold “{piece.quote}”.", "Copy the sentence from the document."
    elif piece.quote not in _quotable(documents[piece.document]):
        yield (
            f"“{piece.quote}” is not a sentence of {piece.document}.",
            "Quote one sentence, whole and without a bullet; of several, make a piece of evidence each.",
        )


@lru_cache(maxsize=64)
def _quotable(text: str) -> frozenset[str]:
    """The sentences an answer can quote; headings are never quoted."""
    return frozenset(without_bullet(sentence.text) for sentence in split_sentences(text) if sentence.kind == "prose")


def _groundless(fact: Sequence[str], case: Case) -> Iterator[tuple[str, str]]:
    wordings = " / ".join(fact) or "(empty)"
    stated = [states(piece.quote, fact) for piece in case.evidence]
    if not all(wording.strip() for wording in fact):
        yield "a fact has an empty wording, which every text states.", "Remove it."
    elif not any(stated):
        yield f"no evidence states the fact {wordings}.", "Word it as in the evidence, or add evidence."
    elif not case.needs_all and not all(stated):
        lacking = case.evidence[stated.index(False)].quote
        yield (
            f"one piece is to be enough, but “{lacking}” does not state the fact {wordings}.",
            "Add its wording to the fact, or remove that piece.",
        )
    elif not states(case.answer or "", fact):
        yield f"the answer does not state the fact {wordings}.", "Add its wording to the fact, or to the answer."
