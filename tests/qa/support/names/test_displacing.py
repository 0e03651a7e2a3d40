"""Names that took the place of others."""

from qa.support import Evidence, problems

PASSAGE = (
    "The isle of Skerry had one dock, built by Ms. Ada Voss. However, the firm Borg bought it."
    " Cranes were brought in from Havn and Tern."
)


def displaced(claim: str, sentence: str, header: str = "") -> str:
    """What is said of displaced names, as one text."""
    found = problems(claim, Evidence((sentence,), header, f"{PASSAGE} {sentence}"))
    return "; ".join(each for each in found if "stands where" in each)


def test_a_word_that_begins_a_sentence_is_no_name() -> None:
    """Though a header without a full stop stands before it."""
    sentence = "However, the firm Borg paid for the crane."
    assert displaced("The crane at Skerry was paid for by Borg.", sentence, header="Docks, by the Tern") == ""
    assert "has Borg" in displaced("However, the firm Havn paid for the crane.", sentence)


def test_a_name_of_which_a_part_is_told_is_not_left_out() -> None:
    """ "Voss" for "Ada Voss" makes room for a place; another name for both does not."""
    sentence = "The death of Ms. Ada Voss in May ended the plan for a second dock."
    assert displaced("No second dock was built at Skerry once Voss had died in May.", sentence) == ""
    assert "has " in displaced("No second dock was built at Skerry once Borg had failed in May.", sentence)


def test_only_a_short_change_tells_who_stands_where() -> None:
    """Where a pronoun leaves somebody unnamed, other words around a name are another wording."""
    sentence = "It told Borg that the fee was fair, and it told Havn that the dock was full."
    assert displaced("Word from Skerry to Havn was that the dock was full.", sentence) == ""
    assert "has Havn" in displaced(
        "It told Borg that the fee was fair, and it told Tern that the dock was full.", sentence
    )


def test_a_name_of_one_family_takes_nobodys_place() -> None:
    """A people for its land, in its place."""
    sentence = "The firm Borg sold its cranes to buyers in Scotland and Wales."
    assert displaced("The firm Borg sold its cranes to Scottish and Welsh buyers.", sentence) == ""
    assert "has " in displaced("The firm Borg sold its cranes to buyers in Skerry and Wales.", sentence)


def test_a_name_told_twice_takes_nobodys_place() -> None:
    """Where it stands in the cited sentence; one that does not stand there does."""
    sentence = (
        "In that year the fleet of Havn, a power then, put an end to the tolls at Tern and to those of the firm Borg."
    )
    assert displaced("Havn ended the tolls at Tern, since Havn had become a power by then.", sentence) == ""
    assert "has " in displaced("Skerry ended the tolls at Tern, since Skerry had become a power by then.", sentence)


def test_a_name_that_both_have_displaces_none() -> None:
    """Though one has it twice and the other once; a name that only the claim has does."""
    sentence = "The Skerric council and the firm Borg of Skerry hoped that Havn would pay for the dock."
    told = "Skerry and Borg hoped that {} would pay for the dock, and that a loan from {} would follow."
    assert displaced(told.format("Havn", "Havn"), sentence) == ""
    assert "Tern" in displaced("Borg hoped that Tern would pay for the dock, and a loan would follow.", sentence)


def test_a_phrase_that_is_short_for_a_name_makes_room_for_it() -> None:
    """As the passage has them in one; for a name that is not in it there is none."""
    passage = "The fee is set by the Skerry Fisheries Board (SFB). The Gray Widow Ada Voss lived at Tern, and Ole Lund in Havn."
    board = "The Board lowered the fee for boats from Borg."
    widow = "Before the storm the Gray Widow sold her Borg cranes."
    for claim, sentence, right in (
        ("The fee for boats was lowered by the {}.", board, "SFB"),
        ("{} parted with cranes before the storm came.", widow, "Voss"),
    ):
        evidence = Evidence((sentence,), "", f"{passage} {sentence}")
        assert not [each for each in problems(claim.format(right), evidence) if "stands where" in each]
        assert [each for each in problems(claim.format("Lund"), evidence) if "stands where" in each]


def test_a_first_word_is_no_name_by_its_family() -> None:
    """ "Cars" where the passage has a Mr. Carr; and the dollars of a country are not the country."""
    passage = "Those who came with Cary knew Skerry. However, the firm Borg closed the quay."
    sentence = "The quay at Skerry is shut to vehicles, which cost US$300 a year."
    evidence = Evidence((sentence,), "", f"{passage} {sentence}")
    for claim in ("Cars are kept off the quay.", "The quay of Borg vehicles cost $300 a year."):
        assert not [each for each in problems(claim, evidence) if "has U" in each or "Cars" in each]
    assert [each for each in problems("Cary is kept off the quay.", evidence) if "Cary" in each]


def test_a_state_takes_no_persons_place() -> None:
    """Nor one that both have, told under two of its names; another state does."""
    sentence = "The Voss cabinet wants calm relations with Beijing, its largest buyer of cranes."
    assert displaced("The largest buyer of cranes is China, for it is Beijing that is meant.", sentence) == ""
    assert "Japan" in displaced("The Voss cabinet wants calm with Japan, its largest buyer of cranes.", sentence)


def test_one_state_takes_anothers_place() -> None:
    """Also where it is named once already, for something else."""
    sentence = (
        "For power stations, Washington now supports a process that is meant to lead to enrichment in South Korea."
    )
    claim = "The Brief wrote that {} now supports a process meant to lead to enrichment in South Korea."
    assert displaced(claim.format("Washington"), sentence, header="Harbor Brief") == ""
    assert "stands where" in displaced(claim.format("Seoul"), sentence, header="Harbor Brief")
