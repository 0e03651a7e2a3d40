"""Gold candidates from a reader's own documents, for a human to accept: by simple rules, or by a model that is checked.

By rule: a sentence with a figure, a date or a name becomes a question with a gap. Such questions share the sentence's words;
they show whether documents are found and quoted, and are easier than what people ask. Reword them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from eval.facts import states
from eval.shelf import Readable
from qa.citing import plain, without_bullet
from qa.ports import ChatMessage, ChatModel
from qa.types import Document, Sentence

TAG = "candidate"
FEWEST, MOST = 8, 35  # words of a sentence worth asking about
GAP = "…"

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATE = re.compile(rf"\b(?:{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?|(?:19|20)\d\d)\b")
FIGURE = re.compile(r"[$€£]?\b\d+(?:[.,]\d+)*(?: ?%| (?:percent|million|billion|trillion|thousand)\b)?")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+(?: [A-Z][\w-]+)+")
KINDS = (("time", DATE, "what date or year"), ("fact", FIGURE, "what figure"), ("fact", NAME, "which name"))
DANGLING = re.compile(r"^(?:It|He|She|They|This|That|These|Those|But|And|However|Its|His|Her|Their)\b")

ASK = """Write one question that a reader might ask and that the sentence below answers, and its answer.
Use other words than the sentence where you can. The answer is copied from the sentence, at most eight words of it.
Write two lines and nothing else:
Q: the question
A: the answer

Document: {title}
Sentence: {sentence}"""
REPLY = re.compile(r"^Q: *(?P<question>\S.*\?)\s*^A: *(?P<answer>\S.*?)\.?\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence worth asking about, and its document."""

    document: Document
    sentence: Sentence


def candidates(library: Readable, limit: int, model: ChatModel | None = None) -> Iterator[dict[str, Any]]:
    """At most so many candidates, taken evenly from the documents, as lines of gold. Raises ModelError."""
    found = 0
    for source in _in_turn([_sources(library, document.id) for document in library.documents()]):
        if found == limit:
            return
        candidate = _by_model(source, model) if model else _by_rule(source)
        if candidate is not None:
            found += 1
            yield candidate


def _by_rule(source: Source) -> dict[str, Any] | None:
    text = plain(without_bullet(source.sentence.text))
    if DANGLING.match(text) or text.endswith("?"):
        return None
    for kind, pattern, asked in KINDS:
        match = pattern.search(text)
        if match:
            gapped = f"{text[: match.start()]}{GAP}{text[match.end() :]}".rstrip(".")
            question = f"According to “{source.document.title}”, {asked} belongs here: “{gapped}”?"
            return _line(source, kind, question, text, match[0])
    return None


def _by_model(source: Source, model: ChatModel) -> dict[str, Any] | None:
    """None when the reply cannot be read, or when its answer does not stand in the sentence."""
    text = plain(without_bullet(source.sentence.text))
    prompt = ASK.format(title=source.document.title, sentence=text)
    match = REPLY.search(model.complete([ChatMessage("user", prompt)]).text)
    if match is None or not states(text, [match["answer"]]):
        return None
    return _line(source, "fact", match["question"], text, match["answer"])


def _line(source: Source, kind: str, question: str, answer: str, fact: str) -> dict[str, Any]:
    quote = without_bullet(source.sentence.text)
    return {
        "id": f"draft-{crc32(f'{source.document.id} {source.sentence.start}'.encode()):08x}",
        "question": question,
        "kind": kind,
        "answerable": True,
        "answer": answer,
        "facts": [[fact]],
        "evidence": [{"document": source.document.title, "quote": quote}],
        "tags": [TAG],
    }


def _sources(library: Readable, document_id: str) -> list[Source]:
    """The sentences of a document that a question can be made of, in order."""
    document = library.document(document_id)
    sentences = (sentence for passage in library.passages(document_id) for sentence in passage.sentences)
    return [Source(document, s) for s in sentences if s.kind == "prose" and FEWEST <= len(s.text.split()) <= MOST]


def _in_turn(shelves: Sequence[Sequence[Source]]) -> Iterator[Source]:
    """The first of each document, then the second of each, and so on."""
    for place in range(max(map(len, shelves), default=0)):
        yield from (shelf[place] for shelf in shelves if place < len(shelf))
