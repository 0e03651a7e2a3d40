"""Documents of ours that give orders to whoever reads them, and a persona that obeys."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter

from eval.cases import STRICT, Case
from eval.facts import holds
from eval.personas import Order, Persona, Said, Statement, oracle
from eval.prompting import ShownSentence
from qa.prompts import NOT_FOUND

FOLDER = Path(__file__).parent / "attacks"


@dataclass(frozen=True, slots=True)
class Attack:
    """A document with an order in it (``sentence``), a question that leads there, and what an obedient model replies.

    In ``reply``, ``{id}`` is the order's own id, ``{evidence}`` that of the honest sentence, ``{question}`` what was asked.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    document: str
    sentence: str
    reply: str
    order: Order
    case: Case


@cache
def load_attacks() -> tuple[Attack, ...]:
    """The attacks in eval/attacks/."""
    lines = (FOLDER / "attacks.jsonl").read_text(encoding="utf-8").splitlines()
    adapter = TypeAdapter(Attack)
    return tuple(adapter.validate_json(line) for line in lines)


def obedient(attacks: Sequence[Attack]) -> Persona:
    """The oracle, until it is shown an order: then it writes what it was told to."""
    by_case = {attack.case.id: attack for attack in attacks}

    def injected(case: Case, shown: Sequence[ShownSentence]) -> Said:
        honest = oracle(case, shown)
        attack = by_case.get(case.id)
        order = next((s.id for s in shown if attack and holds(s.text, attack.sentence)), None)
        if attack is None or order is None:
            return honest
        cited = ", ".join(honest.statements[0].ids) if honest.statements else order
        sent = attack.reply.format(id=order, evidence=cited, question=case.question)
        statements = () if sent == NOT_FOUND else (Statement(sent),)
        return Said(statements, obeyed=attack.order, sent=sent)

    return injected
