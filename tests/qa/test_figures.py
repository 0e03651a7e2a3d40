"""Numbers by value."""

from fractions import Fraction

import pytest

from qa.figures import Figure, figures, months, sums


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("45 business days", 45, ("days", 1)),
        ("four weeks", 4, ("days", 7)),
        ("$36.2bn", 36_200_000_000, ("dollars", 100)),  # in cents
        ("66.3 trillion won", 66_300_000_000_000, ("won", 1)),
        ("twenty-one boats", 21, None),
        ("two hundred boats", 200, None),
    ],
)
def test_a_figure_knows_its_unit(text: str, value: int, unit: tuple[str, int] | None) -> None:
    """Signs, words and magnitudes; nothing where none stands beside it."""
    (figure,) = figures(text)
    assert (figure.value, figure.unit) == (Fraction(value), unit)


def test_an_amount_is_the_same_in_another_unit() -> None:
    """Of the same kind; a unit that only one has makes no difference."""
    days, weeks, dollars, bare = (figures(text)[0] for text in ("28 days", "4 weeks", "$28", "28"))
    assert days.measures_as(weeks)
    assert days.measures_as(bare)
    assert not days.measures_as(dollars)
    assert not weeks.measures_as(figures("4 days")[0])


def test_units_of_time_are_one_kind() -> None:
    """A day has 24 hours, and a month that is said of days has thirty."""
    (months,), (days,), (hours,) = (figures(text) for text in ("two months", "60 days", "48 hours"))
    assert months.measures_as(days)
    assert hours.measures_as(figures("2 days")[0])
    assert not months.measures_as(figures("50 days")[0])


def test_an_amount_in_two_units_is_their_sum() -> None:
    """With its parts; two amounts side by side that measure different things are none."""
    ((total, parts),) = sums("The talks took two hours and 20 minutes, and cost 5 dollars.")
    assert (total.value, total.unit) == (Fraction(140), ("minutes", 1))
    assert [part.value for part in parts] == [2, 20]
    assert list(sums("It took 20 minutes and two hours of rest; 3 days and 4 dollars.")) == []


def test_a_dozen_is_twelve() -> None:
    """Alone and counted."""
    assert [figure.value for figure in figures("a dozen")] == [12]
    assert [figure.value for figure in figures("two dozen ships")] == [24]


def test_a_range_may_be_spelled_in_words() -> None:
    """Both ends are percentages."""
    assert [figure.percent for figure in figures("two to three percent")] == [True, True]


def test_the_first_of_a_range_of_percentages_is_one() -> None:
    """2 to 3 percent; the year before a percentage is none."""
    assert [figure.percent for figure in figures("2 to 3 percent")] == [True, True]
    assert [figure.percent for figure in figures("in 2029 and 3.5%")] == [False, True]


def test_one_is_an_article_as_often() -> None:
    """So it is no figure."""
    assert figures("one of them") == []
    assert figures("1 of them") == [Figure(Fraction(1), False, "1")]


def test_a_month_is_its_own_name_only() -> None:
    """Short, with a full stop or whole; a name or a word that begins like one is none."""
    assert months("Jan. 3, February, Sept. 4, Sep 5, in May 2025 and December's") == {"Jan", "Feb", "Sep", "May", "Dec"}
    assert months("Mayor Jane, a Marine, a Decision, Augusta, Marches, Octopus, Novel") == set()
