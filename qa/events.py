"""What happens while a question is answered, in order."""

from dataclasses import dataclass

from qa.types import Answer, Citation, Claim, Hit


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Event: a follow-up question was understood as this one, which is answered."""

    question: str


@dataclass(frozen=True, slots=True)
class Found:
    """Event: retrieval is done."""

    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Delta:
    """Event: a piece of the model's draft, for the eye only; ids in it are not yet checked."""

    text: str


@dataclass(frozen=True, slots=True)
class ClaimSettled:
    """Event: a claim with its checks done."""

    claim: Claim
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """Event: the last of every question."""

    answer: Answer


Event = Rewritten | Found | Delta | ClaimSettled | Answered
