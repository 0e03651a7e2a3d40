"""The right thing in a form that nobody asked for."""

import dataclasses

from eval.cases import Case
from eval.chattering import FORMS, chatty
from eval.prompting import ShownSentence
from qa.prompts import NOT_FOUND
from tests.eval.test_personas import ALL, SHOWN, UNANSWERABLE

BOTH = (*SHOWN, ShownSentence("3.1", "It opened in May."))


def of(case: Case, key: str) -> str:
    return chatty(dataclasses.replace(case, id=key), BOTH).written()


def test_every_form_is_used() -> None:
    """Bold, bullets, numbers, ids in front, ids missing."""
    replies = "\n".join(of(ALL, str(n)) for n in range(40))
    for start in ("- **It cost", "- [1.1] It cost", "* It cost 41 million.\n", "1. It cost", "\n[1.1] It cost"):
        assert start in replies
    assert len(FORMS) == 5


def test_it_says_what_the_oracle_says_between_sentences_about_nothing() -> None:
    """The statements are known, and so is the chatter."""
    said = chatty(ALL, BOTH)
    assert [statement.text for statement in said.statements] == ["It cost 41 million.", "It opened in May."]
    (greeting, farewell), (invented,) = said.chatter, said.embroidery
    assert all(said.written().count(sentence) == 1 for sentence in (greeting, farewell))
    assert f"{invented.removesuffix('.')} [1.1]." in said.written()


def test_a_refusal_is_glued_to_some_answers() -> None:
    """After what it has found, on a line of its own; not always."""
    glued = [f"\n{NOT_FOUND}\n" in of(ALL, str(n)) for n in range(40)]
    assert True in glued
    assert False in glued


def test_a_refusal_stands_between_regrets() -> None:
    """On a line of its own."""
    said = chatty(UNANSWERABLE, BOTH)
    assert said.statements == ()
    assert f"\n\n{NOT_FOUND}\n\n" in said.written()
    assert "I am sorry" in said.written()
