"""Retrieval by itself: which passages hold evidence, and what a ranking of them is worth."""

import dataclasses

import pytest

from eval.cases import Case, Evidence
from eval.finding import Search, look_up, scored
from eval.shelf import Shelf
from qa.types import Document, Passage, Sentence
from tests.eval.building import CASE, COST, MAY, SHIPS, UNANSWERABLE, hit

NEEDS_ALL = dataclasses.replace(CASE, tags=("all",))


class TwoDocuments:
    """One file of two documents, and a list."""

    def __init__(self) -> None:
        self.texts = {
            "a": "Dock cost 41 million. It opened in May.",
            "b": "Later. Ships came.",
            "c": "- It opened in May.\n- Gulls",
        }
        self.sources = {"a": "/in/dock.md", "b": "/in/dock.md", "c": "/in/list.md"}

    def documents(self) -> list[Document]:
        return [Document(id_, "default", self.sources[id_], f"Title {id_}", "", "") for id_ in self.texts]

    def document(self, document_id: str) -> Document:
        return dataclasses.replace(
            next(d for d in self.documents() if d.id == document_id), text=self.texts[document_id]
        )

    def passages(self, document_id: str) -> list[Passage]:
        text = self.texts[document_id]
        cut = text.index("\n") if document_id == "c" else text.index(". ") + 1
        parts = [(0, cut), (cut + 1, len(text))]
        sentences = tuple(Sentence(start, end, text[start:end]) for start, end in parts)
        return [Passage(f"{document_id}-1", document_id, 0, "", sentences, text)]


def test_a_shelf_gives_texts_by_the_end_of_a_source_and_by_title() -> None:
    """A file of two documents gives both."""
    shelf = Shelf(TwoDocuments())
    assert shelf["dock.md"] == "Dock cost 41 million. It opened in May.\fLater. Ships came."
    assert shelf["in/dock.md"] == shelf["dock.md"]
    assert shelf["Title c"].startswith("- It opened")
    assert "ock.md" not in shelf
    assert "Title d" not in shelf
    with pytest.raises(KeyError):
        shelf["other.md"]
    assert (list(shelf), len(shelf)) == (["Title a", "Title b", "Title c"], 3)


def test_passages_that_hold_evidence_are_found_in_the_named_document_only() -> None:
    """The same sentence stands in the list as well."""
    shelf = Shelf(TwoDocuments())
    assert shelf.holders(Evidence("dock.md", "It opened in May.")) == {"a-1"}
    assert shelf.holders(Evidence("list.md", "It opened in May.")) == {"c-1"}
    assert shelf.holders(Evidence("dock.md", "Gulls")) == set()


@pytest.mark.parametrize(
    ("document", "quote", "whole"),
    [
        ("dock.md", "It opened in May.", True),
        ("dock.md", "Dock cost 41 million. It opened in May.", True),
        ("list.md", "It opened in May.", True),
        ("dock.md", "opened in May.", False),
        ("dock.md", "It opened", False),
    ],
)
def test_evidence_is_whole_when_it_ends_and_begins_with_sentences(document: str, quote: str, whole: bool) -> None:
    """A list's mark in front is no part of a sentence."""
    assert Shelf(TwoDocuments()).is_whole(Evidence(document, quote)) is whole


def search(case: Case, *texts: str, failure: str | None = None) -> Search:
    """Three passages of the same document hold the three sentences; those given were found, in this order."""
    ids = {COST: "p1", MAY: "p2", SHIPS: "p3"}
    holders = tuple(frozenset({ids[piece.quote]}) for piece in case.evidence)
    hits = tuple(hit(text, id_=ids[text]) for text in texts)
    return Search(case, hits, holders, (True,) * len(holders), failure)


def test_a_ranking_by_hand() -> None:
    """Of two relevant passages one is found, second; any piece will do."""
    scores, unscored = scored(search(CASE, SHIPS, MAY))
    assert unscored == {}
    assert scores["hit@5"] == 1.0
    assert scores["recall@5"] == 0.5
    assert scores["mrr@5"] == 0.5
    assert scores["map@5"] == 0.25
    assert scores["ndcg@5"] == pytest.approx(0.6309297535714575 / 1.6309297535714575)
    assert (scores["evidence_whole"], scores["failed"]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("case", "found", "value"),
    [
        (CASE, (SHIPS, MAY), 1.0),
        (NEEDS_ALL, (MAY,), 0.0),
        (NEEDS_ALL, (MAY, SHIPS, COST), 1.0),
        (CASE, (SHIPS,), 0.0),
        (CASE, (), 0.0),
    ],
)
def test_hit_asks_for_the_evidence_that_is_needed(case: Case, found: tuple[str, ...], value: float) -> None:
    """Any piece, or all where all are needed."""
    assert scored(search(case, *found))[0]["hit@5"] == value


def test_what_has_no_answer_has_no_ranking_to_judge() -> None:
    """But its search can fail."""
    scores, _ = scored(Search(UNANSWERABLE, (), (), (), "The library is damaged."))
    assert (scores["hit@5"], scores["evidence_whole"], scores["failed"]) == (None, None, 1.0)


def test_a_search_that_failed_scores_nothing() -> None:
    """And says so."""
    scores, _ = scored(search(CASE, failure="The library is damaged."))
    assert (scores["hit@5"], scores["ndcg@10"], scores["failed"]) == (0.0, 0.0, 1.0)


def test_evidence_that_no_passage_holds_could_not_be_scored() -> None:
    """Neither found nor missed: it cannot be found."""
    case = dataclasses.replace(CASE, evidence=(Evidence("dock.md", "Gone."),))
    scores, unscored = scored(look_up(case, [hit(COST)], Shelf(TwoDocuments())))
    assert set(unscored) == {f"{name}@{k}" for name in ("hit", "recall", "mrr", "map", "ndcg") for k in (5, 10)}
    assert scores == {"evidence_whole": 0.0, "failed": 0.0}
