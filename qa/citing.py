"""A draft to claims tied to sentences, and claims to numbered notes. Pure.

The draft's grammar is loose on purpose: ``[2.3]``, ``[2.3, 2.4]``, ``[2.3][2.4]``, ``[2.3-2.5]`` and ``[2]``, before the full
stop, after it, or in front of the sentence; anything else in brackets is text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from qa.prompts import NOT_FOUND
from qa.sentences import split_sentences
from qa.support import Evidence, problems
from qa.types import Citation, Claim, Document, Hit, Origin, Sentence, Support
from qa.words import content_stems

_ID = r"\d{1,3}(?:\.\d{1,4})?"
MARKER = re.compile(rf"\s*\[\s*{_ID}(?:\s*(?:,|;|and|&|-|–)\s*{_ID})*\s*\]")
RANGE = re.compile(r"(\d+)\.(\d+)\s*[-–]\s*\1\.(\d+)")
BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")  # a document could order one, to carry the question away
NUMBERED = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Ref:
    """A sentence that was shown: the place of its hit and its own place in the passage, both from 0."""

    hit: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence of a draft with the ids it came with; ``refs`` are those that exist, ``ids`` counts what was written."""

    text: str
    refs: tuple[Ref, ...]
    ids: int


@dataclass(frozen=True, slots=True)
class TiedClaim:
    """A claim, the shown sentences it rests on, where they came from, and what its checks found."""

    text: str
    refs: tuple[Ref, ...]
    origin: Origin
    problems: tuple[str, ...] = ()

    @property
    def supported(self) -> bool:
        """Tied to a sentence and through all checks."""
        return bool(self.refs) and not self.problems


def parse(draft: str, hits: Sequence[Hit]) -> list[Draft]:
    """The draft's sentences with the ids that belong to them; empty when the model found nothing.

    A refusal glued to an answer is dropped when some sentence of the answer brings an id that exists; else it stands.
    """
    refused = NOT_FOUND in draft
    text, marks = _without_markers(draft.replace(NOT_FOUND, " "))
    sentences = [sentence for sentence in split_sentences(text) if any(map(str.isalnum, sentence.text))]
    ids: dict[int, list[str]] = {}
    for place, marker in marks:
        ids.setdefault(_owner(sentences, place, text), []).append(marker)
    drafts = [_draft(sentence, ids.get(n, []), hits) for n, sentence in enumerate(sentences)]
    return [] if refused and not any(draft.refs for draft in drafts) else drafts


def tie(drafts: Iterable[Draft], hits: Sequence[Hit]) -> list[TiedClaim]:
    """Check each claim against the sentences it came with; where that fails, look for a shown sentence that carries it."""
    rarity = _rarity(hits)
    return [_tied(draft, hits, rarity) for draft in drafts]


def number(claims: Sequence[TiedClaim], hits: Sequence[Hit]) -> tuple[str, tuple[Claim, ...], tuple[Citation, ...]]:
    """The answer's text with its notes, its claims, and its citations 1..N in the order of their first use."""
    notes: dict[Ref, Citation] = {}
    for claim in claims:
        for ref in claim.refs:
            notes.setdefault(ref, citation(hits[ref.hit], ref.sentence, len(notes) + 1, claim.origin))
    numbered = tuple(_numbered(claim, notes) for claim in claims)
    return " ".join(map(marked, numbered)), numbered, tuple(notes.values())


def citation(hit: Hit, sentence: int, number: int, origin: Origin) -> Citation:
    """A note on one sentence of a hit, quoted as it stands in the document."""
    document, span = hit.document, hit.passage.sentences[sentence]
    return Citation(
        number=number,
        document_id=document.id,
        title=document.title,
        publisher=document.publisher,
        author=document.author,
        published=document.published,
        published_estimated=document.published_estimated,
        page=span.page,
        source=document.source,
        quote=span.text,
        start=span.start,
        end=span.end,
        passage_id=hit.passage.id,
        origin=origin,
    )


def marked(claim: Claim) -> str:
    """A claim as it stands in an answer: notes before its full stop, a label where its checks failed."""
    notes = "".join(f" [{n}]" for n in claim.citations)
    label = "" if claim.support == "supported" else f" ({claim.support})"
    ending = re.search(r"[.!?。！？]+$", claim.text)
    if ending is None:
        return f"{claim.text}{notes}{label}"
    return f"{claim.text[: ending.start()]}{notes}{label}{ending.group()}"


def plain(text: str) -> str:
    """One line in which nothing looks like a note of ours: a source's own ``[3]`` becomes ``(3)``."""
    return NUMBERED.sub(r"(\1)", " ".join(text.split()))


def without_bullet(sentence: str) -> str:
    """A list item's sentence without the item's mark."""
    return BULLET.sub("", sentence)


def header(document: Document) -> str:
    """What is known of a document, in words."""
    return " ".join(filter(None, [document.title, document.publisher, document.author, _date_in_words(document)]))


