"""One fact of a true sentence made false."""

import pytest

from eval.fabricating import Change, fabricated, persons

FULL = "Minister Ola Berg of Seoul will spend 3.5% by Nov. 4, 2025."


def all_of(sentence: str, strangers: tuple[str, ...] = ("Anna Lind",)) -> set[Change]:
    """What a hundred keys make of a sentence."""
    made = (fabricated([sentence], strangers, str(key)) for key in range(100))
    return {change for change in made if change is not None}


def test_each_kind_of_fact_is_changed_in_each_way() -> None:
    """Numbers, dates, names and negations, one change at a time."""
    changed = {(change.kind, change.after) for change in all_of(FULL)}
    assert changed == {
        ("number", "Minister Ola Berg of Seoul will spend 4.5% by Nov. 4, 2025."),
        ("date", "Minister Ola Berg of Seoul will spend 3.5% by December 4, 2025."),
        ("date", "Minister Ola Berg of Seoul will spend 3.5% by Nov. 5, 2025."),
        ("date", "Minister Ola Berg of Seoul will spend 3.5% by Nov. 4, 2026."),
        ("name", "Minister Ola Berg of Tokyo will spend 3.5% by Nov. 4, 2025."),
        ("name", "Minister Anna Lind of Seoul will spend 3.5% by Nov. 4, 2025."),
        ("negation", "Minister Ola Berg of Seoul will not spend 3.5% by Nov. 4, 2025."),
    }


@pytest.mark.parametrize(
    ("sentence", "kind", "after"),
    [
        ("It does not apply.", "negation", "It does apply."),
        ("Nine of 9,800 replied.", "number", "Nine of 1,800 replied."),
        ("Held in 2025.", "date", "Held in 2026."),
        ("Signed in Beijing.", "name", "Signed in Moscow."),
    ],
)
def test_a_sentence_with_one_kind_of_fact_has_that_one_changed(sentence: str, kind: str, after: str) -> None:
    """Whatever kind the key would have begun with."""
    assert all_of(sentence) == {Change(kind, sentence, after)}  # type: ignore[arg-type]


def test_a_sentence_without_such_a_fact_is_left_alone() -> None:
    """None says so; nothing false is claimed to have been said."""
    assert fabricated(["Prices rose."], ["Anna Lind"], "key") is None
    assert fabricated([], [], "key") is None


def test_the_same_key_makes_the_same_change() -> None:
    """An evaluation is the same on every run."""
    assert fabricated([FULL], ["Anna Lind"], "key") == fabricated([FULL], ["Anna Lind"], "key")


def test_persons_are_known_by_their_titles() -> None:
    """Capitals alone prove nothing."""
    assert persons("Foreign Minister Cho Hyun met Gen. Xavier Brunson at Camp Humphreys.") == [
        "Cho Hyun",
        "Xavier Brunson",
    ]
