"""What a reader must know about an answer, in words: no colour, no sign that has to be learnt."""

from qa.types import Answer, Claim

REFUSED = "No answer"
CONFLICT = "Sources disagree"
PARTIAL = "Partly supported"
DEGRADED = "Without the model"


def labels(answer: Answer) -> list[str]:
    """One line each: a refusal, a conflict, a partial answer, a model that failed, what was preferred. Empty when there is nothing."""
    lines = []
    if answer.status == "no_evidence":
        lines.append(f"{REFUSED}: {answer.reason}")
    elif answer.status == "conflict":
        lines.append(answer.reason or f"{CONFLICT}: each side is given with its source and its date.")
    elif answer.status == "partial":
        lines.append(f"{PARTIAL}: {answer.reason}")
    elif answer.reason and answer.mode != "degraded":
        lines.append(answer.reason)
    if answer.mode == "degraded":
        told = "" if answer.status in ("no_evidence", "partial") else f" {answer.reason}"
        lines.append(f"{DEGRADED}: these are the documents' own sentences.{told}")
    return lines


def doubts(claim: Claim) -> str:
    """Why a claim is not supported; empty for one that is."""
    if claim.support == "supported":
        return ""
    return f"{claim.support}: {'; '.join(claim.problems) or 'it names no sentence it rests on'}"
