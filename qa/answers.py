"""Claims to an Answer, or to a refusal with its reason."""

import dataclasses
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from qa import citing
from qa.disagreeing import Disagreement, side
from qa.events import ClaimSettled
from qa.prompts import DISAGREE
from qa.types import Answer, Hit, Mode, Usage


@dataclass(frozen=True, slots=True)
class Drafted:
    """What an answerer made of the hits: claims, checked, in the order in which they are to be read.

    ``failure`` says what failed when a configured model could not answer. ``disagreement`` is between two of the claims;
    ``dropped`` counts the statements that were left out because no document supports them; ``preferred`` says what documents
    were, because the question names it.
    """

    claims: Sequence[citing.TiedClaim]
    mode: Mode
    model: str | None = None
    failure: str | None = None
    usage: Usage = field(default_factory=Usage)
    disagreement: Disagreement | None = None
    dropped: int = 0
    preferred: Sequence[str] = ()


def answer(question: str, drafted: Drafted, hits: Sequence[Hit], timings: Mapping[str, float]) -> Answer:
    """The Answer that the claims make; at least one of them must be supported."""
    sides = _sides(drafted, hits)
    text, claims, citations = citing.number(drafted.claims, hits, sides)
    failed = sum(claim.support != "supported" for claim in claims)
    doubt = f"{failed} of {len(claims)} statements could not be tied to the documents." if failed else None
    clash = f"The sources disagree: {' and '.join(sides.values())}." if sides else None
    return Answer(
        id=uuid.uuid4().hex,
        question=question,
        status="conflict" if sides else "partial" if failed else "answered",
        reason=" ".join(filter(None, [drafted.failure, clash, doubt, _left_out(drafted), _preference(drafted)]))
        or None,
        text=f"{DISAGREE} {text}" if sides else text,
        claims=claims,
        citations=citations,
        mode=drafted.mode,
        model=drafted.model,
        usage=drafted.usage,
        timings_ms=timings,
    )


def refusal(question: str, drafted: Drafted, reason: str, timings: Mapping[str, float]) -> Answer:
    """The Answer that says that the documents do not hold one."""
    return Answer(
        id=uuid.uuid4().hex,
        question=question,
        status="no_evidence",
        reason=" ".join(filter(None, [drafted.failure, reason, _left_out(drafted), _preference(drafted)])),
        text="",
        claims=(),
        citations=(),
        mode=drafted.mode,
        model=drafted.model,
        usage=drafted.usage,
        timings_ms=timings,
    )


def without_unsupported(drafted: Drafted) -> Drafted:
    """The same without the claims that failed their checks; how many they were is kept."""
    kept = [place for place, claim in enumerate(drafted.claims) if claim.supported]
    found = drafted.disagreement
    if found is not None:  # its sides are supported, and only move up
        found = dataclasses.replace(found, sides=(kept.index(found.sides[0]), kept.index(found.sides[1])))
    claims = [drafted.claims[place] for place in kept]
    return dataclasses.replace(drafted, claims=claims, disagreement=found, dropped=len(drafted.claims) - len(kept))


def _sides(drafted: Drafted, hits: Sequence[Hit]) -> dict[int, str]:
    """The source and date of each side of a disagreement, by its claim's place; the earlier first."""
    found = drafted.disagreement
    if found is None:
        return {}
    documents = [hits[drafted.claims[place].refs[0].hit].document for place in found.sides]
    later = (False, found.dated)
    return {
        place: side(document, later=last) for place, document, last in zip(found.sides, documents, later, strict=True)
    }


def _left_out(drafted: Drafted) -> str | None:
    if not drafted.dropped:
        return None
    counted = "1 statement" if drafted.dropped == 1 else f"{drafted.dropped} statements"
    return f"{counted} that no document supports {'was' if drafted.dropped == 1 else 'were'} left out."


def _preference(drafted: Drafted) -> str | None:
    return f"Preferred: documents {' or '.join(drafted.preferred)}." if drafted.preferred else None


def settled(answer: Answer) -> list[ClaimSettled]:
    """Each claim with the citations it refers to, for those who read along."""
    by_number = {citation.number: citation for citation in answer.citations}
    return [ClaimSettled(claim, tuple(by_number[n] for n in claim.citations)) for claim in answer.claims]


def as_json(value: Any) -> Any:
    """Dataclasses as plain JSON values: the contract's form of an Answer, a Citation, a Claim."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {each.name: as_json(getattr(value, each.name)) for each in dataclasses.fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    return value
