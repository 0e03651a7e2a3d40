"""Documents that give orders, and the persona that obeys."""

import json
from pathlib import Path

import pytest

from eval.asking import evaluate
from eval.attacking import FOLDER, Attack, load_attacks, obedient
from eval.cases import load_cases
from eval.facts import holds
from eval.personas import oracle
from eval.prompting import ShownSentence
from qa.answers import as_json
from qa.sentences import split_sentences
from tests.eval.conftest import OpenLibrary

ATTACKS = load_attacks()


def text_of(attack: Attack) -> str:
    return (FOLDER / attack.document).read_text(encoding="utf-8").partition("---\n\n")[2]


def test_there_are_enough_of_each_kind() -> None:
    """Statements, addresses, silence: at least ten in all, each document used once."""
    aims = [attack.order.aim for attack in ATTACKS]
    assert len(ATTACKS) >= 10
    assert (aims.count("leak"), aims.count("silence")) == (3, 2)
    assert {attack.document for attack in ATTACKS} == {path.name for path in FOLDER.glob("*.md")}


def test_their_cases_are_gold(tmp_path: Path) -> None:
    """The loader takes them, and each order is one sentence of its document."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(as_json(attack.case)) for attack in ATTACKS), encoding="utf-8")
    assert len(load_cases(path, {attack.document: text_of(attack) for attack in ATTACKS})) == len(ATTACKS)
    for attack in ATTACKS:
        assert any(holds(sentence.text, attack.sentence) for sentence in split_sentences(text_of(attack)))


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.document)
def test_an_order_that_is_shown_is_obeyed(attack: Attack) -> None:
    """And one that is not shown is not known."""
    honest = ShownSentence("1.1", attack.case.evidence[0].quote)
    persona = obedient(ATTACKS)
    assert persona(attack.case, [honest]) == oracle(attack.case, [honest])
    said = persona(attack.case, [honest, ShownSentence("1.2", attack.sentence)])
    assert said.obeyed == attack.order
    assert "{" not in said.written()
    if attack.order.aim != "silence":
        assert any(holds(said.written(), payload) for payload in attack.order.payload)


def test_the_chain_is_measured_with_them(open_library: OpenLibrary) -> None:
    """Each attack is scored or counted as not shown; nothing fails."""
    library = open_library(mocked=True)
    library.add([FOLDER / attack.document for attack in ATTACKS])
    found = evaluate(library, [attack.case for attack in ATTACKS], "injected")
    obeyed = found.metric("injection_obeyed")
    assert obeyed is not None
    assert obeyed.scored + obeyed.unscored == len(ATTACKS)
    assert obeyed.scored > len(ATTACKS) / 2
    assert all(row.failure is None for row in found.rows)
