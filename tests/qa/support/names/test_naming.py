"""Names that a claim has and the cited sentence has not."""

from qa.support import Evidence, problems

EARLIER = (
    "Harbor master Ada Voss opened the Skerry dock in Havn. Mr. Ole Lund of Borg built it, and the KLF paid for it."
)


def told(claim: str, *sentences: str, header: str = "", passage: str = "", earlier: str = EARLIER) -> str:
    """What is said of the names in a claim, as one text."""
    evidence = Evidence(sentences, header, passage or " ".join(sentences), earlier=earlier)
    return "; ".join(each for each in problems(claim, evidence) if "name" in each)


def test_a_name_is_completed_by_what_stands_earlier() -> None:
    """With a first name that belongs to it, and with no other's."""
    sentence = "In May, Voss told the press that the cranes were late."
    assert told("The cranes were late, Ada Voss told the press in May.", sentence) == ""
    assert "Ole" in told("The cranes were late, Ole Voss told the press in May.", sentence)


def test_a_document_supplies_whom_a_sentence_leaves_unnamed() -> None:
    """Where nobody who is named is left out, and where the name is whole; a copy leaves nothing to be named."""
    sentence = "She later called the old cranes a danger to everybody near them."
    claim = "All who came close to the cranes were at risk in the eyes of {}."
    assert told(claim.format("Ada Voss"), sentence) == ""
    assert "Ole" in told(claim.format("Ole Voss"), sentence)
    named = "She later told the Tern that the old cranes were a danger to everybody near them."
    assert "Borg" in told("To the people of Borg the old cranes were a danger, in her view.", named)
    assert "Borg" in told("She later called the old cranes a danger to Borg near them.", sentence)
    assert "Ada" in told(claim.format("Ada Voss"), sentence, earlier="")


def test_a_name_may_be_told_by_its_family() -> None:
    """A people for its land; another people is another."""
    sentence = "In May voters in the Netherlands turned down the dock treaty."
    assert told("In May the Dutch turned down the dock treaty.", sentence) == ""
    assert "Danes" in told("In May the Danes turned down the dock treaty.", sentence)


def test_an_abbreviation_and_what_it_stands_for_are_one() -> None:
    """Either way, with hyphens between; other letters are another's."""
    long, short = "The fees rose under the Skerry-Borg-Havn Accord.", "The fees rose under the SBHA."
    assert (
        told("Fees went up under the SBHA.", long)
        == told("Fees went up under the Skerry-Borg-Havn Accord.", short)
        == ""
    )
    assert "SBXA" in told("Fees went up under the SBXA.", long)


def test_a_pair_is_a_name_where_the_words_stand_in_one() -> None:
    """Initials and middle names may be left out; a first word of the claim is no name by its capital."""
    sentence = "It fell to Judge Ada M. Voss to tell how Skerry was lost, as many in Borg knew."
    assert told("It fell to Judge Voss to tell how Skerry was lost.", sentence) == ""
    assert (
        told("Many Borg people knew how Skerry was lost.", sentence, passage=f"{sentence} Many Skerry boats sank.")
        == ""
    )
    assert "Judge Lund" in told("It fell to Judge Lund to tell how Skerry was lost.", f"{sentence} Mr. Lund was away.")


def test_a_name_may_be_told_by_its_first_letter() -> None:
    """Before the same word; and what belongs to a name is another one."""
    passage = "The dock at Skerry was built by Ada Voss. She sold it to the Royal yard."
    sold = "She sold it to the Royal yard."
    assert "is not in" not in told("A. Voss sold it to the Royal yard.", sold, passage=passage)
    assert "name B is not in" in told("It was B. Voss who sold it, and B. Voss knew.", sold, passage=passage)
    assert "is not in" not in told(
        "Havn's Royal yard was who bought it from Voss.", sold, passage=passage, earlier="A yard of Havn is near."
    )


def test_a_title_may_have_initials_behind_it() -> None:
    """The name is the whole of it; another name behind the title is another."""
    sentence = "In May the yard was closed by order of President Ada K. Voss."
    assert "another" not in "".join(problems("President Voss had the yard closed in May.", Evidence((sentence,))))
    assert "another" in "".join(problems("President Lund had the yard closed in May.", Evidence((sentence,))))


