"""A reading to passages, furniture left out, pages noted."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa.ingest.splitting import split
from qa.types import Reading
from tests.fakes import WordEmbedder

BODY = (
    "## Spending\n\nThe council agreed on a plan. Advertisement: buy boats! The mayor spoke after the vote. "
    "It rained on the second page."
)


def reading(text: str = BODY, **more: object) -> Reading:
    return Reading("a.txt", text, **more)  # type: ignore[arg-type]  # the fields of a Reading


def test_furniture_is_in_no_passage() -> None:
    """No passage crosses it, and the heading goes on behind it."""
    at = BODY.index("Advertisement")
    found = split("d", reading(furniture=((at, at + len("Advertisement: buy boats!")),)), WordEmbedder())
    assert [passage.text for passage in found] == [
        "## Spending\n\nThe council agreed on a plan.",
        "The mayor spoke after the vote. It rained on the second page.",
    ]
    assert [(passage.number, passage.heading) for passage in found] == [(0, "Spending"), (1, "Spending")]


def test_each_sentence_knows_the_page_it_begins_on() -> None:
    """Counted from 1; None where there are no pages."""
    second = BODY.index("It rained")
    (passage,) = split("d", reading(pages=(0, second)), WordEmbedder())
    assert [sentence.page for sentence in passage.sentences] == [1, 1, 1, 1, 2]
    (passage,) = split("d", reading(), WordEmbedder())
    assert {sentence.page for sentence in passage.sentences} == {None}


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=4))
def test_offsets_hold_whatever_is_furniture(text: str, spans: list[tuple[int, int]]) -> None:
    """Every sentence stands where it says, outside all furniture, once."""
    furniture = tuple(sorted((min(a, b), max(a, b)) for a, b in spans if max(a, b) <= len(text)))
    sentences = [
        s for passage in split("d", reading(text, furniture=furniture), WordEmbedder()) for s in passage.sentences
    ]
    assert all(text[s.start : s.end] == s.text for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    assert all(s.end <= start or s.start >= end for s in sentences for start, end in furniture if start < end)
