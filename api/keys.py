"""API keys: given in the settings, or named ones kept in the library's folder as digests. Nobody can read a key back.

A key is 32 random bytes, so one round of SHA-256 is enough to keep it: there is nothing to guess that a slow hash would protect.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qa.catalog.database import Database
from qa.catalog.schema import Schema
from qa.errors import InputError, SettingsError

FILE = "keys.db"
PREFIX = "fn_"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
SHORTEST = 16  # characters of a key that somebody thought up
VERSION = "1"
ANEW = "move that file away and make new keys with `qa keys add`"
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE keys (name TEXT PRIMARY KEY, digest TEXT NOT NULL, created_at TEXT NOT NULL, revoked_at TEXT) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Key:
    """What is known of a named key. Times are ISO 8601 in UTC; ``revoked_at`` is None as long as it opens."""

    name: str
    created_at: str
    revoked_at: str | None


class Keys:
    """The named keys of a library. Safe for many threads and processes; what is revoked stops opening at once, everywhere."""

    def __init__(self, home: Path) -> None:
        self._database = Database(home / FILE, Schema(SCHEMA, VERSION, ANEW))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def add(self, name: str) -> str:
        """A new key, told this once. Raises InputError for a name that is no name, or was given before."""
        if not NAME.fullmatch(name):
            raise InputError(
                f"{name!r} is no name for a key.", "Use up to 64 letters, digits, dots, dashes and underscores."
            )
        key = PREFIX + secrets.token_urlsafe(32)
        with self._database.write() as transaction:
            held = transaction.execute("SELECT 1 FROM keys WHERE name = ?", [name]).fetchone()
            if held is None:
                transaction.execute("INSERT INTO keys VALUES (?, ?, ?, NULL)", [name, digest(key), _now()])
        if held is not None:
            raise InputError(
                f"There is or was a key named {name}.", "Choose another name: the log must tell them apart."
            )
        return key

    def all(self) -> list[Key]:
        """Every named key, the oldest first."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT name, created_at, revoked_at FROM keys ORDER BY created_at, name")
            return [Key(**row) for row in rows]

    def revoke(self, name: str) -> None:
        """It opens nothing any more. Raises InputError when no key that opens has this name."""
        with self._database.write() as transaction:
            query = "UPDATE keys SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL"
            changed = transaction.execute(query, [_now(), name]).rowcount
        if not changed:
            raise InputError(f"There is no key named {name} to revoke.", "`qa keys list` shows them.")

    def digests(self) -> tuple[dict[str, str], bool]:
        """Name to digest of the keys that open, and whether any was ever made."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT name, digest, revoked_at FROM keys").fetchall()
        return {row["name"]: row["digest"] for row in rows if row["revoked_at"] is None}, bool(rows)


def given(text: str | None) -> dict[str, str]:
    """Name to digest of the keys of QA_API_KEYS. Raises SettingsError for one that is too short, or a name given twice."""
    found: dict[str, str] = {}
    for number, entry in enumerate(filter(None, (part.strip() for part in (text or "").split(","))), start=1):
        named, colon, key = entry.rpartition(":")
        name = named if colon else f"key-{number}"
        if len(key) < SHORTEST:
            raise SettingsError(
                f"Key {number} of QA_API_KEYS is shorter than {SHORTEST} characters.", "Use a long random one."
            )
        if name in found or not NAME.fullmatch(name):
            raise SettingsError(f"The name of key {number} of QA_API_KEYS is no name, or given twice.", "Change it.")
        found[name] = digest(key)
    return found


def digest(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


def holder(presented: str, digests: Mapping[str, str]) -> str | None:
    """Whose key this is. Every digest is compared, each in constant time, so that time tells nothing."""
    asked, found = digest(presented), None
    for name, held in digests.items():
        if hmac.compare_digest(asked, held):
            found = name
    return found


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
