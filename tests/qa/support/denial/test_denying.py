"""What a text denies, and in which words."""

import pytest

from tests.qa.support.denial.asking import LEFT_OUT, against


@pytest.mark.parametrize(
    ("claim", "sentences"),
    [
        (
            "The charter does not say when the handover will take place, which still depends on tides.",
            ("The handover remains tied to tides, and the charter gives no date for it.",),
        ),
        (
            "The pact need not stop at ships but could extend to rails.",
            ("The pact should not be confined to ships and could expand into other fields, such as rails.",),
        ),
        (
            "None of the maker's patents gave an example, and the maker published no papers.",
            ("The maker did not publish any papers, nor did the maker's patents cite any examples.",),
        ),
        (
            "Neither a review of the yard nor an order for a tug, both of which would upset the mayor, has been announced.",
            (
                "A review of the yard would upset the mayor.",
                "So would an order for a tug.",
                "Neither has been announced.",
            ),
        ),
        (
            "The harbor asked for more time and the owners refused it.",
            ("The harbor asked for more time, and the owners would not accept it.",),
        ),
        ("A dock is costly no matter where it is built.", ("A dock is costly, wherever it is built.",)),
    ],
)
def test_two_denials_of_one_thing_need_not_share_their_words(claim: str, sentences: tuple[str, ...]) -> None:
    """In whatever clause they stand, and whether or not the denial names what it is about."""
    assert against(claim, *sentences) == ""


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "The tug and the crane are on order, and neither is due before late June.",
            "Neither the tug nor the crane, both on order, is due until late June at the earliest.",
            "The tug and the crane, both on order, are due before late June.",
        ),
        (
            "The porters often do not work under the eye of a warden but instead are led by other porters.",
            "The porters are often not directly led by a warden but answer to other porters.",
            "The porters often work under the eye of a warden.",
        ),
        (
            "The duke tried to buy the mill, but was denied by the abbey.",
            "The duke's bid to buy the mill was blocked by the abbey.",
            "The duke's bid to buy the mill was granted by the abbey.",
        ),
        (
            "The guild does not object to this view.",
            "The guild, which holds another view, does not oppose it.",
            "The guild does object to this view.",
        ),
    ],
)
def test_two_denials_with_another_limit_or_verb_are_alike(sentence: str, true: str, false: str) -> None:
    """A limit or a contrast that both deny is not read as a positive in one of them alone."""
    assert against(true, sentence) == ""
    assert against(false, sentence) != ""


def test_who_does_not_want_to_be_named_asks_for_it() -> None:
    """A "before" elsewhere is no limit of that denial; who asks to be named does not."""
    sentence = "According to a clerk who asked not to be named, the mayors will sign only a letter."
    true = (
        "Before the summit the Tern quoted a clerk who did not want to be named: the mayors would sign only a letter."
    )
    assert against(true, sentence) == ""
    assert LEFT_OUT in against("According to a clerk who asked to be named, the mayors will sign a letter.", sentence)


def test_who_is_spared_something_does_not_have_it() -> None:
    """As in "spared the flood"; who had it was not spared."""
    sentence = "If the dam had held, the town would not have had the flood of that year."
    assert against("Had the dam held, the town would have been spared the flood of that year.", sentence) == ""
    assert against("If the dam had held, the town would have had the flood of that year.", sentence)


def test_none_denies_what_stands_before_it() -> None:
    """Of one of two, as a sentence does of that one."""
    claim = "The south line defines a signal, the north line none."
    assert against(claim, "The south line defines a signal.", "The north line does not define any such signals.") == ""
