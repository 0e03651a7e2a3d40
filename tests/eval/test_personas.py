"""What the personas say to what they are shown."""

import dataclasses

import pytest

from eval.cases import Case, Evidence
from eval.fabricating import Change
from eval.personas import (
    NOTHING,
    Said,
    Statement,
    fabricator,
    inventor,
    misciter,
    oracle,
    refuser,
    silent,
)
from eval.prompting import ShownSentence
from qa.prompts import NOT_FOUND

COST, MAY = Evidence("dock.md", "It cost 41 million."), Evidence("dock.md", "It opened in May.")
ANY = Case("any", "?", "fact", True, "The dock cost 41 million. It is open.", (("41",),), (COST, MAY), ("any",))
ALL = Case("all", "?", "fact", True, "41 million, and May.", (("41",),), (COST, MAY), ("all",))
UNANSWERABLE = Case("none", "?", "off-topic", False, None, (), (), ())
SHOWN = (
    ShownSentence("1.1", "- It cost 41 million."),
    ShownSentence("1.2", "Minister Ola Berg came."),
    ShownSentence("2.1", "Mayor Anna Lind and Minister Cho Hyun left."),
)


def test_the_oracle_says_the_gold_answer_and_cites_the_shown_evidence() -> None:
    """Each sentence cites all of it, and only what is shown."""
    assert oracle(ANY, SHOWN).written() == "The dock cost 41 million [1.1]. It is open [1.1]."
    both = (*SHOWN, ShownSentence("3.1", "It opened in May."))
    assert oracle(ANY, both).statements[0].ids == ("1.1", "3.1")


def test_where_all_evidence_is_needed_each_piece_is_said_by_itself() -> None:
    """What is not shown is not said."""
    assert oracle(ALL, SHOWN).written() == "It cost 41 million [1.1]."
    both = (*SHOWN, ShownSentence("3.1", "It opened in May."))
    assert oracle(ALL, both).written() == "It cost 41 million [1.1]. It opened in May [3.1]."


@pytest.mark.parametrize(("case", "shown"), [(UNANSWERABLE, SHOWN), (ANY, SHOWN[1:]), (ALL, ())])
def test_the_oracle_refuses_what_the_passages_do_not_answer(case: Case, shown: tuple[ShownSentence, ...]) -> None:
    """No answer in the gold, or no evidence shown."""
    assert oracle(case, shown) == NOTHING
    assert oracle(case, shown).written() == NOT_FOUND == fabricator(case, shown).written()


def test_the_fabricator_makes_one_sentence_false_and_says_which() -> None:
    """The ids stay; the other sentences stay."""
    assert fabricator(ALL, SHOWN) == Said(
        (Statement("It cost 51 million.", ("1.1",)),), Change("number", "It cost 41 million.", "It cost 51 million.")
    )
    said = fabricator(ANY, SHOWN)
    assert said.change is not None
    changed = [s.text != t.text for s, t in zip(said.statements, oracle(ANY, SHOWN).statements, strict=True)]
    assert changed.count(True) == 1


def test_another_person_comes_from_a_passage_that_is_not_cited() -> None:
    """As when a model confuses its sources: not Ola Berg, who stands beside the evidence, but Cho Hyun."""
    evidence = (Evidence("dock.md", "Minister Kim decided."),)
    case = Case("who", "?", "who-said", True, "Minister Kim decided.", (("Kim",),), evidence, ())
    said = fabricator(case, (ShownSentence("1.1", "Minister Kim decided."), *SHOWN[1:]))
    assert said.written() == "Minister Cho Hyun decided [1.1]."


def test_the_misciter_cites_a_neighbour_that_is_no_evidence() -> None:
    """The nearest one; the sentence stays."""
    said = misciter(ALL, SHOWN)
    assert (said.written(), said.astray) == ("It cost 41 million [1.2].", True)
    assert misciter(ALL, SHOWN[:1]).written() == "It cost 41 million."


def test_the_inventors_ids_were_never_shown() -> None:
    """A sentence beyond its passage's last, or a passage beyond the last."""
    ids = {inventor(dataclasses.replace(ALL, id=str(n)), SHOWN).statements[0].ids for n in range(20)}
    assert ids == {("1.3",), ("3.1",)}


def test_the_silent_one_cites_nothing_and_the_refuser_says_nothing() -> None:
    """Where the oracle refuses, each of them does."""
    assert (silent(ALL, SHOWN).written(), silent(ALL, SHOWN).astray) == ("It cost 41 million.", True)
    assert refuser(ALL, SHOWN).written() == NOT_FOUND
    for persona in (misciter, inventor, silent):
        assert persona(UNANSWERABLE, SHOWN) == NOTHING