def _without_markers(draft: str) -> tuple[str, list[tuple[int, str]]]:
    """The draft without its markers, and for each marker where it stood in that text."""
    pieces: list[str] = []
    marks: list[tuple[int, str]] = []
    end = length = 0
    for match in MARKER.finditer(draft):
        pieces.append(draft[end : match.start()])
        length += len(pieces[-1])
        leads = not "".join(pieces).rpartition("\n")[2].strip()
        kept = match[0][: len(match[0]) - len(match[0].lstrip())] if leads or "\n" in match[0] else ""
        pieces.append(kept)
        length += len(kept)
        marks.append((length, match[0]))
        end = match.end()
    return "".join([*pieces, draft[end:]]), marks


def _owner(sentences: Sequence[Sentence], place: int, text: str) -> int:
    """Which sentence a marker belongs to: the one it is in or behind; at the start of a line, the one that follows."""
    before = [n for n, sentence in enumerate(sentences) if sentence.start < place]
    if not before or not text[text.rfind("\n", 0, place) + 1 : place].strip():
        after = [n for n, sentence in enumerate(sentences) if sentence.start >= place]
        return after[0] if after else (before[-1] if before else -1)
    return before[-1]


def _draft(sentence: Sentence, markers: Sequence[str], hits: Sequence[Hit]) -> Draft:
    text = plain(LINK.sub(r"\1", without_bullet(sentence.text)).replace("**", ""))
    written = [ref for marker in markers for ref in _refs(marker, text, hits)]
    return Draft(text, tuple(dict.fromkeys(ref for ref in written if ref is not None)), len(written))


def _refs(marker: str, claim: str, hits: Sequence[Hit]) -> Iterator[Ref | None]:
    """The ids in a marker; None for one that was never shown."""
    spelled = RANGE.sub(
        lambda m: ", ".join(f"{m[1]}.{n}" for n in range(int(m[2]), min(int(m[3]), int(m[2]) + 9) + 1)), marker
    )
    for passage, _, sentence in (found.partition(".") for found in re.findall(_ID, spelled)):
        place = int(passage) - 1
        if not 0 <= place < len(hits):
            yield None
        elif not sentence:
            yield _closest(
                claim, [Ref(place, n) for n in range(len(hits[place].passage.sentences))], hits, _rarity(hits)
            )
        else:
            yield Ref(place, int(sentence) - 1) if 0 < int(sentence) <= len(hits[place].passage.sentences) else None


def _tied(draft: Draft, hits: Sequence[Hit], rarity: dict[str, float]) -> TiedClaim:
    found = problems(draft.text, _evidence(draft.refs, hits)) if draft.refs else ()
    if draft.refs and not found:
        return TiedClaim(draft.text, draft.refs, "model")
    shown = [
        Ref(h, s) for h, hit in enumerate(hits) for s, span in enumerate(hit.passage.sentences) if span.kind == "prose"
    ]
    closest = _closest(draft.text, shown, hits, rarity)
    if closest is not None and not problems(draft.text, _evidence((closest,), hits)):
        return TiedClaim(draft.text, (closest,), "mended")
    unknown = ("it cites sentences that were not shown",) if draft.ids and not draft.refs else ()
    return TiedClaim(draft.text, draft.refs, "model", found + unknown)


def _evidence(refs: Sequence[Ref], hits: Sequence[Hit]) -> Evidence:
    cited = [hits[ref.hit] for ref in refs]
    return Evidence(
        sentences=tuple(hits[ref.hit].passage.sentences[ref.sentence].text for ref in refs),
        header=" ".join(header(hit.document) for hit in cited),
        passage=" ".join(hit.passage.text for hit in cited),
    )


def _closest(claim: str, refs: Sequence[Ref], hits: Sequence[Hit], rarity: dict[str, float]) -> Ref | None:
    """The sentence that shares most of the claim's words, weighted by how rare they are in what was shown."""
    wanted = content_stems(claim)

    def shared(ref: Ref) -> float:
        return sum(
            rarity.get(word, 0.0) for word in wanted & content_stems(hits[ref.hit].passage.sentences[ref.sentence].text)
        )

    best = max(refs, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _rarity(hits: Sequence[Hit]) -> dict[str, float]:
    """Inverse sentence frequency of each stem in what was shown."""
    sentences = [content_stems(sentence.text) for hit in hits for sentence in hit.passage.sentences]
    counts = Counter(word for words in sentences for word in words)
    return {word: log(1 + len(sentences) / count) for word, count in counts.items()}


def _numbered(claim: TiedClaim, notes: dict[Ref, Citation]) -> Claim:
    citations = tuple(notes[ref].number for ref in claim.refs)
    support: Support = "uncited" if not citations else "unsupported" if claim.problems else "supported"
    return Claim(claim.text, citations, support, claim.problems)


def _date_in_words(document: Document) -> str:
    published = document.published
    return f"{published.day} {published:%B %Y}" if published else ""
