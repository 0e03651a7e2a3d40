"""The other names of things, as the documents themselves explain them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qa.abbreviations import Abbreviation

if TYPE_CHECKING:
    from qa.catalog.database import Database

MOST = 2  # long forms of one abbreviation: those that most documents give


def write(transaction: sqlite3.Connection, document_id: str, abbreviations: Iterable[Abbreviation]) -> None:
    """Keep what a document explains; it goes with the document."""
    rows = [(short, long, document_id) for short, long in abbreviations]
    transaction.executemany("INSERT OR IGNORE INTO abbreviations VALUES (?, ?, ?)", rows)


def other_names(database: "Database") -> Mapping[str, list[str]]:
    """By a name in small letters, the other names of the same thing: an abbreviation's long forms, a long form's abbreviation."""
    query = "SELECT short, long FROM abbreviations GROUP BY short, long ORDER BY count(*) DESC, long"
    with database.read() as connection:
        pairs = connection.execute(query).fetchall()
    names: dict[str, list[str]] = defaultdict(list)
    for short, long in pairs:
        known = names[short.casefold()]
        if len(known) < MOST and long.casefold() not in map(str.casefold, known):
            known.append(long)
        if short not in names[long.casefold()]:
            names[long.casefold()].append(short)
    return names
