"""Claims tied to the shown sentences that carry them, and claims to numbered notes. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qa.drafts import Draft, parse, plain, quoted, without_bullet
from qa.likeness import Likeness
from qa.mending import carrier, companion, objections, with_meaning
from qa.shown import Ref, Shown
from qa.support import is_lack
from qa.types import Citation, Claim, Hit, Origin, Support

__all__ = [
    "Draft",
    "Ref",
    "TiedClaim",
    "citation",
    "marked",
    "number",
    "parse",
    "plain",
    "quoted",
    "tie",
    "without_bullet",
]

LABELS: dict[Support, str] = {
    "supported": "",
    "unsupported": " (not supported by the documents)",
    "uncited": " (without a source in the documents)",
}


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


def tie(drafts: Iterable[Draft], hits: Sequence[Hit], likeness: Likeness | None = None) -> list[TiedClaim]:
    """Check each claim against the sentences it came with; where that fails, look for a shown one that carries it, alone or with them.

    ``likeness`` is asked about a claim of which none of them holds enough words, and which fails by nothing else.
    """
    shown = Shown(hits)
    return [_tied(draft, shown, likeness) for draft in drafts]


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
    document, span = hit.document, hit.sentences[sentence]
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
        passage_id=hit.holder(sentence).id,
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


def _tied(draft: Draft, shown: Shown, likeness: Likeness | None) -> TiedClaim:
    text, refs = draft.text, draft.refs
    found = objections(text, refs, shown) if refs else ()
    better = carrier(text, shown.share(text, refs) if refs and not found else 0.0, shown)
    if better is not None:
        return TiedClaim(text, (better,), "mended")
    second = companion(text, refs, shown) if found and all(map(is_lack, found)) else None
    if second is not None:
        return TiedClaim(text, (*refs, second), "mended")
    if likeness:
        found = with_meaning(found, text, refs, shown, likeness)
    unknown = ("it cites sentences that were not shown",) if draft.ids and not refs else ()
    return TiedClaim(text, refs, "model", found + unknown)


def _numbered(claim: TiedClaim, notes: dict[Ref, Citation]) -> Claim:
    citations = tuple(notes[ref].number for ref in claim.refs)
    support: Support = "uncited" if not citations else "unsupported" if claim.problems else "supported"
    return Claim(claim.text, citations, support, claim.problems)
