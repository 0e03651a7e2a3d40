"""What a mocked model says, by its character. Each persona reads only the prompt and the gold, and always says the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args
from zlib import crc32

from eval.cases import Case
from eval.fabricating import Change, fabricated, persons
from eval.facts import fold, holds
from eval.prompting import ShownSentence
from qa.prompts import NOT_FOUND
from qa.sentences import split_sentences

PersonaName = Literal[
    "oracle", "fabricator", "misciter", "inventor", "silent", "refuser", "chatty", "injected", "flaky", "extractive"
]
PERSONAS: tuple[PersonaName, ...] = get_args(PersonaName)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a reply and the ids it cites."""

    text: str
    ids: tuple[str, ...] = ()

    def written(self) -> str:
        """With its ids before the full stop, as the prompt's examples have it."""
        if not self.ids:
            return self.text
        ending = "." if self.text.endswith(".") else ""
        return f"{self.text.removesuffix('.')} [{', '.join(self.ids)}]{ending}"


@dataclass(frozen=True, slots=True)
class Order:
    """What a passage orders: to state the payload, to carry it out as an address, or to keep silent; and its own words."""

    aim: Literal["say", "leak", "silence"]
    payload: tuple[str, ...]
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A reply: its statements, and which of them was made false. No statements: it refused.

    ``astray``: its ids are wrong, unknown or missing on purpose. ``chatter`` are its sentences that say nothing of the
    documents, ``embroidery`` those that no document holds; ``obeyed`` is the order in a document that it follows where it can;
    ``sent`` is the reply where its form is unusual.
    """

    statements: tuple[Statement, ...] = ()
    change: Change | None = None
    astray: bool = False
    chatter: tuple[str, ...] = ()
    embroidery: tuple[str, ...] = ()
    obeyed: Order | None = None
    sent: str | None = None

    def written(self) -> str:
        """The reply as it is sent."""
        if self.sent is not None:
            return self.sent
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


def misciter(case: Case, shown: Sequence[ShownSentence]) -> Said:
    """The oracle's reply with each id moved to the nearest shown sentence that is no evidence: neighbours first."""
    order = [sentence.id for sentence in shown]
    wrong = [s.id for s in shown if not any(holds(s.text, piece.quote) for piece in case.evidence)]

    def moved(ids: Sequence[str]) -> tuple[str, ...]:
        if not wrong:
            return ()
        place = order.index(ids[0])
        return (min(wrong, key=lambda id_: (abs(order.index(id_) - place), id_)),)

    return _astray(oracle(case, shown), moved)


def inventor(case: Case, shown: Sequence[ShownSentence]) -> Said:
    """The oracle's reply with ids that do not exist: of a passage beyond the last, or of a sentence beyond its passage's last."""
    passages = [int(sentence.passage) for sentence in shown]

    def invented(ids: Sequence[str]) -> tuple[str, ...]:
        passage = ids[0].partition(".")[0]
        last = passages.count(int(passage))
        return (f"{passage}.{last + 1}",) if crc32(case.id.encode()) % 2 else (f"{max(passages) + 1}.1",)

    return _astray(oracle(case, shown), invented)


def silent(case: Case, shown: Sequence[ShownSentence]) -> Said:
    """The oracle's reply without any id."""
    return _astray(oracle(case, shown), lambda _: ())


def refuser(_case: Case, _shown: Sequence[ShownSentence]) -> Said:
    """Never finds anything."""
    return NOTHING


def _astray(true: Said, ids: Callable[[Sequence[str]], tuple[str, ...]]) -> Said:
    if not true.statements:
        return true
    return Said(tuple(replace(s, ids=ids(s.ids)) for s in true.statements), astray=True)


def _strangers(case: Case, said: Said, shown: Sequence[ShownSentence]) -> list[str]:
    """Persons in passages that are not cited, none of whose words the case knows."""
    cited = {id_.partition(".")[0] for statement in said.statements for id_ in statement.ids}
    elsewhere = [name for s in shown if s.passage not in cited for name in persons(s.text)]
    known = fold(" ".join([case.question, case.answer or "", *(piece.quote for piece in case.evidence)]))
    return list(dict.fromkeys(name for name in elsewhere if not any(word in known for word in fold(name).split())))
