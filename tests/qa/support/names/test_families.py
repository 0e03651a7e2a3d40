"""Names of one family."""

import pytest

from qa.support.names.families import are_kindred, how_often


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("PFCs", "the PFC's cranes"),
        ("Continent", "on continental soil"),
        ("Asian", "the ports of Asia"),
        ("Europeans", "all over Europe"),
        ("Californians", "California's cranes"),
        ("Dutch", "the Netherlands"),
        ("Western", "the West"),
        ("Columbus", "pre-Columbian docks"),
        ("Congress", "many congressmen"),
        ("Communists", "the end of communism"),
        ("Zürich", "in Zurich"),
        ("Senator", "Sen. Voss"),
        ("Franco-Prussian", "France and Prussia"),
        ("Gauls", "a Gallic tribe"),
        ("Pope", "papal lands"),
        ("Mongolia", "Mongol riders"),
        ("Latin", "the script was Latinised"),
        ("Cyrillic", "Cyrillicized in May"),
        ("Sephardim", "Sephardic Jews"),
        ("Confederacy", "the Confederate states"),
        ("Tern-style", "the Tern style"),
        ("Havn-built", "built in Havn"),
        ("Spanish-speaking", "Hispanophone islanders"),
        ("Borg Boulevard", "Borg Blvd."),
        ("Kenyans", "Nairobi"),
        ("Slovenes", "Slovenia"),
        ("Amalfi", "Amalfitan traders"),
        ("Moon", "a lunar dock"),
    ],
)
def test_words_of_one_family_are_one_name(name: str, text: str) -> None:
    """A place, who lives there, what is of it; by their endings, or by a list where no ending tells."""
    assert are_kindred(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Austrian", "Australia"),
        ("Dutch", "Denmark"),
        ("Romans", "Romania"),
        ("Ada Voss", "Ada Lund"),
        ("Lund", "the land"),
        ("Latin", "the script was Cyrillicized"),
        ("Havn-built", "built in Tern"),
        ("Tern-Havn", "Tern alone"),
        ("Borg Boulevard", "Borg Avenue"),
    ],
)
def test_names_that_are_only_alike_are_two(name: str, text: str) -> None:
    """And every part of a name has to be there."""
    assert not are_kindred(name, text)


def test_words_of_a_family_are_counted_together() -> None:
    """Whatever their form."""
    assert how_often("Asia", "Asian cranes for Asia, not for Africa") == 2
