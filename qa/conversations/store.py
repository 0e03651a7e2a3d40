"""Conversations in one SQLite file beside the library's."""

import json
import sqlite3
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qa.answers import as_json
from qa.catalog.database import Database
from qa.catalog.schema import Schema
from qa.conversations.decoding import decoded
from qa.errors import StoreError, UnknownConversation
from qa.types import Answer

FILE = "conversations.db"
TITLE_LIMIT = 80  # characters of a first question that become the title
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- ``changed`` counts up with every change of any conversation: clocks go back, and two changes may share a moment.
CREATE TABLE conversations (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, changed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX conversations_changed ON conversations (changed);

CREATE TABLE turns (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    number INTEGER NOT NULL, asked TEXT NOT NULL, answer TEXT NOT NULL, asked_at TEXT NOT NULL,
    PRIMARY KEY (conversation, number)
) WITHOUT ROWID;
"""
SCHEMA = Schema(_TABLES, "1", "move that file away: the documents are kept, and new conversations begin")
_NEXT = "(SELECT coalesce(max(changed), 0) + 1 FROM conversations)"
_BEGIN = f"INSERT INTO conversations VALUES (?, ?, ?, ?, {_NEXT})"  # noqa: S608 - constant
_TOUCH = f"UPDATE conversations SET updated_at = ?, changed = {_NEXT}, title = iif(title = '', ?, title) WHERE id = ?"  # noqa: S608 - constant
_LISTED = "SELECT id, title, created_at, updated_at, (SELECT count(*) FROM turns WHERE conversation = id) AS turns FROM conversations"


@dataclass(frozen=True, slots=True)
class Conversation:
    """Times are ISO 8601 in UTC. ``title`` is empty until there is a first question, unless one was given."""

    id: str
    title: str
    created_at: str
    updated_at: str
    turns: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What was typed (``asked``), the stand-alone question it was understood as, and its answer. Numbers count from 1."""

    number: int
    asked: str
    question: str
    answer: Answer
    asked_at: str


class Conversations:
    """Safe for many threads and processes. Raises StoreError, and UnknownConversation for an id that is not there."""

    def __init__(self, home: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._database = Database(home / FILE, SCHEMA)
        self._now = now

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def begin(self, title: str = "") -> str:
        """A new conversation's id."""
        conversation_id, moment = uuid.uuid4().hex, self._moment()
        with self._database.write() as transaction:
            transaction.execute(_BEGIN, [conversation_id, _storable(title), moment, moment])
        return conversation_id

    def append(self, conversation_id: str, asked: str, answer: Answer) -> Turn:
        """Keep a question and its answer as the conversation's last turn."""
        moment, asked = self._moment(), _storable(asked)
        with self._database.write() as transaction:
            self._require(transaction, conversation_id)
            query = "SELECT count(*) + 1 FROM turns WHERE conversation = ?"
            (number,) = transaction.execute(query, [conversation_id]).fetchone()
            row = [conversation_id, number, asked, json.dumps(as_json(answer)), moment]
            transaction.execute("INSERT INTO turns VALUES (?, ?, ?, ?, ?)", row)
            transaction.execute(_TOUCH, [moment, _title(asked), conversation_id])
        return Turn(number, asked, answer.question, answer, moment)

    def turns(self, conversation_id: str) -> list[Turn]:
        """All turns, in order."""
        with self._database.read() as connection:
            self._require(connection, conversation_id)
            query = "SELECT number, asked, answer, asked_at FROM turns WHERE conversation = ? ORDER BY number"
            return [_turn(row) for row in connection.execute(query, [conversation_id])]

    def get(self, conversation_id: str) -> Conversation:
        """One conversation."""
        with self._database.read() as connection:
            row = connection.execute(f"{_LISTED} WHERE id = ?", [_storable(conversation_id)]).fetchone()
        if row is None:
            raise _unknown(conversation_id)
        return Conversation(**row)

    def recent(self, limit: int = 50, offset: int = 0) -> list[Conversation]:
        """Conversations, the one that changed last first."""
        with self._database.read() as connection:
            found = connection.execute(f"{_LISTED} ORDER BY changed DESC LIMIT ? OFFSET ?", [limit, offset])
            return [Conversation(**row) for row in found]

    def count(self) -> int:
        """How many conversations there are."""
        with self._database.read() as connection:
            (count,) = connection.execute("SELECT count(*) FROM conversations").fetchone()
        return int(count)

    def delete(self, conversation_id: str) -> None:
        """Forget a conversation with all its turns."""
        with self._database.write() as transaction:
            self._require(transaction, conversation_id)
            transaction.execute("DELETE FROM conversations WHERE id = ?", [conversation_id])

    def _moment(self) -> str:
        return self._now().isoformat(timespec="seconds")

    @staticmethod
    def _require(connection: sqlite3.Connection, conversation_id: str) -> None:
        query = "SELECT 1 FROM conversations WHERE id = ?"
        if connection.execute(query, [_storable(conversation_id)]).fetchone() is None:
            raise _unknown(conversation_id)


def _turn(row: sqlite3.Row) -> Turn:
    try:
        answer = decoded(Answer, json.loads(row["answer"]))
    except (TypeError, ValueError) as error:
        raise StoreError(
            "The conversation was written by another version of Footnote.", "Use that version, or begin a new one."
        ) from error
    return Turn(row["number"], row["asked"], answer.question, answer, row["asked_at"])


def _storable(text: str) -> str:
    """Half a surrogate pair cannot be stored."""
    return text.encode(errors="replace").decode()


def _title(asked: str) -> str:
    words = " ".join(asked.split())
    return words if len(words) <= TITLE_LIMIT else f"{words[: TITLE_LIMIT - 1].rstrip()}…"


def _unknown(conversation_id: str) -> UnknownConversation:
    return UnknownConversation(f"There is no conversation {_storable(conversation_id)}.", "Begin a new one.")
