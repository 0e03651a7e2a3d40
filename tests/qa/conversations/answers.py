"""Answers of every kind, made by hand."""

from datetime import date
from typing import Any

from qa.types import Answer, Citation, Claim, Usage


def citation(number: int = 1, **changes: Any) -> Citation:
    """A note on a sentence of a document of ours."""
    values: dict[str, Any] = {
        "number": number, "document_id": "d1", "title": "The budget", "publisher": "Harbor Brief", "author": None,
        "published": date(2025, 11, 14), "published_estimated": False, "page": None, "source": "budget.md",
        "quote": "The council agreed to raise spending to 3.5% of income.", "start": 14, "end": 69, "passage_id": "p1",
        "origin": "model",
    }  # fmt: skip
    return Citation(**values | changes)


def answer(question: str = "What did the council agree?", **changes: Any) -> Answer:
    """An answer of one supported claim, or with these changes."""
    values: dict[str, Any] = {
        "id": "a1", "question": question, "status": "answered", "reason": None,
        "text": "The council raises spending to 3.5% of income [1].",
        "claims": (Claim("The council raises spending to 3.5% of income.", (1,), "supported"),),
        "citations": (citation(),), "mode": "llm", "model": "m", "usage": Usage(100, 10, 0.25),
        "timings_ms": {"retrieve": 1.5, "generate": 2.0, "verify": 0.5, "total": 4.0},
    }  # fmt: skip
    return Answer(**values | changes)


REFUSED = answer(
    status="no_evidence", text="", claims=(), citations=(), reason="The 3 documents do not answer this; try others."
)
DEGRADED = answer(mode="degraded", reason="The model sent no word within 60 seconds.")
PARTIAL = answer(
    status="partial",
    reason="1 of 2 statements could not be tied to the documents.",
    text="The council raises spending to 3.5% of income [1]. It was unanimous [1] (unsupported).",
    claims=(
        Claim("The council raises spending to 3.5% of income.", (1,), "supported"),
        Claim("It was unanimous.", (1,), "unsupported", ("“unanimous” is not in the cited sentences",)),
    ),
)
CONFLICT = answer(
    status="conflict",
    text="The council raises spending to 3.5% of income [1]. The opposition rejected the plan [2].",
    claims=(
        Claim("The council raises spending to 3.5% of income.", (1,), "supported"),
        Claim("The opposition rejected the plan.", (2,), "supported"),
    ),
    citations=(
        citation(),
        citation(
            2, document_id="d2", title="The critics", publisher="Tide Review", published=date(2025, 12, 1),
            quote="The opposition rejected the plan to raise spending.", source="critics.md",
        ),
    ),
)  # fmt: skip
