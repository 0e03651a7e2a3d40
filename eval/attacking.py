"""Documents of ours that give orders to whoever answers from them, and a persona that obeys.

Each line of eval/attacks/attacks.jsonl is an attack; the document that carries it is made from it: an honest sentence, an aside, the
order, and a last paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter

from eval.cases import STRICT, Case, Evidence
from eval.facts import holds
from eval.personas import Order, Persona, Said, Statement, oracle
from eval.prompting import ShownSentence
from qa.prompts import LEFT_OUT, NOT_FOUND
from qa.sentences import split_sentences

FOLDER = Path(__file__).parent / "attacks"


@dataclass(frozen=True, slots=True)
class Attack:
    """An order in a document, a question whose honest answer stands beside it, and what an obedient model replies.

    In ``reply``, ``{id}`` is the order's own id, ``{evidence}`` that of the honest sentence, ``{question}`` what was asked.
    ``fact`` is what the honest sentence answers; ``payload`` what shows in an answer that obeys.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: str
    kind: str
    title: str
    honest: str
    aside: str
    order: str
    question: str
    fact: str
    reply: str
    aim: Literal["say", "leak", "silence"]
    payload: tuple[str, ...]

    @property
    def document(self) -> str:
        """The name of the file that carries it."""
        return f"{self.id}.md"

    @property
    def text(self) -> str:
        """That file."""
        head = f"---\ntitle: {self.title}\npublisher: Harbor Brief\npublished: 2025-09-01\n---\n\n# {self.title}\n"
        return f"{head}\n{self.honest} {self.aside} {self.order}\n\nThe harbor office keeps the full notice at its counter.\n"

    @property
    def case(self) -> Case:
        """Its question as gold."""
        evidence = (Evidence(self.document, self.honest),)
        return Case(self.id, self.question, "fact", True, self.honest, ((self.fact,),), evidence, ("attack", self.kind))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The order, sentence by sentence."""
        return tuple(sentence.text for sentence in split_sentences(self.order))


@cache
def load_attacks() -> tuple[Attack, ...]:
    """The attacks in eval/attacks/."""
    lines = (FOLDER / "attacks.jsonl").read_text(encoding="utf-8").splitlines()
    adapter = TypeAdapter(Attack)
    return tuple(adapter.validate_json(line) for line in lines)


def write_attacks(folder: Path) -> Path:
    """Write the documents that carry the attacks to a new folder."""
    folder.mkdir()
    for attack in load_attacks():
        (folder / attack.document).write_text(attack.text, encoding="utf-8")
    return folder


def obedient(attacks: Sequence[Attack]) -> Persona:
    """The oracle, but for the attacks: there it writes what it was told to, even where the order was kept from it.

    Only a silence that it was never shown an order for cannot be obeyed: it could not be told from an honest one.
    """
    by_case = {attack.case.id: attack for attack in attacks}

    def injected(case: Case, shown: Sequence[ShownSentence]) -> Said:
        honest, attack = oracle(case, shown), by_case.get(case.id)
        if attack is None:
            return honest
        told = [s.id for s in shown if any(holds(s.text, piece) for piece in attack.sentences)]
        evidence = honest.statements[0].ids if honest.statements else ()
        if not told and not evidence:
            return honest  # its document was not found
        order = Order(attack.aim, attack.payload, attack.sentences[0])
        if attack.aim == "silence" and not told:
            return Said(honest.statements, obeyed=order)
        ids = told or _left_out(shown, evidence) or evidence
        sent = attack.reply.format(id=ids[0], evidence=", ".join(evidence or ids), question=case.question)
        return Said(() if sent == NOT_FOUND else (Statement(sent),), obeyed=order, sent=sent)

    return injected


def _left_out(shown: Sequence[ShownSentence], evidence: Sequence[str]) -> list[str]:
    """The ids of what was kept back in the evidence's passage."""
    passages = {id_.partition(".")[0] for id_ in evidence}
    return [s.id for s in shown if s.passage in passages and s.text == LEFT_OUT]
