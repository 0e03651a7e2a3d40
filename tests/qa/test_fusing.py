"""One ranking of several."""

from hypothesis import given
from hypothesis import strategies as st

from qa.fusing import PREFERRED, Candidate, fuse, merged

CANDIDATES = st.lists(
    st.builds(
        Candidate,
        st.integers(1, 50),
        st.floats(-1, 1),
        st.floats(0, 30),
        st.none() | st.integers(1, 50),
        st.integers(1, 50),
    ),
    unique_by=lambda candidate: candidate.row,
    max_size=20,
)


def test_both_searches_count_by_their_weights() -> None:
    """The nearest has .6, the best by words .4; what is first in both has 1."""
    ranked = fuse(
        "q", [Candidate(1, 0.9, 0.0, 1, None), Candidate(2, 0.5, 8.0, 2, 1), Candidate(3, 0.7, 4.0, 3, 2)], ()
    )
    assert [(each.candidate.row, round(each.score, 3)) for each in ranked] == [(1, 0.6), (3, 0.5), (2, 0.4)]


def test_what_is_preferred_rises_and_moves_no_other() -> None:
    """What only the search for the preferred brought may lie below what the others are measured by."""
    known = [Candidate(1, 0.9, 0.0, 1, None), Candidate(2, 0.5, 8.0, 2, 1)]
    before = {each.candidate.row: each.score for each in fuse("q", known, ())}
    after = {
        each.candidate.row: each.score for each in fuse("q", [*known, Candidate(3, 0.1, 0.0, None, None)], [{2, 3}])
    }
    assert after[1] == before[1]
    assert after[2] == before[2] + PREFERRED


@given(CANDIDATES, CANDIDATES)
def test_merging_keeps_each_passage_once_and_where_it_stands_best(one: list[Candidate], other: list[Candidate]) -> None:
    """Whatever was found for either part is there, best first."""
    rankings = [fuse("one", one, ()), fuse("other", other, ())]
    both = merged(rankings)
    assert {each.candidate.row for each in both} == {c.row for c in (*one, *other)}
    assert len(both) == len({each.candidate.row for each in both})
    assert [each.score for each in both] == sorted((each.score for each in both), reverse=True)
    for each in both:
        assert each.score == max(
            r.score for ranking in rankings for r in ranking if r.candidate.row == each.candidate.row
        )
