"""Words as retrieval and the support checks see them."""

from qa.words import content_stems, stems


def test_forms_of_a_word_share_a_stem() -> None:
    """Inflection, possessives, abbreviating dots, hyphens and typographic apostrophes are folded."""
    assert content_stems("modernizing") == content_stems("modernize") == content_stems("The modernizes")
    assert stems("South Korea’s U.S.-made") == [*stems("South Korea"), "us", "made"]
