"""What a short passage is shown with."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from qa.citing import citation
from qa.types import Document, Hit, Passage, Sentence
from qa.widening import ROOM, widened
from tests.conftest import OpenLibrary

DOCUMENT = Document("d", "", "d.md", "D", "", "")


def passages(lengths: Sequence[int], headings: str = "") -> list[Passage]:
    """One sentence each, of so many letters, two characters apart; headings by their first letters."""
    made, start = list[Passage](), 0
    for number, length in enumerate(lengths):
        sentence = Sentence(start, start + length, "x" * length)
        heading = headings[number : number + 1]
        made.append(Passage(f"p{number}", "d", number, heading, (sentence,), sentence.text))
        start += length + 2
    return made


def shown(all_: Sequence[Passage], found: Sequence[int], k: int = 8) -> list[list[int]]:
    """The numbers of the passages that each hit shows."""
    hits = [Hit(all_[number], DOCUMENT, 1.0, sentence_scores=(float(number),)) for number in found]
    return [[passage.number for passage in hit.passages] for hit in wide(hits, all_, k)]


def wide(hits: Sequence[Hit], all_: Sequence[Passage], k: int = 8) -> list[Hit]:
    """Widened within one document."""
    by_number = {passage.number: passage for passage in all_}
    return widened(hits, k, lambda passage, step: by_number.get(passage.number + step))


def test_a_short_passage_is_shown_with_what_stands_around_it() -> None:
    """What follows first, then what stands before, as long as all together are short."""
    assert shown(passages([300] * 5), [2]) == [[2, 3, 4]]
    assert shown(passages([300] * 4), [2]) == [[1, 2, 3]]


def test_a_passage_of_the_usual_size_stays_alone() -> None:
    """It holds its context itself."""
    assert shown(passages([100, 901, 100]), [1]) == [[1]]


def test_what_stands_under_the_same_heading_comes_first() -> None:
    """A section cut in two is put together before another is begun."""
    assert shown(passages([400, 400, 400], "aab"), [1]) == [[0, 1]]


def test_hits_side_by_side_are_one_and_the_next_moves_up() -> None:
    """No passage is shown twice, and k hits are k places in the documents."""
    assert shown(passages([300, 300, 5000, 5000, 300]), [0, 1, 4], k=2) == [[0, 1], [4]]


def test_a_neighbour_that_was_found_too_brings_its_scores() -> None:
    """The scores go through all sentences in order; a neighbour that was not found has none."""
    all_ = passages([300, 300, 300])
    hits = [Hit(all_[1], DOCUMENT, 1.0, sentence_scores=(5.0,)), Hit(all_[2], DOCUMENT, 0.5, sentence_scores=(-1.0,))]
    (hit,) = wide(hits, all_)
    assert hit.sentence_scores == (None, 5.0, -1.0)
    assert [hit.holder(place).id for place in range(3)] == ["p0", "p1", "p2"]


@given(st.lists(st.integers(1, 700), min_size=1, max_size=12), st.data())
def test_every_hit_keeps_its_passage_and_no_passage_is_shown_twice(lengths: list[int], data: st.DataObject) -> None:
    """And what is shown together is a run of the document, no longer than the room unless the passage itself is."""
    all_ = passages(lengths)
    found = data.draw(st.lists(st.sampled_from(range(len(all_))), unique=True, min_size=1))
    groups = shown(all_, found)
    numbers = [number for group in groups for number in group]
    assert len(numbers) == len(set(numbers))
    assert set(found) <= set(numbers) or len(groups) == 8
    for group in groups:
        assert group == list(range(group[0], group[-1] + 1))
        assert len(group) == 1 or sum(lengths[number] for number in group) <= ROOM


def test_a_library_widens_within_a_document_only(open_library: OpenLibrary, tmp_path: Path) -> None:
    """What stands before and behind in the catalog belongs to other documents; citations name the passage that holds them."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.md").write_text(
            f"# {name}\n\nThe {name} ferry.\n\n## Left open\n\nPrices and hours of {name}.\n"
        )
    library = open_library()
    library.add([tmp_path])
    (hit, *_) = library.search("b ferry", 3)
    assert [passage.heading for passage in hit.passages] == ["b", "Left open"]
    assert {passage.document_id for passage in hit.passages} == {hit.document.id}
    assert citation(hit, len(hit.sentences) - 1, 1, "model").passage_id == hit.passages[-1].id