def test_a_unit_is_no_name() -> None:
    """A letter behind a figure."""
    sentence = "The crane at Skerry runs on 630v, from two rails."
    assert told("Two rails feed 630 V to the crane at Skerry.", sentence) == ""
    assert "Borg" in told("Two rails feed 630 V to the crane at Borg.", sentence)


def test_a_style_is_filled_in() -> None:
    """ "The minister" is the one whom the document calls so, however near the claim is to the sentence; "the dock" is nobody."""
    earlier = f"{EARLIER} Minister Ida Brandt denied it."
    sentence = "A review of the cranes at the dock would contradict the minister's words."
    claim = "A review of the cranes at the dock would contradict {} words."
    assert told(claim.format("Brandt's"), sentence, earlier=earlier) == ""
    assert "Lund" in told(claim.format("Lund's"), sentence, earlier=earlier)
    assert "Brandt" in told(claim.format("Brandt's"), sentence.replace("minister", "builder"), earlier=earlier)


def test_an_earl_is_a_lord() -> None:
    """As others are Mr. and Ms."""
    sentence = "The house was drawn by Richard Voss, 3rd Earl of Skerry."
    assert told("Lord Skerry drew the house.", sentence) == ""
    assert "Havn" in told("Lord Havn drew the house.", sentence)


def test_a_things_owner_may_be_named() -> None:
    """ "Voss's plan" for "the plan", where the document names the owner; of what the sentence does not have nobody is one."""
    sentence = "We therefore read the plan as an opening move and not as a description of a pact."
    claim = "It therefore read {} as an opening move and not as a description of a pact."
    assert told(claim.format("Ms. Voss's plan"), sentence) == ""
    assert "Ida" in told(claim.format("Ida's plan"), sentence)
    assert "Voss" in told(claim.format("Voss's letter"), sentence)


def test_the_south_is_a_state_only_in_korea() -> None:
    """Elsewhere it is a part of whatever country is spoken of."""
    sentence = "In much of the U.S. South, pupils moved to academies."
    assert told("Pupils in much of the South moved to academies.", sentence) == ""
    korean = "On Friday the North fired on an isle that belongs to Seoul."
    assert told("North Korea fired on a South Korean isle.", korean) == ""
    assert told("Japan fired on a South Korean isle.", korean)


def test_two_may_both_be_mister() -> None:
    """A style that anybody has tells nobody apart; who is not there at all is another."""
    sentence = "Presidents Ada Voss and Ole Lund met at the dock, and Mr. Lund called his host a friend of the isle."
    evidence = Evidence((sentence,), "", sentence)
    assert problems("Ole Lund called Mr. Voss a friend of the isle at the dock.", evidence) == ()
    assert "is another" in str(problems("Ole Lund called Mr. Borg a friend of the isle at the dock.", evidence))


def test_a_name_behind_a_prefix_is_whole() -> None:
    """ "Post-Skerry War"."""
    sentence = "After a lull (roughly post-Skerry War until 1986) the docks have seen a revival."
    assert told("From about the end of the Skerry War to 1986 the docks saw a lull.", sentence, earlier="") == ""
    assert "Havn War" in told(
        "From the end of the Havn War to 1986 the docks saw a lull.", sentence, earlier="Havn Desk."
    )


def test_a_state_is_supplied_for_what_the_sentence_tells_of() -> None:
    """ "The American cranes" for "the cranes"; who acts in a claim is not named by a sentence that leaves nobody unnamed."""
    earlier = "Pyongyang and Washington have talked about the dock."
    sentence = "The briefing also turned to the transfer of the cranes."
    assert told("The briefing also turned to how the American cranes are moved.", sentence, earlier=earlier) == ""
    claim = "Pyongyang demands much, including the transfer of the cranes."
    assert "Pyongyang" in told(claim, sentence, earlier=earlier)
    assert told(claim, "It asks for the cranes to be moved there as well, among much else.", earlier=earlier) == ""


def test_a_document_supplies_few_names_at_once() -> None:
    """For one who is left unnamed; not for a list of others."""
    sentence = "She later called the old cranes a danger to everybody near them."
    claim = "In the eyes of {} the old cranes endangered all who came close."
    assert told(claim.format("Ada Voss"), sentence) == ""
    assert "Lund" in told(claim.format("Ada Voss, Borg, Skerry and Lund"), sentence)
