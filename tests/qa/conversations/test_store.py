"""Conversations come back as they were, for any number of threads and processes."""

import dataclasses
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.answers import as_json
from qa.conversations import Conversations
from qa.conversations.decoding import decoded
from qa.errors import StoreCorrupt, StoreError, StoreUnavailable, UnknownConversation
from qa.types import Answer
from tests.qa.conversations.answers import CONFLICT, REFUSED, answer

NOON = datetime(2025, 12, 24, 12, 0, tzinfo=UTC)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@given(st.from_type(Answer))
@settings(deadline=None)
def test_an_answer_survives_json(given_answer: Answer) -> None:
    """Every answer the types allow is read back equal, through real JSON text."""
    assert decoded(Answer, json.loads(json.dumps(as_json(given_answer)))) == given_answer


def test_a_conversation_comes_back_as_it_was(tmp_path: Path) -> None:
    """Its turns in order, with what was typed and what was answered, also from a second process's view."""
    store = Conversations(tmp_path, lambda: NOON)
    conversation = store.begin()
    first = store.append(conversation, "What did the council agree?", answer())
    second = store.append(conversation, "and who disagreed?", CONFLICT)
    other = Conversations(tmp_path)
    assert other.turns(conversation) == [first, second]
    assert (first.number, second.number, second.asked, second.question) == (
        1,
        2,
        "and who disagreed?",
        CONFLICT.question,
    )
    told = other.get(conversation)
    assert (told.title, told.turns, told.created_at) == ("What did the council agree?", 2, "2025-12-24T12:00:00+00:00")


def test_a_title_given_is_kept_and_a_long_question_is_cut(tmp_path: Path) -> None:
    """The first question is the title only where none was given."""
    store = Conversations(tmp_path)
    named, unnamed = store.begin("Budget"), store.begin()
    for conversation in (named, unnamed):
        store.append(conversation, "Why " * 100, REFUSED)
        store.append(conversation, "And then?", REFUSED)
    assert store.get(named).title == "Budget"
    assert store.get(unnamed).title.startswith("Why Why")
    assert len(store.get(unnamed).title) <= 80


def test_recent_conversations_come_first(tmp_path: Path) -> None:
    """By their last change, though the clock stands still."""
    store = Conversations(tmp_path, lambda: NOON)
    ids = [store.begin(str(n)) for n in range(5)]
    store.append(ids[1], "Who?", REFUSED)
    assert [c.title for c in store.recent()] == ["1", "4", "3", "2", "0"]
    assert [c.title for c in store.recent(limit=2, offset=1)] == ["4", "3"]
    assert store.count() == 5


def test_what_is_deleted_is_gone(tmp_path: Path) -> None:
    """With its turns; asking for it again says so, as for any id that is not there."""
    store = Conversations(tmp_path)
    conversation = store.begin()
    store.append(conversation, "Who?", REFUSED)
    store.delete(conversation)
    assert store.count() == 0
    for unknown in (conversation, "", "\udc80"):
        for call in (store.turns, store.get, store.delete, lambda c: store.append(c, "Who?", REFUSED)):
            with pytest.raises(UnknownConversation, match="no conversation"):
                call(unknown)


def test_threads_and_stores_append_together(tmp_path: Path) -> None:
    """No turn is lost and no number is given twice."""
    stores = [Conversations(tmp_path) for _ in range(4)]
    conversation = stores[0].begin()

    def append(n: int) -> None:
        stores[n % 4].append(conversation, f"Question {n}?", REFUSED)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(append, range(40)))
    turns = stores[1].turns(conversation)
    assert [turn.number for turn in turns] == list(range(1, 41))
    assert {turn.asked for turn in turns} == {f"Question {n}?" for n in range(40)}
    for store in stores:
        store.close()


def test_strange_texts_are_kept(tmp_path: Path) -> None:
    """Half a surrogate pair in a question is replaced, one in an answer comes back; NUL and markup are only text."""
    store = Conversations(tmp_path)
    conversation = store.begin("\ud800")
    strange = answer(text="\ud800 \x00 <b> [1]")
    turn = store.append(conversation, "Who \udc80?", strange)
    assert store.turns(conversation) == [turn]
    assert turn.answer.text == strange.text
    assert turn.asked == "Who ??"


def test_foreign_errors_become_ours(tmp_path: Path) -> None:
    """A damaged file, a folder that is a file, an answer of another version."""
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "conversations.db").write_bytes(b"garbage" * 1_000)
    with pytest.raises(
        StoreCorrupt, match=r"broken/conversations\.db is damaged .* move that file away: the documents are kept"
    ):
        Conversations(tmp_path / "broken")
    (tmp_path / "file").write_text("a file")
    with pytest.raises(StoreUnavailable):
        Conversations(tmp_path / "file")
    store = Conversations(tmp_path)
    conversation = store.begin()
    store.append(conversation, "Who?", REFUSED)
    later = as_json(REFUSED) | {"mood": "cheerful"}
    with sqlite3.connect(tmp_path / "conversations.db") as connection:
        connection.execute("UPDATE turns SET answer = ?", [json.dumps(later)])
    connection.close()
    with pytest.raises(StoreError, match="another version"):
        store.turns(conversation)


def test_values_cannot_be_changed(tmp_path: Path) -> None:
    """Conversations and turns are frozen values."""
    store = Conversations(tmp_path)
    with pytest.raises(dataclasses.FrozenInstanceError):
        store.get(store.begin()).title = "x"  # type: ignore[misc]
