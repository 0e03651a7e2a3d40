"""A model's draft to sentences with the ids that belong to them. Pure.

The grammar is loose on purpose: ``[2.3]``, ``[2.3, 2.4]``, ``[2.3][2.4]``, ``[2.3-2.5]`` and ``[2]``, before the full stop, after
it, or in front of the sentence; anything else in brackets is text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qa.chatter import is_chatter
from qa.prompts import NOT_FOUND
from qa.sentences import split_sentences
from qa.shown import Ref, Shown
from qa.types import Hit, Sentence

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
ANSWER = re.compile(r"(?:Yes|No|None|Neither|Both|Partly|Not (?:yet|quite|entirely|exactly|really))[.!]")
NUMBERED = re.compile(r"\[(\d[\d.,;\s–-]*)\]")


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence of a draft with the ids it came with; ``refs`` are those that exist, ``ids`` counts what was written."""

    text: str
    refs: tuple[Ref, ...]
    ids: int


def parse(draft: str, hits: Sequence[Hit]) -> list[Draft]:
    """The draft's sentences with the ids that belong to them; empty when the model found nothing.

    A refusal glued to an answer is dropped when some sentence of the answer brings an id that exists; else it stands.
    """
    refused, shown = NOT_FOUND in draft, Shown(hits)
    text, marks = _without_markers(draft.replace(NOT_FOUND, " "))
    sentences = [sentence for sentence in split_sentences(text) if any(map(str.isalnum, sentence.text))]
    ids: dict[int, list[str]] = {}
    for place, marker in marks:
        ids.setdefault(_owner(sentences, place, text), []).append(marker)
    drafts = [_draft(sentence, ids.get(n, []), shown) for n, sentence in enumerate(sentences)]
    drafts = [draft for draft in drafts if any(map(str.isalnum, draft.text)) and not is_chatter(draft.text)]
    drafts = list(_with_answers(drafts))
    return [] if refused and not any(draft.refs for draft in drafts) else drafts


def _with_answers(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A bare "No." before the sentence that says why is no sentence of its own."""
    before = ""
    for place, draft in enumerate(drafts, start=1):
        if place < len(drafts) and not draft.ids and ANSWER.fullmatch(draft.text):
            before += f"{draft.text} "
        else:
            yield replace(draft, text=before + draft.text)
            before = ""


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


def _draft(sentence: Sentence, markers: Sequence[str], shown: Shown) -> Draft:
    text = plain(without_bullet(sentence.text).replace("**", ""))
    written = [ref for marker in markers for ref in _refs(marker, text, shown)]
    return Draft(text, tuple(dict.fromkeys(ref for ref in written if ref is not None)), len(written))


def _refs(marker: str, claim: str, shown: Shown) -> Iterator[Ref | None]:
    """The ids in a marker; None for one that was never shown. A passage's id means its sentence that is nearest."""
    spelled = RANGE.sub(
        lambda m: ", ".join(f"{m[1]}.{n}" for n in range(int(m[2]), min(int(m[3]), int(m[2]) + 9) + 1)), marker
    )
    for passage, _, sentence in (found.partition(".") for found in re.findall(_ID, spelled)):
        if sentence:
            yield shown.find(int(passage), int(sentence))
        else:
            yield next(iter(shown.closest(claim, shown.passage(int(passage)))), None)
