"""A hope, a plan or a rumour told freely: as what it is it passes, as a fact it does not."""

import pytest

from qa.support import Evidence
from qa.support.stance.certainty import overstated
from qa.support.stance.voice import lost_voices


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "The valley has asked both towns to honour the toll.",
            "Both towns honoured the toll of the valley.",
            "The valley has asked both towns to honour the toll of 1920.",
        ),
        (
            "The town is now to pay 200 crowns for the bridge.",
            "The town paid 200 crowns for the bridge.",
            "The town will pay 200 crowns for the bridge.",
        ),
        (
            "Frost could be what cracked the aqueduct at Lower Brenn.",
            "Frost damaged the aqueduct at Lower Brenn.",
            "Repeated frost may have cracked the aqueduct at Lower Brenn, which was drained in May.",
        ),
        (
            "The orchards look set to yield some 300 tonnes of plums.",
            "Fruit farmers picked 300 tonnes of plums.",
            "The orchards are likely to bring in about 300 tonnes of plums, provided that no hail comes.",
        ),
        (
            "Orlo wanted to be at the lighthouse by Easter.",
            "Orlo got to the lighthouse at Easter.",
            "Orlo had hoped to reach the lighthouse by Easter, but his horse went lame in the marshes.",
        ),
        (
            "A rise of ten crowns a year in the ferry toll is proposed.",
            "The ferry toll went up by ten crowns a year.",
            "The council proposes raising the ferry toll by ten crowns a year until the quay is paid for.",
        ),
        (
            "It is suspected that the chalice was smuggled abroad in a load of tiles.",
            "It is established that the chalice went abroad in a load of tiles.",
            "The police suspect that the chalice left the country in a load of tiles.",
        ),
    ],
)
def test_a_hedge_is_missed_in_free_words(true: str, false: str, sentence: str) -> None:
    """A claim that holds what stands behind a hedge hedges it too, in whatever words, or is caught."""
    assert list(overstated(true, Evidence((sentence,)))) == []
    assert list(overstated(false, Evidence((sentence,)))) != []


def test_what_stands_beside_a_hedge_is_a_fact() -> None:
    """And what a tale tells by "would" happened."""
    hedged = "Mara Lund, who has run the mill since 1990, is set to hand the keys to her nephew in the spring."
    tale = "Lund fled to Orra in 1840, where she would teach the deaf children of the harbour for years."
    assert list(overstated("Mara Lund took over the mill in 1990.", Evidence((hedged,)))) == []
    assert list(overstated("The deaf children of the harbour were taught by Lund.", Evidence((tale,)))) == []
    assert list(overstated("The keys passed to her nephew in the spring.", Evidence((hedged,)))) != []


def test_an_opinion_is_missed_in_free_words() -> None:
    """A speaker amid the words, a group's view: told freely, it still is theirs."""
    sentence = "Supporters of the tunnel maintain that it would take 400 carts a day out of the old market."
    assert (
        list(lost_voices("Its backers expect the tunnel to spare the market 400 carts daily.", Evidence((sentence,))))
        == []
    )
    assert (
        list(lost_voices("The tunnel keeps 400 carts out of the historic market each day.", Evidence((sentence,))))
        != []
    )
    amid = "Coal at such prices, the warden insisted, forces the school to shut two of its six halls."
    assert (
        list(lost_voices("By the warden's account, dear coal shuts two of the school's six halls.", Evidence((amid,))))
        == []
    )
    assert list(lost_voices("Dear coal made the school close two of its six halls.", Evidence((amid,)))) != []


def test_what_is_widely_accepted_is_agreed() -> None:
    """Other words for the same hedge."""
    sentence = "The mill at Lower Brenn, built in 1809, is generally agreed to be the oldest that still turns."
    true = "Built in 1809, the mill at Lower Brenn is widely accepted as the oldest that still turns."
    assert list(overstated(true, Evidence((sentence,)))) == []
    assert list(overstated(true.replace("is widely accepted as", "proved"), Evidence((sentence,)))) != []
