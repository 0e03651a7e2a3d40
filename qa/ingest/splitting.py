"""A reading to sentences and passages, furniture left out, pages noted."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from qa.passages import build_passages
from qa.ports import Embedder
from qa.sentences import split_sentences
from qa.types import Passage, Reading, Sentence


def split(document_id: str, reading: Reading, embedder: Embedder) -> list[Passage]:
    """The reading's passages in order. None crosses furniture; a heading goes on behind it."""
    passages: list[Passage] = []
    for sentences in _stretches(reading):
        heading = passages[-1].heading if passages else ""
        for passage in build_passages(document_id, sentences, reading.text, embedder):
            numbered = replace(passage, number=len(passages), heading=passage.heading or heading)
            passages.append(numbered)
    return passages


def _stretches(reading: Reading) -> Iterator[list[Sentence]]:
    """The sentences between one piece of furniture and the next."""
    begin = 0
    for start, end in [*sorted(reading.furniture), (len(reading.text), len(reading.text))]:
        found = split_sentences(reading.text[begin:start])
        if found:
            yield [_placed(sentence, begin, reading.pages) for sentence in found]
        begin = max(begin, end)


def _placed(sentence: Sentence, begin: int, pages: tuple[int, ...]) -> Sentence:
    start = begin + sentence.start
    return replace(sentence, start=start, end=begin + sentence.end, page=bisect_right(pages, start) or None)
