"""Why there is no answer, in words a reader understands: what was looked for, in how many documents, and what comes nearest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa import citing
from qa.answers import Drafted
from qa.catalog import Catalog
from qa.terms import OtherNames, search_terms
from qa.types import EVERYTHING, Document, Filters, Hit
from qa.words import QUESTION_WORDS, STOP_WORDS

MOST_LOOKED_UP = 24  # names and words of a question
MOST_SHOWN = 3
LONGEST = 60  # characters of a name or word that are worth repeating
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_INSIDE_A_NAME = re.compile(r"\.|\.?\s+(?:(?:of|the|de|von|van)\s+){0,2}")


@dataclass(frozen=True, slots=True)
class Sought:
    """What was looked for, as the question writes it, and in how many documents: those that the filters let through, and all.

    ``names`` (years are among them) stand in some of the former; ``missing_names`` and ``missing_words`` in none.
    """

    documents: int
    all_documents: int
    names: tuple[str, ...] = ()
    missing_names: tuple[str, ...] = ()
    missing_words: tuple[str, ...] = ()


def sought(question: str, catalog: Catalog, filters: Filters) -> Sought:
    """Look up each name of a question as a whole, then each of its other words, under all the names and spellings they have."""
    rows, others = catalog.eligible(filters), catalog.other_names()
    total = catalog.counts()[0]
    names = list(dict.fromkeys(_names(question)))[:MOST_LOOKED_UP]
    inside = {word for name in names for word in _WORD.findall(name)}
    words = [word for word in dict.fromkeys(_content(question)) if word not in inside][:MOST_LOOKED_UP]

    def stands(word: str) -> bool:
        return catalog.fulltext.holds(search_terms(word, others), rows)

    whole = [name for name in names if catalog.fulltext.holds(_called(name, others), rows)]
    return Sought(
        total if filters == EVERYTHING else len(catalog.documents(filters)),
        total,
        tuple(whole),
        tuple(name for name in names if name not in whole and not all(map(stands, _content(name)))),
        tuple(word for word in words if not stands(word)),
    )


def nothing_found(drafted: Drafted, hits: Sequence[Hit], looked: Sought) -> str:
    """What is not there, and the nearest document as a lead: no word of its text, which could be taken for an answer."""
    if not looked.all_documents:
        return "There are no documents to answer from. Add some with `qa add`."
    if not hits:
        return f"None of the {looked.all_documents} documents passes the filters. Widen the dates or leave out the publisher."
    return f"{_what_is_missing(drafted, looked)}; the nearest is {_described(hits[0].document)}."


def _what_is_missing(drafted: Drafted, looked: Sought) -> str:
    one = looked.documents == 1
    documents = "the one document" if one else f"the {looked.documents} documents"
    subject, do = f"T{documents[1:]}", "does" if one else "do"
    if drafted.claims:
        return f"{subject} {do} not bear out what the model wrote"
    if looked.missing_names:
        return f"There is nothing about {_listed(looked.missing_names, 'or')} in {documents}"
    if looked.names:
        return f"{subject} {'names' if one else 'name'} {_listed(looked.names, 'and')} but {do} not answer this"
    if looked.missing_words:
        verb = "word {} is" if len(looked.missing_words) == 1 else "words {} are"
        said = verb.format(_listed(looked.missing_words, "and"))
        return f"The {said} {'not in' if one else 'in none of'} {documents}"
    return f"{subject} {do} not answer this"


def _described(document: Document) -> str:
    provenance = ", ".join(filter(None, [document.publisher, str(document.published or "")]))
    return citing.plain(f"“{document.title}”" + (f" ({provenance})" if provenance else ""))


def _listed(words: Sequence[str], joint: str) -> str:
    marked = [f"“{word}”" for word in words[:MOST_SHOWN]]
    return f" {joint} ".join(filter(None, [", ".join(marked[:-1]), marked[-1]]))


def _names(question: str) -> Iterator[str]:
    """Runs of capitalised words, and years. The word that begins a question is none."""
    start = end = 0
    for match in list(_WORD.finditer(question))[1:]:
        if not match[0][0].isupper() and not _YEAR.fullmatch(match[0]):
            continue
        if not end or not _INSIDE_A_NAME.fullmatch(question, end, match.start()):
            yield from _name(question, start, end)
            start = match.start()
        end = match.end()
    yield from _name(question, start, end)


def _name(question: str, start: int, end: int) -> Iterator[str]:
    """The name that stands there, with the stop of "U.S.", if it is one."""
    if end - start <= LONGEST and any(_content(question[start:end])):
        yield " ".join(question[start:end].split()) + (
            "." if question[end - 2 : end - 1] == "." == question[end : end + 1] else ""
        )


def _content(text: str) -> Iterator[str]:
    common = STOP_WORDS | QUESTION_WORDS
    return (
        word
        for word in _WORD.findall(text)
        if word.casefold() not in common and len(word) <= LONGEST and (not word.isdecimal() or _YEAR.fullmatch(word))
    )


def _called(name: str, others: OtherNames) -> list[str]:
    """A name and its other names, each as a phrase for the full text."""
    return [" ".join(_WORD.findall(each)).casefold() for each in (name, *others.get(name.casefold(), ()))]
