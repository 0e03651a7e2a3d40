"""Words as retrieval and the support checks see them."""

from qa.words import content_stems, query_words, stems


def test_a_question_is_reduced_to_its_topic() -> None:
    """Function words go, order stays, nothing is repeated; a question of nothing else keeps its words."""
    assert query_words("What did the allies agree on submarines, and why submarines?") == [
        "allies",
        "agree",
        "submarines",
    ]
    assert query_words("Who is who?") == ["who", "is"]
    assert query_words("?!") == []


def test_forms_of_a_word_share_a_stem() -> None:
    """Inflection, possessives, abbreviating dots, hyphens and typographic apostrophes are folded."""
    assert content_stems("modernizing") == content_stems("modernize") == content_stems("The modernizes")
    assert stems("South Korea’s U.S.-made") == [*stems("South Korea"), "us", "made"]
