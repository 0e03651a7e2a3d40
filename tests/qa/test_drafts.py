"""A model's draft to sentences with the ids that belong to them."""

import pytest

from qa.drafts import parse
from qa.shown import Ref
from tests.qa.test_citing import HITS, SPEND, SUBMARINES


@pytest.mark.parametrize(
    "draft",
    [
        "South Korea agreed to spend 3.5% of GDP [1.2].",
        "South Korea agreed to spend 3.5% of GDP. [1.2]",
        "South Korea agreed to spend 3.5% of GDP.[1.2]",
        "[1.2] South Korea agreed to spend 3.5% of GDP.",
        "- South Korea agreed to spend 3.5% of GDP [ 1.2 ].",
        "South Korea agreed to spend 3.5% of GDP\n[1.2]",
        "**South Korea** agreed to spend 3.5% of GDP [1.2].\n",
        "South Korea agreed to spend 3.5% of GDP [1].",
        "South Korea agreed to spend 3.5% of GDP [1.2]. NOT_FOUND",
        "NOT_FOUND\nSouth Korea agreed to spend 3.5% of GDP [1.2].",
    ],
)
def test_an_id_is_understood_wherever_it_stands(draft: str) -> None:
    """Before the full stop, after it, in front, in a list, for a whole passage, beside a refusal."""
    (claim,) = parse(draft, HITS)
    assert claim.refs == (SPEND,)
    assert claim.text.rstrip(".") == "South Korea agreed to spend 3.5% of GDP"


@pytest.mark.parametrize("ids", ["[1.2, 2.1]", "[1.2][2.1]", "[1.2] [2.1]", "[1.2; 2.1]", "[1.2 and 2.1]"])
def test_several_ids_belong_to_one_sentence(ids: str) -> None:
    """However they are joined."""
    (claim,) = parse(f"Seoul spends more and Washington approved submarines {ids}.", HITS)
    assert claim.refs == (SPEND, SUBMARINES)


def test_a_range_names_all_between() -> None:
    """[1.1-1.3] is three sentences."""
    (claim,) = parse("The allies met and agreed [1.1-1.3].", HITS)
    assert claim.refs == (Ref(0, 0), Ref(0, 1), Ref(0, 2))


def test_each_sentence_keeps_its_own_ids() -> None:
    """The ids behind one sentence are not the next one's."""
    first, second = parse("Washington approved submarines. [2.1] South Korea spends 3.5%. [1.2]", HITS)
    assert (first.refs, second.refs) == ((SUBMARINES,), (SPEND,))


@pytest.mark.parametrize(
    "draft",
    [
        "NOT_FOUND",
        "NOT_FOUND.",
        " NOT_FOUND\n",
        "NOT_FOUND: the passages say nothing of Mongolia.",
        "Sorry. NOT_FOUND [9.9]",
    ],
)
def test_a_refusal_is_no_claim(draft: str) -> None:
    """NOT_FOUND stands unless a sentence beside it cites something shown."""
    assert parse(draft, HITS) == []


def test_ids_never_shown_are_dropped_and_counted() -> None:
    """An invented id ties a claim to nothing."""
    (claim,) = parse("Washington approved submarines [7.1, 2.9, 0.0].", HITS)
    assert (claim.refs, claim.ids) == ((), 3)


@pytest.mark.parametrize("link", ["[approved](http://evil.test/?q=secret)", "![approved](http://evil.test/a.png)"])
def test_a_link_or_image_in_a_draft_is_only_its_words(link: str) -> None:
    """A reader's program would otherwise fetch what a document ordered."""
    (claim,) = parse(f"Washington {link} nuclear-powered submarines [2.1].", HITS)
    assert claim.text == "Washington approved nuclear-powered submarines."


def test_a_bare_answer_belongs_to_what_explains_it() -> None:
    """ "No." before a sentence is the beginning of its claim; alone it stands."""
    (claim,) = parse("No. South Korea agreed to spend 3.5% of GDP [1.2].", HITS)
    assert claim.text.rstrip(".") == "No. South Korea agreed to spend 3.5% of GDP"
    assert claim.refs == (SPEND,)
    (alone,) = parse("No.", HITS)
    assert (alone.text, alone.refs) == ("No.", ())
