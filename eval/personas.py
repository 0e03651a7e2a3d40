"""What a mocked model says, by its character. Each persona reads only the prompt and the gold, and always says the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from eval.cases import Case
from eval.fabricating import Change, fabricated, persons
from eval.facts import fold, holds
from qa.prompts import NOT_FOUND
from qa.sentences import split_sentences

PersonaName = Literal["oracle", "fabricator", "extractive"]
PERSONAS: tuple[PersonaName, ...] = get_args(PersonaName)


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence as it stands in a prompt, with its id."""

    id: str
    text: str

    @property
    def passage(self) -> str:
        """The passage's part of the id."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a reply and the ids it cites."""

    text: str
    ids: tuple[str, ...]

    def written(self) -> str:
        """With its ids before the full stop, as the prompt's examples have it."""
        ending = "." if self.text.endswith(".") else ""
        return f"{self.text.removesuffix('.')} [{', '.join(self.ids)}]{ending}"


@dataclass(frozen=True, slots=True)
class Said:
    """A reply: its statements, and which of them was made false. No statements: it refused."""

    statements: tuple[Statement, ...] = ()
    change: Change | None = None

    def written(self) -> str:
        """The reply as it is sent."""
        return " ".join(statement.written() for statement in self.statements) or NOT_FOUND


NOTHING = Said()
Persona = Callable[[Case, Sequence[ShownSentence]], Said]


def oracle(case: Case, shown: Sequence[ShownSentence]) -> Said:
    """The gold answer, citing every shown sentence that is its evidence; where all evidence is needed, each piece by itself.

    Refuses when no evidence is shown.
    """
    cited = {piece.quote: tuple(s.id for s in shown if holds(s.text, piece.quote)) for piece in case.evidence}
    ids = tuple(dict.fromkeys(id_ for found in cited.values() for id_ in found))
    if not ids:
        return NOTHING
    if case.needs_all:
        return Said(tuple(Statement(" ".join(quote.split()), found) for quote, found in cited.items() if found))
    return Said(tuple(Statement(sentence.text, ids) for sentence in split_sentences(case.answer or "")))


def fabricator(case: Case, shown: Sequence[ShownSentence]) -> Said:
    """The oracle's reply with one fact changed; another person is one from a passage that it does not cite."""
    true = oracle(case, shown)
    sentences = [statement.text for statement in true.statements]
    change = fabricated(sentences, _strangers(case, true, shown), case.id)
    if change is None:
        return true
    statements = (replace(s, text=change.after) if s.text == change.before else s for s in true.statements)
    return Said(tuple(statements), change)


def _strangers(case: Case, said: Said, shown: Sequence[ShownSentence]) -> list[str]:
    """Persons in passages that are not cited, none of whose words the case knows."""
    cited = {id_.partition(".")[0] for statement in said.statements for id_ in statement.ids}
    elsewhere = [name for s in shown if s.passage not in cited for name in persons(s.text)]
    known = fold(" ".join([case.question, case.answer or "", *(piece.quote for piece in case.evidence)]))
    return list(dict.fromkeys(name for name in elsewhere if not any(word in known for word in fold(name).split())))


MODELS: dict[PersonaName, Persona] = {"oracle": oracle, "fabricator": fabricator}
