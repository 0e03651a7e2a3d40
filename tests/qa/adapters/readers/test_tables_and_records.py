"""CSV and TSV rows that name their columns; JSON records, each a reading or a line."""

import json

import pytest

from qa.adapters.readers import read
from qa.adapters.readers.rows import row_lines
from qa.errors import UnreadableFile
from qa.types import Reading
from tests.qa.adapters.readers.prose import paragraphs, sentences
from tests.qa.adapters.readers.samples import csv, json_records, jsonl


def all_of(content: bytes, name: str) -> list[Reading]:
    readings = read(content, name)
    assert readings is not None
    return readings


def lines(content: bytes, name: str = "a.csv") -> list[str]:
    (reading,) = all_of(content, name)
    return reading.text.split("\n\n")


def test_a_row_names_its_columns() -> None:
    """The delimiter is found, a quoted line break is a space, an empty row is nothing."""
    assert lines(csv(20))[1] == f"Country: Country 1; Share: 3,5%; Note: {sentences(2)[1]} (seen)."
    assert len(lines(csv(20))) == 20


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_and_encodings_are_found(delimiter: str, encoding: str) -> None:
    """The one that agrees with most rows."""
    text = "\r\n".join(
        delimiter.join(row) for row in (("Land", "Größe"), ("Österreich", "83.879 km²"), ("Malta", "316 km²"))
    )
    assert lines(text.encode(encoding), "a.tsv") == [
        "Land: Österreich; Größe: 83.879 km².",
        "Land: Malta; Größe: 316 km².",
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Population", ""], ["City", "2024"], ["Aal", "5"]], ["Population", "City: Aal; 2024: 5."]),
        ([["Aal", "5"], ["Bel", "6"]], ["Aal; 5.", "Bel; 6."]),
        ([["City", "People"]], ["City; People."]),
        ([["City", "People"], ["City", "People"], ["Aal", ""]], ["City: Aal."]),
        ([["", "People"], ["Aal", "5", "more"]], ["Aal; People: 5; more."]),
        ([["Said"], ["It is so."], ["Is it?"]], ["Said: It is so.", "Said: Is it?"]),
        ([], []),
    ],
)
def test_headers_are_told_from_captions_and_values(rows: list[list[str]], expected: list[str]) -> None:
    """One value above the header is a caption; numbers that are no years make a first row one of values."""
    assert list(row_lines(rows)) == expected


def test_records_with_a_text_are_readings_of_their_own() -> None:
    """Each with its own metadata, and its id for a part: the same however often it is read and wherever it stands."""
    readings = all_of(jsonl(10), "articles.jsonl")
    assert [reading.part for reading in readings] == [f"a{number}" for number in range(10)]
    assert [reading.text for reading in readings] == paragraphs(10)
    assert readings[3].metadata == {"title": "Article 3", "published": "2025-11-14", "author": "Kim, Lee"}
    assert len({reading.checksum for reading in readings}) == 1


def test_records_without_a_text_are_lines() -> None:
    """Nested fields are named by their path."""
    assert lines(json_records(2), "a.json") == [f"Country: Country {n}; Spending.share: 3.5%." for n in (0, 1)]


def test_records_may_lie_in_a_field_and_have_no_ids() -> None:
    """The one list of objects is the records; their numbers tell them apart."""
    article = {
        "headline": "One",
        "body": "It is so.",
        "source": "https://example.org/1",
        "publisher": {"name": "The Post"},
    }
    content = json.dumps(
        {"status": "ok", "articles": [article, article | {"body": "And so."}, {"views": 3, "tags": ["a", "b"]}]}
    )
    readings = all_of(content.encode(), "dump.json")
    assert [(reading.part, reading.text) for reading in readings] == [
        ("1", "It is so."),
        ("2", "And so."),
        ("records", "views: 3; tags: a, b."),
    ]
    assert readings[0].metadata == {"title": "One", "publisher": "The Post"}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.json", b'{"a": [1, 2}', "line 1 column 12"),
        ("a.jsonl", b'{"a": 1}\n{"a": \n', "line 2"),
        ("a.json", b"[" * 100_000, "cannot be read as JSON"),
        ("a.json", b"[1, 2]", "has no records"),
        ("a.csv", b"a,b\n" + b"x" * 200_000 + b",c", "field larger than field limit"),
        ("a.csv", b" , \n", "the table is empty"),
        ("a.csv", b"a\0,b", "binary data"),
    ],
)
def test_what_cannot_be_read_is_refused(name: str, content: bytes, reason: str) -> None:
    """By name, with the line where there is one."""
    with pytest.raises(UnreadableFile, match=reason) as caught:
        read(content, name)
    assert name in caught.value.message


def test_characters_that_are_none_are_replaced() -> None:
    """Half a pair and a zero, which JSON can write and a database refuses, are one mark each."""
    (reading,) = all_of(b'{"text": "a\\ud800b\\u0000c", "title": "\\udfff!"}', "a.json")
    assert (reading.text, reading.metadata["title"]) == ("a\ufffdb\ufffdc", "\ufffd!")
