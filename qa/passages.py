"""Sentences to passages: what is embedded, searched and shown to a model.

A section is the headings that stand together and the prose below them. It is cut into passages of about equal size, its
headings staying with the first sentence of its prose. Of several headings in a row the last, nearest to the prose, names
the section.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from math import ceil
from typing import NamedTuple

from qa.ports import Embedder
from qa.types import Passage, Sentence

MOST_TOKENS = 200
"""Of a passage; a single sentence with more, and the headings above it, make a passage of their own."""

_USUAL_TOKENS = 170
_CONTEXT_TOKENS = 64  # also as much as a run of headings may have without being broken
_SPECIAL_TOKENS = 2  # which Embedder.max_tokens counts and token_spans does not show
_HEADING = re.compile(r"[#=>\s]*([*_]{0,3})(.*?)\1(?:\s+[#=]+)*\s*")  # with its markup around it


class _Unit(NamedTuple):
    """Sentences that stay together: one of prose with the headings above it, or headings alone."""

    sentences: list[Sentence]
    tokens: int


def build_passages(document_id: str, sentences: Sequence[Sentence], text: str, embedder: Embedder) -> list[Passage]:
    """Passages of 120 to 200 tokens where the sections allow it, in order, together holding every sentence once.

    An id depends on the document's id, the place and the text alone, so that what has not changed keeps it.
    """
    tokens = embedder.count_tokens([sentence.text for sentence in sentences])
    passages: list[Passage] = []
    for units in _sections(_units(zip(sentences, tokens, strict=True))):
        headings = [sentence.text for unit in units for sentence in unit.sentences if sentence.kind == "heading"]
        heading = _plain(headings[-1]) if headings else ""
        for run in _balanced(units):
            start, end = run[0].start, run[-1].end
            key = blake2b(f"{document_id}\0{start}\0{text[start:end]}".encode(), digest_size=16).hexdigest()
            passages.append(Passage(key, document_id, len(passages), heading, tuple(run), text[start:end]))
    return passages


def embedding_inputs(passages: Sequence[Passage], title: str, embedder: Embedder) -> list[list[str]]:
    """What is embedded for each passage of a document: title and heading, a line each, then its text.

    A text too long for the model is cut between tokens into parts that fit, each with the same lines in front.
    """
    room = embedder.max_tokens - _SPECIAL_TOKENS
    most = min(_CONTEXT_TOKENS, room // 2)
    headings = [_shown_heading(passage) for passage in passages]
    contexts = {heading: _context(title, heading, most, embedder) for heading in dict.fromkeys(headings)}
    return [
        _inputs(passage, contexts[heading], room, embedder) for passage, heading in zip(passages, headings, strict=True)
    ]


def _inputs(passage: Passage, context: str, room: int, embedder: Embedder) -> list[str]:
    whole = context + passage.text
    if _is_short(passage, room) or _count(whole, embedder) <= room:
        return [whole]
    return [context + part for part in _parts(passage.text, context, room, embedder)]


def _is_short(passage: Passage, room: int) -> bool:
    """Whether a passage fits by the way it was made: only a single sentence may be longer than a passage should be."""
    several = sum(sentence.kind == "prose" for sentence in passage.sentences) > 1
    return several and room >= 2 * MOST_TOKENS + _CONTEXT_TOKENS


def _units(sentences: Iterable[tuple[Sentence, int]]) -> Iterator[_Unit]:
    held, size = list[Sentence](), 0
    for sentence, tokens in sentences:
        if held and sentence.kind == "heading" and size + tokens > _CONTEXT_TOKENS:
            yield _Unit(held, size)
            held, size = [], 0
        held.append(sentence)
        size += tokens
        if sentence.kind == "prose":
            yield _Unit(held, size)
            held, size = [], 0
    if held:
        yield _Unit(held, size)


def _sections(units: Iterable[_Unit]) -> Iterator[list[_Unit]]:
    section: list[_Unit] = []
    for unit in units:
        if section and unit.sentences[0].kind == "heading" and section[-1].sentences[-1].kind == "prose":
            yield section
            section = []
        section.append(unit)
    if section:
        yield section


def _balanced(units: Iterable[_Unit]) -> Iterator[list[Sentence]]:
    """Runs of units of about equal size; a unit larger than a passage should be is a run of its own."""
    for oversized, stretch in groupby(units, key=lambda unit: unit.tokens > MOST_TOKENS):
        for run in ([unit] for unit in stretch) if oversized else _even(list(stretch)):
            yield [sentence for unit in run for sentence in unit.sentences]


def _even(units: list[_Unit]) -> Iterator[list[_Unit]]:
    left = sum(unit.tokens for unit in units)
    run: list[_Unit] = []
    size, aim = 0, _aim(left)
    for unit in units:
        overshoot = size + unit.tokens - aim
        if run and (overshoot > aim - size or size + unit.tokens > MOST_TOKENS):
            yield run
            left -= size
            run, size, aim = [], 0, _aim(left)
        run.append(unit)
        size += unit.tokens
    yield run


def _aim(left: int) -> float:
    return left if left <= MOST_TOKENS else left / ceil(left / _USUAL_TOKENS)


def _plain(heading: str) -> str:
    """A heading without its markup or the line drawn under it."""
    line = heading.splitlines()[0]
    match = _HEADING.fullmatch(line)
    return match[2] if match else line


def _shown_heading(passage: Passage) -> str:
    """The heading that is put in front; none where the passage begins with it."""
    return "" if passage.sentences[0].kind == "heading" else passage.heading


def _context(title: str, heading: str, most: int, embedder: Embedder) -> str:
    context = "\n".join(line for line in (" ".join(title.split()), heading) if line)
    spans = embedder.token_spans([context])[0]
    if len(spans) > most:
        context = context[: spans[most][0]].rstrip()
    return f"{context}\n" if context else ""


def _parts(text: str, context: str, room: int, embedder: Embedder) -> Iterator[str]:
    """Cuts ``text`` evenly, after a word where there is one. A part cut inside a word may have more tokens than before."""
    spans = embedder.token_spans([text])[0]
    fitting = room - _count(context, embedder)
    first = 0
    while first < len(spans):
        left = len(spans) - first
        last = _after_word(spans, first, first + ceil(left / ceil(left / fitting)))
        while last - first > 1 and _count(context + text[spans[first][0] : spans[last - 1][1]], embedder) > room:
            last = first + (last - first) // 2
        yield text[spans[first][0] : spans[last - 1][1]]
        first = last


def _after_word(spans: list[tuple[int, int]], first: int, last: int) -> int:
    for cut in range(last, (first + last) // 2, -1):
        if cut == len(spans) or spans[cut - 1][1] < spans[cut][0]:
            return cut
    return last


def _count(text: str, embedder: Embedder) -> int:
    return embedder.count_tokens([text])[0]
