"""Claims tied to the shown sentences that carry them, and claims to numbered notes. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.drafts import Draft, parse, plain, without_bullet
from qa.shown import Ref, Shown
from qa.support import problems
from qa.types import Citation, Claim, Hit, Origin, Support

__all__ = ["Ref", "TiedClaim", "citation", "marked", "number", "parse", "plain", "tie", "without_bullet"]

TRIED = 3  # sentences that a claim may be moved to, the nearest first
NEAR = 0.75  # of the nearest one's share of the claim's words
OUTDONE = 2.0  # so many times the share of the claim's words, and another sentence is what it rests on


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


def tie(drafts: Iterable[Draft], hits: Sequence[Hit]) -> list[TiedClaim]:
    """Check each claim against the sentences it came with; where that fails, look for a shown sentence that carries it."""
    shown = Shown(hits)
    return [_tied(draft, shown) for draft in drafts]


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


def _tied(draft: Draft, shown: Shown) -> TiedClaim:
    found = problems(draft.text, shown.evidence(draft.refs)) if draft.refs else ()
    cited = shown.share(draft.text, draft.refs) if draft.refs and not found else 0.0
    others = _candidates(draft.text, shown, least=OUTDONE * cited)
    carrier = next((ref for ref in others if not problems(draft.text, shown.evidence([ref]))), None)
    if draft.refs and not found and carrier is None:
        return TiedClaim(draft.text, draft.refs, "model")
    if carrier is not None:
        return TiedClaim(draft.text, (carrier,), "mended")
    unknown = ("it cites sentences that were not shown",) if draft.ids and not draft.refs else ()
    return TiedClaim(draft.text, draft.refs, "model", found + unknown)


def _candidates(claim: str, shown: Shown, least: float) -> list[Ref]:
    """The sentences nearest to a claim, about equally near: what is farther off than one that speaks against it is no evidence."""
    nearest = shown.closest(claim, shown.prose(), TRIED)
    shares = {ref: shown.share(claim, [ref]) for ref in nearest}
    return [ref for ref in nearest if shares[ref] > least and shares[ref] >= NEAR * shares[nearest[0]]]


def _numbered(claim: TiedClaim, notes: dict[Ref, Citation]) -> Claim:
    citations = tuple(notes[ref].number for ref in claim.refs)
    support: Support = "uncited" if not citations else "unsupported" if claim.problems else "supported"
    return Claim(claim.text, citations, support, claim.problems)
