"""A draft to claims tied to sentences, and claims to numbered notes."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qa.citing import Ref, TiedClaim, marked, number, parse, tie
from qa.likeness import Likeness
from qa.types import Claim, Document, Hit, Passage, Sentence
from tests.fakes import OneMeaning


def hit(document_id: str, *sentences: str) -> Hit:
    """A hit whose passage is these sentences, in a document of nothing else."""
    text = " ".join(sentences)
    spans: list[Sentence] = []
    for sentence in sentences:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Sentence(start, start + len(sentence), sentence))
    passage = Passage(f"{document_id}-0", document_id, 0, "", tuple(spans), text)
    document = Document(
        document_id,
        "default",
        f"{document_id}.md",
        f"Title {document_id}",
        "",
        "",
        "Harbor Brief",
        None,
        date(2025, 11, 14),
    )
    return Hit(passage, document, 1.0)


HITS = [
    hit(
        "a",
        "The allies met in Seoul on Tuesday.",
        "South Korea agreed to spend 3.5% of GDP on defense.",
        "The talks ended late.",
    ),
    hit("b", "Washington approved nuclear-powered submarines.", "A shipyard in Philadelphia may build the hulls."),
]
SPEND = Ref(0, 1)
SUBMARINES = Ref(1, 0)


def test_a_wrong_id_is_mended() -> None:
    """The right claim with a neighbour's id moves to the sentence that carries it, and says so."""
    (claim,) = tie(parse("South Korea agreed to spend 3.5% of GDP on defense [2.1].", HITS), HITS)
    assert (claim.refs, claim.origin, claim.problems) == ((SPEND,), "mended", ())


def test_a_claim_without_ids_is_mended() -> None:
    """A model that forgets ids is helped."""
    (claim,) = tie(parse("South Korea agreed to spend 3.5% of GDP on defense.", HITS), HITS)
    assert (claim.refs, claim.origin) == ((SPEND,), "mended")


def test_a_false_claim_keeps_its_problem() -> None:
    """What no shown sentence carries is labelled, with its own citation and the reason."""
    (claim,) = tie(parse("South Korea agreed to spend 4.5% of GDP on defense [1.2].", HITS), HITS)
    assert claim.refs == (SPEND,)
    assert not claim.supported
    text, claims, _ = number([claim], HITS)
    assert claims[0].support == "unsupported"
    assert text == "South Korea agreed to spend 4.5% of GDP on defense [1] (not supported by the documents)."


def test_a_claim_in_other_words_goes_by_its_meaning() -> None:
    """Where only the words are missing, likeness decides; no likeness outweighs a figure that is not there."""
    same = OneMeaning()
    reworded, wrong = "Negotiators sat down in the capital [1.1].", "Negotiators sat down with 40 aides [1.1]."
    drafts = parse(f"{reworded} {wrong}", HITS)
    assert [claim.supported for claim in tie(drafts, HITS, Likeness(same))] == [True, False]
    assert [claim.supported for claim in tie(drafts, HITS)] == [False, False]


def test_a_claim_in_another_language_is_not_supported() -> None:
    """Words that the evidence does not share are not evidence."""
    (claim,) = tie(parse("한국은 국방비를 늘리기로 합의했다 [1.2].", HITS), HITS)
    assert not claim.supported


def test_an_uncited_claim_says_so() -> None:
    """Tied to nothing, it is labelled as that."""
    text, claims, citations = number(tie(parse("Elephants are large.", HITS), HITS), HITS)
    assert (claims[0].support, citations) == ("uncited", ())
    assert text == "Elephants are large (without a source in the documents)."


def test_notes_are_numbered_in_order_of_first_use_and_shared() -> None:
    """Two claims on one sentence share its note."""
    claims = [TiedClaim("One.", (SUBMARINES,), "model"), TiedClaim("Two.", (SPEND, SUBMARINES), "model")]
    text, _, citations = number(claims, HITS)
    assert text == "One [1]. Two [2] [1]."
    assert [citation.quote for citation in citations] == [
        HITS[1].passage.sentences[0].text,
        HITS[0].passage.sentences[1].text,
    ]


def test_a_note_stands_before_the_full_stop() -> None:
    """Or at the end where there is none."""
    assert marked(Claim("Is it so?!", (1, 2), "supported")) == "Is it so [1] [2]?!"
    assert marked(Claim("No stop", (1,), "supported")) == "No stop [1]"


DRAFTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "South Korea agreed to spend 3.5% of GDP",
                "Washington approved submarines",
                "NOT_FOUND",
                ". ",
                "\n",
                "- ",
                " see [3] ",
            ]
        ),
        st.builds("[{}.{}]".format, st.integers(0, 4), st.integers(0, 5)),
        st.builds("[{}]".format, st.integers(0, 120)),
        st.text(max_size=12),
    ),
    max_size=12,
).map("".join)


@given(DRAFTS)
def test_the_laws_hold_for_any_draft(draft: str) -> None:
    """Every [n] in the text has a citation n, every citation is referred to, 1..N in order of first use, quotes are looked up."""
    text, claims, citations = number(tie(parse(draft, HITS), HITS), HITS)
    used = list(dict.fromkeys(int(n) for n in re.findall(r"\[(\d+)\]", text)))
    assert used == [citation.number for citation in citations] == list(range(1, len(citations) + 1))
    assert {n for claim in claims for n in claim.citations} == set(used)
    for note in citations:
        (source,) = [h for h in HITS if h.document.id == note.document_id]
        assert source.passage.text[note.start : note.end] == note.quote
    assert all((claim.support == "uncited") == (not claim.citations) for claim in claims)
