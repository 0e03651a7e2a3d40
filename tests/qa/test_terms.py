"""What a question is searched by."""

import pytest

from qa.terms import search_terms, spelled_out

NAMES = {
    "opcon": ["operational control"],
    "operational control": ["OPCON"],
    "it": ["information technology"],
    "u.s. forces korea": ["USFK"],
}


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("What did the allies agree on submarines, and why submarines?", ["allies", "agree", "submarines"]),
        ("Who is who?", ["who", "is"]),
        ("?!", []),
        ("When is OPCON moved?", ["opcon", "moved", "operational control"]),
        ("Who gets operational control?", ["gets", "operational", "control", "opcon"]),
        ("Does the U.S. pay?", ["us", "u s", "pay"]),
        ("Does the US pay us?", ["us", "u s", "pay"]),
        ("Whose defence?", ["defence", "defense"]),
        ("What was organised?", ["organised", "organized"]),
        ("Who bought it?", ["bought"]),
        ("Who bought IT?", ["bought", "it", "i t", "information technology"]),
        ("What do U.S. Forces Korea do?", ["us", "u s", "forces", "korea", "usfk"]),
    ],
)
def test_words_spellings_and_other_names(question: str, terms: list[str]) -> None:
    """Without stop words unless nothing else is left; American and British; both names of a thing."""
    assert search_terms(question, NAMES) == terms


def test_a_name_is_spelled_out_once() -> None:
    """For models, which may not know the short form; what the question says itself is not said again."""
    question = "Does the US hand over OPCON, or operational control?"
    assert spelled_out("When is OPCON moved?", NAMES) == "When is OPCON moved? (operational control)"
    assert spelled_out(question, NAMES) == question
    assert spelled_out("Who bought it?", NAMES) == "Who bought it?"
