"""Rows of passages, as runs."""

from contextlib import closing
from pathlib import Path
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.catalog import Catalog
from qa.catalog.spans import Spans
from qa.types import Filters
from tests.conftest import OpenLibrary

runs = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=8)


@given(gaps=runs, shuffled=st.randoms())
def test_runs_stand_for_their_rows(gaps: list[tuple[int, int]], shuffled: Random) -> None:
    """However they are ordered: how many, which, in order, and where they lie among rows that repeat."""
    pairs, row = [], 1
    for gap, length in gaps:
        pairs.append((row + gap, row + gap + length - 1))
        row += gap + length
    expected = [row for first, last in pairs for row in range(first, last + 1)]
    shuffled.shuffle(pairs)
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    spans = Spans(ends[:, 0], ends[:, 1])
    assert len(spans) == len(expected)
    assert spans.rows().tolist() == expected
    assert [row for row in range(200) if row in spans] == expected
    twice = np.repeat(np.arange(1, 150), 2)
    assert twice[spans.places(twice)].tolist() == [row for row in expected for _ in range(2)]


def test_a_filter_lets_through_the_rows_of_its_documents(open_library: OpenLibrary, tmp_path: Path) -> None:
    """Also for a reader that was there before another changed the library, by adding, replacing and removing."""
    files = {name: tmp_path / f"{name}.md" for name in ("loud", "quiet", "late")}
    for name, file in files.items():
        file.write_text(f"---\npublisher: {name}\n---\n" + f"{name} words, and more. " * 200)
    library = open_library()
    library.add([files["loud"], files["quiet"]])
    with closing(Catalog(tmp_path / "home" / "library.db")) as catalog:
        assert_filtered(catalog, ["loud", "quiet", "late"], there=["loud", "quiet"])
        files["loud"].write_text("---\npublisher: late\n---\nLess. " + "Now it is said shorter. " * 90)
        library.add([files["loud"]])
        assert_filtered(catalog, ["loud", "quiet", "late"], there=["quiet", "late"])
        library.remove([document.id for document in library.documents(Filters(publisher="quiet"))])
        assert_filtered(catalog, ["loud", "quiet", "late"], there=["late"])


def assert_filtered(catalog: Catalog, publishers: list[str], there: list[str]) -> None:
    """By what each row itself belongs to."""
    everything = catalog.passages(range(1, 200))
    for publisher in publishers:
        eligible = catalog.eligible(Filters(publisher=publisher))
        assert eligible is not None
        rows = [row for row, (_, document) in everything.items() if document.publisher == publisher]
        assert eligible.rows().tolist() == rows
        assert bool(rows) == (publisher in there)
