"""A draft to claims tied to sentences, and claims to numbered notes. Pure.

The draft's grammar is loose on purpose: ``[2.3]``, ``[2.3, 2.4]``, ``[2.3][2.4]``, ``[2.3-2.5]`` and ``[2]``, before the full
stop, after it, or in front of the sentence; anything else in brackets is text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from qa.chatter import is_chatter
from qa.orders import orders_in, without_orders
from qa.prompts import NOT_FOUND
from qa.sentences import split_sentences
from qa.support import Evidence, problems
from qa.types import Citation, Claim, Document, Hit, Origin, Sentence, Support
from qa.words import content_stems

_ID = r"\d{1,3}(?:\.\d{1,4})?"
MARKER = re.compile(rf"\s*\[\s*{_ID}(?:\s*(?:,|;|and|&|-|–)\s*{_ID})*\s*\]")
RANGE = re.compile(r"(\d+)\.(\d+)\s*[-–]\s*\1\.(\d+)")
BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
# A document could order these, to carry the question away: what is left of them is their words.
LINK = re.compile(r"!?\[([^\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
TAG = re.compile(
    r"</?(?:[a-z]\w*(?=\s[^<>]*=)[^<>]*|a|b|i|u|p|br|hr|div|span|font|img|iframe|script|style|svg|form|input|base|link|object|embed)\s*/?>",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"(?:\b(?:https?|ftp|data|javascript|file):|\bwww\.|(?<![\w:])//(?=\w))\S*?(?=[.,;:!?)\]>\"”’]*(?:\s|$))",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\[(\d[\d.,;\s–-]*)\]")
LABELS: dict[Support, str] = {
    "supported": "",
    "unsupported": " (not supported by the documents)",
    "uncited": " (without a source in the documents)",
}


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
    drafts = [draft for draft in drafts if any(map(str.isalnum, draft.text)) and not is_chatter(draft.text)]
    return [] if refused and not any(draft.refs for draft in drafts) else drafts


def tie(drafts: Iterable[Draft], hits: Sequence[Hit]) -> list[TiedClaim]:
    """Check each claim against the sentences it came with; where that fails, look for a shown sentence that carries it."""
    rarity = _rarity(hits)
    return [_tied(draft, hits, rarity) for draft in drafts]


def number(
    claims: Sequence[TiedClaim], hits: Sequence[Hit], asides: Mapping[int, str] | None = None
) -> tuple[str, tuple[Claim, ...], tuple[Citation, ...]]:
    """The answer's text with its notes, its claims, and its citations 1..N in the order of their first use.

    ``asides``: words that stand in brackets behind a claim's notes, by the claim's place.
    """
    notes: dict[Ref, Citation] = {}
    for claim in claims:
        for ref in claim.refs:
            notes.setdefault(ref, citation(hits[ref.hit], ref.sentence, len(notes) + 1, claim.origin))
    numbered = tuple(_numbered(claim, notes) for claim in claims)
    text = " ".join(marked(claim, (asides or {}).get(place, "")) for place, claim in enumerate(numbered))
    return text, numbered, tuple(notes.values())


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


def marked(claim: Claim, aside: str = "") -> str:
    """A claim as it stands in an answer: notes before its full stop, an aside, a label where its checks failed."""
    notes = "".join(f" [{n}]" for n in claim.citations) + (f" ({aside})" if aside else "")
    label = LABELS[claim.support]
    ending = re.search(r"[.!?。！？]+$", claim.text)
    if ending is None:
        return f"{claim.text}{notes}{label}"
    return f"{claim.text[: ending.start()]}{notes}{label}{ending.group()}"


def plain(text: str) -> str:
    """One line without link, image or address, in which nothing looks like a note of ours: a source's own ``[3]`` becomes ``(3)``."""
    bare = ADDRESS.sub("…", TAG.sub(" ", LINK.sub(r"\1", text)))
    return NUMBERED.sub(r"(\1)", " ".join(bare.split()))


def without_bullet(sentence: str) -> str:
    """A list item's sentence without the item's mark."""
    return BULLET.sub("", sentence)


def quoted(sentence: str) -> str:
    """A document's sentence as the claim that quotes it."""
    return f"“{plain(without_bullet(sentence))}”"


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
    text = plain(without_bullet(sentence.text).replace("**", ""))
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
            yield _closest(claim, _citable(place, hits[place]), hits, _rarity(hits))
        else:
            ref = Ref(place, int(sentence) - 1)
            yield ref if ref in _citable(place, hits[place]) else None


def _citable(place: int, hit: Hit) -> list[Ref]:
    """Every sentence of a hit that is no order to whoever answers."""
    orders = orders_in(hit.passage)
    return [Ref(place, number) for number in range(len(hit.passage.sentences)) if number not in orders]


def _tied(draft: Draft, hits: Sequence[Hit], rarity: dict[str, float]) -> TiedClaim:
    found = _problems(draft.text, draft.refs, hits) if draft.refs else ()
    if draft.refs and not found:
        return TiedClaim(draft.text, draft.refs, "model")
    shown = [
        ref
        for place, hit in enumerate(hits)
        for ref in _citable(place, hit)
        if hit.passage.sentences[ref.sentence].kind == "prose"
    ]
    closest = _closest(draft.text, shown, hits, rarity)
    if closest is not None and not _problems(draft.text, (closest,), hits):
        return TiedClaim(draft.text, (closest,), "mended")
    unknown = ("it cites sentences that were not shown",) if draft.ids and not draft.refs else ()
    return TiedClaim(draft.text, draft.refs, "model", found + unknown)


def _problems(claim: str, refs: Sequence[Ref], hits: Sequence[Hit]) -> tuple[str, ...]:
    """What speaks against a claim; also where it has words that only an order in a document has, whatever else it shares."""
    evidence = _evidence(refs, hits)
    own = content_stems(claim) - content_stems(" ".join([*evidence.sentences, evidence.header]))
    dictated = own and any(own & words for words in _dictated(hits))
    return (*problems(claim, evidence), *(["it says what an order in a document wants said"] if dictated else []))


def _dictated(hits: Sequence[Hit]) -> Iterator[set[str]]:
    """For each passage with orders, the words that only its orders have."""
    for hit in hits:
        if places := orders_in(hit.passage):
            orders = " ".join(hit.passage.sentences[place].text for place in places)
            yield content_stems(orders) - content_stems(without_orders(hit.passage))


def _evidence(refs: Sequence[Ref], hits: Sequence[Hit]) -> Evidence:
    cited = [hits[ref.hit] for ref in refs]
    return Evidence(
        sentences=tuple(hits[ref.hit].passage.sentences[ref.sentence].text for ref in refs),
        header=" ".join(header(hit.document) for hit in cited),
        passage=" ".join(without_orders(hit.passage) for hit in cited),
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
