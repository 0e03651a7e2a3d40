"""True claims that deny where their sentence does not, or the other way round, and their false neighbours."""

import pytest

from tests.qa.support.denial.asking import LEFT_OUT, PUT_IN, against


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "The court acquitted the miller of every charge.",
            "The court did not convict the miller on any charge.",
            "The court did not acquit the miller of every charge.",
        ),
        (
            "The clerks did not vote on the fee, or had been unable to vote.",
            "The clerks did not or could not vote on the fee.",
            "It is not so that the clerks did not vote on the fee.",
        ),
        (
            "The council sees a need for deeper talks about the harbour.",
            "Not entirely: the council sees a need for deeper talks about the harbour.",
            "The council does not see a need for deeper talks about the harbour.",
        ),
        (
            "The museum rejected the offer from the collector.",
            "The collector's offer was not accepted by the museum.",
            "The collector's offer was not rejected by the museum.",
        ),
        (
            "Entry to the tower is free for children.",
            "No charge is made for children at the tower.",
            "Entry to the tower is not free for children.",
        ),
        (
            "The label began as an insult and a pejorative nickname.",
            "Those who first used the label did not mean it as praise.",
            "The label did not begin as an insult.",
        ),
        (
            "The committee holds very different opinions of the bridge.",
            "The committee does not think the same of the bridge.",
            "The committee does not hold different opinions of the bridge.",
        ),
        (
            "The scheme violates both the fishery rules and the harbor rules.",
            "The scheme complies with neither the fishery rules nor the harbor rules.",
            "The scheme does not violate the fishery rules or the harbor rules.",
        ),
        (
            "The two wardens are both careful and far from greedy.",
            "Neither of the two wardens is driven by greed; both are careful.",
            "Neither of the two wardens is careful.",
        ),
        (
            "The choir sings in Welsh rather than English.",
            "The choir sings in Welsh, not English.",
            "The choir does not sing in Welsh.",
        ),
        (
            "The change of the route will be contentious.",
            "The change of the route will not go undisputed.",
            "The change of the route will not be contentious.",
        ),
        (
            "In contrast, other mills have strict rules on dust.",
            "Unlike this one, other mills have strict rules on dust.",
            "Unlike this one, other mills do not have strict rules on dust.",
        ),
        (
            "Had the dam stood alone, engineers might have closed it.",
            "The dam was not alone, and engineers have not closed it.",
            "Had the dam stood alone, engineers might not have closed it.",
        ),
    ],
)
def test_a_positive_word_may_be_told_as_a_denial(sentence: str, true: str, false: str) -> None:
    """Where the sentence has a word that denies in itself; the very word that it has may not be denied."""
    assert against(true, sentence) == ""
    assert PUT_IN in against(false, sentence)


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "The port will count its cranes before it decides on a second dock.",
            "No decision on a second dock will be made until the port has counted its cranes.",
            "The port will not count its cranes before it decides on a second dock.",
        ),
        (
            "The ferry first carried lorries in 1962.",
            "The ferry did not carry lorries until 1962.",
            "The ferry did not carry lorries in 1962.",
        ),
        (
            "The mill can reopen only with the consent of the county.",
            "Without the county's consent the mill cannot reopen.",
            "The mill cannot reopen with the consent of the county.",
        ),
        (
            "It was the driest summer since 1976.",
            "Not since 1976 had a summer been so dry.",
            "It was not the driest summer since 1976.",
        ),
        (
            "Of all the counties, Velm has the longest coast.",
            "No other county has as long a coast as Velm.",
            "Velm does not have the longest coast of all the counties.",
        ),
        (
            "Velm is the only county that levies the toll.",
            "Apart from Velm, no county levies the toll.",
            "Velm is not the only county that levies the toll.",
        ),
        (
            "The lake is too cold for swimming.",
            "The lake is not warm enough for swimming.",
            "The lake is not too cold for swimming.",
        ),
        (
            "The glacier is shrinking faster than experts had expected.",
            "Experts had not expected the glacier to shrink at such speed.",
            "The glacier is not shrinking faster than experts had expected.",
        ),
        ("Orsk is smaller than Tarn.", "Orsk is not as big as Tarn.", "Orsk is not smaller than Tarn."),
        (
            "The ship was last seen in March.",
            "The ship has not been seen since March.",
            "The ship was not seen in March.",
        ),
        (
            "Only 20 percent of the pupils passed.",
            "Four fifths of the pupils did not pass.",
            "The pupils did not pass.",
        ),
    ],
)
def test_a_limit_and_the_most_may_be_told_as_denials(sentence: str, true: str, false: str) -> None:
    """ "Not until", "no other is as", "apart from it none", and the rest of a share."""
    assert against(true, sentence) == ""
    assert PUT_IN in against(false, sentence)


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "Four fifths of the old boats are no longer in use.",
            "A fifth of the old boats are still in use.",
            "The old boats are in use.",
        ),
        (
            "In one tale the smith is the maker of the bell, but not the owner of the bell.",
            "In one tale the smith is only the maker of the bell.",
            "In one tale the smith is the maker and the owner of the bell.",
        ),
        (
            "There is no clear consensus on the age of the wall.",
            "Opinion remains divided on the age of the wall.",
            "There is a clear consensus on the age of the wall.",
        ),
        (
            "Voters back the dock, but they may not if it looks like a casino.",
            "Support for the dock may be lost if it looks like a casino.",
            "Voters back the dock, and they may if it looks like a casino.",
        ),
        (
            "The bridge did not reopen until spring.",
            "The bridge reopened only in spring.",
            "The bridge did reopen until spring.",
        ),
        (
            "The reviews are not due before late summer.",
            "The reviews are due in late summer at the earliest.",
            "The reviews are due before late summer.",
        ),
        (
            "The council did not accept the offer.",
            "The offer was turned down by the council.",
            "The council accepted the offer.",
        ),
        (
            "The village was not spared, because the dam gave way.",
            "Had the dam held, the village would have been spared.",
            "The village was spared.",
        ),
    ],
)
def test_a_denial_may_be_told_as_a_positive(sentence: str, true: str, false: str) -> None:
    """By what remains, by a word that denies in itself, or by a limit; what is denied may not be said."""
    assert against(true, sentence) == ""
    assert LEFT_OUT in against(false, sentence)


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "The miners were forced to sell the shaft.",
            "The miners had no option but to sell the shaft.",
            "The miners were not forced to sell the shaft.",
        ),
        (
            "The council says that a second dock is possible.",
            "The council has not ruled out a second dock.",
            "The council says that a second dock is not possible.",
        ),
        (
            "The choir kept all of its singers when it moved.",
            "The choir lost none of its singers when it moved.",
            "The choir did not keep all of its singers when it moved.",
        ),
        (
            "The village was spared from flooding.",
            "The village was not flooded.",
            "The village was not spared from flooding.",
        ),
        (
            "The keeper was fired in May after a quarrel.",
            "The keeper was dismissed in May after a quarrel.",
            "The keeper was not fired in May after a quarrel.",
        ),
        (
            "Water for the mills was scarce.",
            "There was not enough water for the mills.",
            "Water for the mills was not scarce.",
        ),
    ],
)
def test_a_denial_that_something_else_undoes_denies_nothing(sentence: str, true: str, false: str) -> None:
    """ "No option but", "not ruled out", "lost none", "spared from", and "not enough", which is said of how much."""
    assert against(true, sentence) == ""
    assert PUT_IN in against(false, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            "The chiefs had not held their first call two days before the letter.",
            "The letter came two days after the chiefs held their first call.",
        ),
        ("Only until the result is not known.", "It should be set aside once the result is known."),
    ],
)
def test_a_stretch_of_time_and_what_is_denied_after_until_are_no_limits(claim: str, sentence: str) -> None:
    """ "Not until May" is one; "not two days before", and "until it is not known", are not."""
    assert PUT_IN in against(claim, sentence)


def test_what_is_set_against_may_be_left_out() -> None:
    """ "And not to replace it", by a claim that tells nothing of it."""
    sentence = "The clerks want the talks to start from the old pact and not to replace it."
    assert against("The clerks want the talks to start from the old pact.", sentence) == ""
    assert against("The clerks want the talks to start from the old pact and to replace it.", sentence)
