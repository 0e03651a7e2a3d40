"""The sentences that were shown to a model."""

from dataclasses import replace

from qa.shown import Ref, Shown, header
from qa.support import problems
from tests.qa.test_citing import HITS, SUBMARINES, hit


def test_addresses_count_from_one() -> None:
    """What was not shown has none."""
    shown = Shown(HITS)
    assert shown.find(2, 1) == SUBMARINES
    assert [shown.find(passage, n) for passage, n in ((0, 1), (3, 1), (2, 0), (2, 9))] == [None] * 4
    assert shown.passage(2) == [Ref(1, 0), Ref(1, 1)]
    assert shown.passage(3) == []


def test_rare_words_make_a_sentence_near() -> None:
    """The allies are everywhere, a shipyard is not; a claim that shares no word is near to none."""
    shown = Shown(HITS)
    assert shown.closest("A shipyard in Philadelphia may help.", shown.prose()) == [Ref(1, 1)]
    assert shown.closest("Elephants are large.", shown.prose()) == []


def test_evidence_brings_what_stands_above_and_around() -> None:
    """The document's title, publisher and date, and the whole passage."""
    evidence = Shown(HITS).evidence([SUBMARINES])
    assert evidence.header == header(HITS[1].document) == "Title b Harbor Brief 14 November 2025"
    assert evidence.passage == HITS[1].passage.text
    assert evidence.published == (HITS[1].document.published,)


def test_a_share_counts_every_sentence_and_every_word() -> None:
    """Two sentences that hold all of a claim carry the whole of it; a word that nothing holds weighs as well."""
    shown = Shown(HITS)
    claim = "Washington approved submarines and a shipyard."
    assert shown.share(claim, [SUBMARINES, Ref(1, 1)]) == 1.0
    assert 0 < shown.share(claim, [SUBMARINES]) < 1
    assert shown.share(f"{claim[:-1]} on Mars.", [SUBMARINES, Ref(1, 1)]) < 1
    assert shown.share(claim, []) == 0.0


def test_a_name_that_any_passage_knows_is_one_at_the_beginning_of_a_claim_too() -> None:
    """ "Lee praised it." rests on no sentence that says that Colby did."""
    cited = hit("a", "Mr. Colby used his account to praise the readiness of the port.")
    shown = Shown([cited, hit("b", "The visitors met President Lee and then Lee left.")])
    assert problems("Lee praised the readiness of the port.", shown.evidence([Ref(0, 0)]))
    assert not problems("Colby praised the readiness of the port.", shown.evidence([Ref(0, 0)]))


def test_what_stands_earlier_in_a_document_may_name_somebody() -> None:
    """Of the same document, before the passage cited, as far as it is shown."""
    first, other = hit("a", "Ms. Voss met Mr. Colby.", "Dogs barked."), hit("b", "Mr. Lee left.")
    second = replace(first, passage=replace(hit("a", "She praised him.").passage, number=1))
    shown = Shown([second, other, first])
    assert shown.evidence([Ref(0, 0)]).earlier == first.passage.text
    assert shown.evidence([Ref(2, 0)]).earlier == ""
