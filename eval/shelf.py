"""A library's documents by the names that gold gives them: the end of a source's path, or a title."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePath
from typing import Protocol

from eval.cases import Evidence
from eval.facts import fold, holds, is_named
from qa.types import Document, Passage


class Readable(Protocol):
    """What is read of a library."""

    def documents(self) -> list[Document]:
        """The documents without their texts."""
        ...

    def document(self, document_id: str) -> Document:
        """One document with its text."""
        ...

    def passages(self, document_id: str) -> list[Passage]:
        """A document's passages in order."""
        ...


class Shelf(Mapping[str, str]):
    """Text by name. One name may mean several documents, those of one file for instance: their texts are joined."""

    def __init__(self, library: Readable) -> None:
        self._library = library
        self._passages: dict[str, list[Passage]] = {}
        self._texts: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        ids = self.ids(name)
        if not ids:
            raise KeyError(name)
        if name not in self._texts:
            self._texts[name] = "\f".join(self._library.document(id_).text for id_ in ids)
        return self._texts[name]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self.ids(name))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(document.title for found in self._by_word.values() for document in found))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def ids(self, name: str) -> list[str]:
        """The documents of this name."""
        candidates = [*self._by_word[PurePath(name).name], *self._by_word[name]]
        return list(dict.fromkeys(d.id for d in candidates if is_named(d.source, d.title, name)))

    def holders(self, piece: Evidence) -> set[str]:
        """The passages that hold a piece of evidence."""
        return {p.id for p in self._of(piece.document) if holds(p.text, piece.quote)}

    def is_whole(self, piece: Evidence) -> bool:
        """Whether the piece begins where a sentence of its document begins, and ends where one ends."""
        wanted = fold(piece.quote)
        sentences = [
            [fold(s.text) for s in p.sentences] for p in self._of(piece.document) if holds(p.text, piece.quote)
        ]
        return any(_covered(wanted, passage) for passage in sentences)

    def _of(self, name: str) -> Iterator[Passage]:
        for id_ in self.ids(name):
            if id_ not in self._passages:
                self._passages[id_] = self._library.passages(id_)
            yield from self._passages[id_]

    @cached_property
    def _by_word(self) -> "defaultdict[str, list[Document]]":
        """Documents by the last part of their source, and by title."""
        found: defaultdict[str, list[Document]] = defaultdict(list)
        for document in self._library.documents():
            for word in {PurePath(document.source).name, document.title}:
                found[word].append(document)
        return found


def _covered(wanted: str, sentences: list[str]) -> bool:
    """Whether some sentences in a row are the wanted text; a list's mark in front of the first makes no difference."""
    for first, sentence in enumerate(sentences):
        rest = wanted
        start = sentence.find(rest[:20])
        if start < 0 or any(map(str.isalpha, sentence[:start])):
            continue
        for later in [sentence[start:], *sentences[first + 1 :]]:
            if rest == later:
                return True
            if not rest.startswith(later):
                break
            rest = rest.removeprefix(later).strip()
    return False
