"""Claims tied to the shown sentences that carry them, and claims to numbered notes. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qa.drafts import Draft, parse, plain, quoted, without_bullet
from qa.ports import Likeness, nothing_alike
from qa.shown import Ref, Shown
from qa.support import THIN, problems
from qa.types import Citation, Claim, Hit, Origin, Support
from qa.words import content_stems

__all__ = [
    "Draft",
    "Ref",
    "TiedClaim",
    "citation",
    "marked",
    "number",
    "objections",
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

TRIED = 3  # sentences that a claim may be moved to, the nearest first
NEAR = 0.75  # of the nearest one's share of the claim's words
RIVALS = 10  # sentences that a cited one is compared with where it goes by meaning: each costs some 20 ms
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


def tie(drafts: Iterable[Draft], hits: Sequence[Hit], alike: Likeness = nothing_alike) -> list[TiedClaim]:
    """Check each claim against the sentences it came with; where that fails, look for a shown sentence that carries it.

    ``alike`` is asked about a claim of which neither its own sentences nor any other hold enough words, and which fails by nothing else.
    """
    shown = Shown(hits)
    return [_tied(draft, shown, alike) for draft in drafts]


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


def _tied(draft: Draft, shown: Shown, alike: Likeness) -> TiedClaim:
    found = _problems(draft.text, draft.refs, shown) if draft.refs else ()
    cited = shown.share(draft.text, draft.refs) if draft.refs and not found else 0.0
    others = _candidates(draft.text, shown, least=OUTDONE * cited)
    carrier = next((ref for ref in others if not _problems(draft.text, [ref], shown)), None)
    if carrier is not None:
        return TiedClaim(draft.text, (carrier,), "mended")
    if draft.refs and (not found or (found == (THIN,) and _is_meant(draft.text, draft.refs, shown, alike))):
        return TiedClaim(draft.text, draft.refs, "model")
    unknown = ("it cites sentences that were not shown",) if draft.ids and not draft.refs else ()
    return TiedClaim(draft.text, draft.refs, "model", found + unknown)


def objections(claim: str, refs: Sequence[Ref], shown: Shown, alike: Likeness) -> tuple[str, ...]:
    """What speaks against a claim that rests on these sentences and no others."""
    found = _problems(claim, refs, shown)
    return () if found == (THIN,) and _is_meant(claim, refs, shown, alike) else found


def _is_meant(claim: str, refs: Sequence[Ref], shown: Shown, alike: Likeness) -> bool:
    """Whether these sentences say what the claim says, and none of those that share more of its words says it more nearly."""
    rivals = [ref for ref in shown.closest(claim, shown.prose(), RIVALS) if ref not in refs]
    return alike(claim, shown.evidence(refs).joined, [shown.sentence(ref).text for ref in rivals])


def _problems(claim: str, refs: Sequence[Ref], shown: Shown) -> tuple[str, ...]:
    """What speaks against a claim; also where it has words that only an order in a document has, whatever else it shares."""
    evidence = shown.evidence(refs)
    own = content_stems(claim) - content_stems(" ".join([*evidence.sentences, evidence.header]))
    dictated = own and any(own & words for words in shown.dictated())
    return (*problems(claim, evidence), *(["it says what an order in a document wants said"] if dictated else []))


def _candidates(claim: str, shown: Shown, least: float) -> list[Ref]:
    """The sentences nearest to a claim, about equally near: what is farther off than one that speaks against it is no evidence."""
    nearest = shown.closest(claim, shown.prose(), TRIED)
    shares = {ref: shown.share(claim, [ref]) for ref in nearest}
    return [ref for ref in nearest if shares[ref] > least and shares[ref] >= NEAR * shares[nearest[0]]]


def _numbered(claim: TiedClaim, notes: dict[Ref, Citation]) -> Claim:
    citations = tuple(notes[ref].number for ref in claim.refs)
    support: Support = "uncited" if not citations else "unsupported" if claim.problems else "supported"
    return Claim(claim.text, citations, support, claim.problems)
