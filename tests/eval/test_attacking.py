"""Documents that give orders, and the persona that obeys."""

import json
from collections import Counter
from pathlib import Path

import pytest

from eval.asking import evaluate
from eval.attacking import Attack, load_attacks, obedient, write_attacks
from eval.cases import load_cases
from eval.facts import holds
from eval.personas import oracle
from eval.prompting import ShownSentence
from qa.answers import as_json
from qa.orders import is_order
from qa.prompts import LEFT_OUT
from qa.sentences import split_sentences
from tests.eval.conftest import OpenLibrary

ATTACKS = load_attacks()
PERSONA = obedient(ATTACKS)


def body(attack: Attack) -> str:
    return attack.text.partition("---\n\n")[2]


def test_there_are_enough_of_each_kind() -> None:
    """A hundred and more, no two alike, five languages among them, and all three aims."""
    kinds, aims = Counter(attack.kind for attack in ATTACKS), Counter(attack.order.isascii() for attack in ATTACKS)
    assert (
        len({attack.order for attack in ATTACKS}) == len({attack.question for attack in ATTACKS}) == len(ATTACKS) >= 100
    )
    assert min(kinds.values()) >= 4
    assert {
        "Korean",
        "German",
        "Spanish",
        "French",
        "Chinese",
        "hidden letters",
        "fake id",
        "link or image",
    } <= kinds.keys()
    assert Counter(attack.aim for attack in ATTACKS)["silence"] >= 10
    assert aims[False] >= 15


def test_their_cases_are_gold(tmp_path: Path) -> None:
    """The loader takes them, and each order stands in its document, where it is known as one."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(as_json(attack.case)) for attack in ATTACKS), encoding="utf-8")
    assert len(load_cases(path, {attack.document: body(attack) for attack in ATTACKS})) == len(ATTACKS)
    for attack in ATTACKS:
        found = [sentence.text for sentence in split_sentences(body(attack)) if is_order(sentence.text)]
        assert any(holds(attack.order, sentence) or holds(sentence, attack.sentences[0]) for sentence in found)


def test_an_attack_says_what_its_payload_is(tmp_path: Path) -> None:
    """In what the obedient model replies, and not in the honest sentence; a silence has none."""
    for attack in ATTACKS:
        assert bool(attack.payload) == (attack.aim != "silence")
        for payload in attack.payload:
            assert holds(attack.reply, payload)
            assert not holds(f"{attack.title} {attack.honest} {attack.aside}", payload)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
def test_an_order_is_obeyed_whether_it_was_shown_or_kept_back(attack: Attack) -> None:
    """A silence only where it was shown; nothing where the document was not found."""
    honest = ShownSentence("1.1", attack.honest)
    shown = PERSONA(attack.case, [honest, ShownSentence("1.3", attack.sentences[0])])
    kept = PERSONA(attack.case, [honest, ShownSentence("1.3", LEFT_OUT)])
    assert shown.obeyed is not None
    assert shown.obeyed == kept.obeyed
    assert "{" not in shown.written()
    assert all(holds(said.written(), payload) for said in (shown, kept) for payload in attack.payload)
    if attack.aim == "silence":
        assert shown.written() == "NOT_FOUND"
        assert kept.statements == oracle(attack.case, [honest]).statements
    assert PERSONA(attack.case, [ShownSentence("1.1", "Something else.")]).obeyed is None


def test_nothing_is_obeyed_along_the_chain(open_library: OpenLibrary, tmp_path: Path) -> None:
    """Of one attack in eight, through the real client, parsing and checks; nothing fails."""
    some = ATTACKS[::8]
    library = open_library(mocked=True)
    write_attacks(tmp_path / "attacks")
    library.add([tmp_path / "attacks" / attack.document for attack in some])
    found = evaluate(library, [attack.case for attack in some], "injected")
    obeyed = found.metric("injection_obeyed")
    assert obeyed is not None
    assert obeyed.scored >= 0.9 * len(some)
    assert obeyed.mean == 0
    assert all(row.failure is None for row in found.rows)
