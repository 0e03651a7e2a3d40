"""True claims that deny where their sentence does not, or the other way round, and their false neighbours."""

import pytest

from qa.support.denial.denials import turned_denials
from qa.support.evidence import Evidence, made_comparable

PUT_IN, LEFT_OUT = "it denies", "it leaves out a denial"


def against(claim: str, *sentences: str) -> str:
    """What the check of denials says of it."""
    return "; ".join(turned_denials(*made_comparable(claim, Evidence(sentences))))


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
    ("claim", "sentence"),
    [
        ("The backers do not find the date realistic.", "Supporters consider the date realistic."),
        ("No year for the dock is not named.", "No paper names a year for the dock."),
        ("The mayor has not asked for a dock.", "The mayor has asked for a dock, but not for a pier."),
        ("Nobody lives on the northern island.", "About 300 people live on the northern island."),
        ("Shops do not pay the tax, but farms do.", "Shops pay the tax, and farms do not."),
        ("No dock was not built until 1990.", "The dock was not built until 1990."),
    ],
)
def test_what_a_sentence_says_undenied_may_not_be_denied(claim: str, sentence: str) -> None:
    """Though other words are used, or something else is denied beside it."""
    assert PUT_IN in against(claim, sentence)


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


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            "The mayor says that he will not choose the builders.",
            "The county's account is different: the mayor says that the builders will be chosen by him.",
        ),
        (
            "The price of bread could not grow if the mills close.",
            "The price of bread could grow regardless of the tax if the mills close.",
        ),
        (
            "The toll of 9% had not been due to start in May.",
            "A toll of 5% stands instead of the 9% that was due in May.",
        ),
    ],
)
def test_a_word_that_denies_elsewhere_does_not_explain_a_denial(claim: str, sentence: str) -> None:
    """It has to stand beside what is denied, and in its place."""
    assert PUT_IN in against(claim, sentence)


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


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "Several of the hill farms had still not been supplied with salt, and 40 carts had been lost.",
            "Forty carts were gone, with hill farms waiting for salt.",
            "Several of the hill farms had been supplied with salt.",
        ),
        (
            "All the herders left by noon, some of whom refused to sell their goats.",
            "The herders were told to get out by noon.",
            "Some of the herders sold their goats.",
        ),
        (
            "The runner failed to qualify for the last round after a fall in the second.",
            "The runner was knocked out by a fall in the second round.",
            "The runner qualified for the last round after a fall in the second.",
        ),
        (
            "The village was not officially at war with the town.",
            "The village was officially at peace with the town.",
            "The village was officially at war with the town.",
        ),
    ],
)
def test_a_claim_may_tell_another_part_than_what_is_denied(sentence: str, true: str, false: str) -> None:
    """Where it has not the word that is denied, or tells the denial in its own words."""
    assert not against(true, sentence)
    assert LEFT_OUT in against(false, sentence)


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "Of the five millers only the eldest and her cousin favored the toll.",
            "Three of the millers did not favor the toll.",
            "The eldest of the millers and her cousin did not favor the toll.",
        ),
        (
            "The narrow arches may preclude taller barges on the canal.",
            "Taller barges may not be possible on the canal, with its narrow arches.",
            "The arches may not preclude taller barges on the canal.",
        ),
        (
            "The mill's debts, almost nonexistent in May, were 40 crowns by June.",
            "The mill's debts went from next to nothing in May to 40 crowns by June.",
            "The mill's debts were not 40 crowns by June.",
        ),
    ],
)
def test_a_claim_may_deny_of_the_rest_what_is_told_of_a_part(sentence: str, true: str, false: str) -> None:
    """And what the sentence tells with a word that shuts it out; what it says outright may not be denied."""
    assert not against(true, sentence)
    assert PUT_IN in against(false, sentence)


def test_who_does_not_want_to_be_named_asks_for_it() -> None:
    """A "before" elsewhere is no limit of that denial; who asks to be named does not."""
    sentence = "According to a clerk who asked not to be named, the mayors will sign only a letter."
    true = (
        "Before the summit the Tern quoted a clerk who did not want to be named: the mayors would sign only a letter."
    )
    assert against(true, sentence) == ""
    assert LEFT_OUT in against("According to a clerk who asked to be named, the mayors will sign a letter.", sentence)


def test_a_denial_that_names_nothing_is_left_out_with_its_word_only() -> None:
    """ "It has not been changed" is of no concern to a claim without "changed", though it has "moved"."""
    sentence = "The law limits the building of hulls abroad, and it has not been changed."
    assert (
        against("Repair has moved faster than building, and the law limits the building of hulls abroad.", sentence)
        == ""
    )
    assert LEFT_OUT in against("The law that limits the building of hulls abroad was changed.", sentence)


def test_who_is_spared_something_does_not_have_it() -> None:
    """As in "spared the flood"; who had it was not spared."""
    sentence = "If the dam had held, the town would not have had the flood of that year."
    assert against("Had the dam held, the town would have been spared the flood of that year.", sentence) == ""
    assert against("If the dam had held, the town would have had the flood of that year.", sentence)


def test_what_is_set_against_may_be_left_out() -> None:
    """ "And not to replace it", by a claim that tells nothing of it."""
    sentence = "The clerks want the talks to start from the old pact and not to replace it."
    assert against("The clerks want the talks to start from the old pact.", sentence) == ""
    assert against("The clerks want the talks to start from the old pact and to replace it.", sentence)


def test_none_denies_what_stands_before_it() -> None:
    """Of one of two, as a sentence does of that one."""
    claim = "The south line defines a signal, the north line none."
    assert against(claim, "The south line defines a signal.", "The north line does not define any such signals.") == ""


def test_a_not_put_into_a_copy_is_caught_beside_a_word_that_denies() -> None:
    """Though the sentence has "different" before it, and only function words follow the "not"."""
    sentence = "The Tern's account is different: Mr. Voss says that the docks will be owned and run by the isle."
    assert against("Mr. Voss says that the docks will be owned and run by the isle.", sentence) == ""
    assert PUT_IN in against("Mr. Voss says that the docks will not be owned and run by the isle.", sentence)
