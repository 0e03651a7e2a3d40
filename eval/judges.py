"""Judges of an answer: a value from 0 to 1, or None where the question does not arise. Raises CannotScore where it cannot tell."""

from eval.facts import fold, states
from eval.samples import Sample, refused
from eval.spans import alce, overlap, quotes
from eval.squad import exact_match, token_f1
from qa.types import Answer


def citation_correct(sample: Sample, answer: Answer) -> float | None:
    """Share of an answer's citations that are gold evidence."""
    if not sample.case.answerable:
        return None
    return share([any(quotes(note, piece) for piece in sample.case.evidence) for note in answer.citations])


def citation_recall(sample: Sample, answer: Answer) -> float | None:
    """ALCE citation recall: share of claims that their citations entail, with gold as judge of entailment."""
    return (
        None
        if not sample.case.answerable
        else share(alce(sample.case, answer.claims, answer.citations, sample.false)[0])
    )


def citation_precision(sample: Sample, answer: Answer) -> float | None:
    """ALCE citation precision: share of citations that belong to an entailed claim and that it needs."""
    return (
        None
        if not sample.case.answerable
        else share(alce(sample.case, answer.claims, answer.citations, sample.false)[1])
    )


def conflict_said(sample: Sample, answer: Answer) -> float | None:
    """Of the questions about a disagreement or something superseded, the share whose status is conflict."""
    return float(answer.status == "conflict") if sample.case.kind in ("disagreement", "superseded") else None


def false_conflict(sample: Sample, answer: Answer) -> float | None:
    """Of the other questions, the share whose status is conflict."""
    return None if sample.case.kind in ("disagreement", "superseded") else float(answer.status == "conflict")


def token_recall(sample: Sample, answer: Answer) -> float | None:
    """Share of the evidence's words that are cited; nothing is cited by a refusal."""
    return overlap(sample.case, answer.citations, sample.texts).recall if sample.case.answerable else None


def token_precision(sample: Sample, answer: Answer) -> float | None:
    """Share of the cited words that are evidence."""
    if not sample.case.answerable or not answer.citations:
        return None
    return overlap(sample.case, answer.citations, sample.texts).precision


def token_iou(sample: Sample, answer: Answer) -> float | None:
    """Cited words that are evidence, over words that are either."""
    return overlap(sample.case, answer.citations, sample.texts).iou if sample.case.answerable else None


def fact_recall(sample: Sample, answer: Answer) -> float | None:
    """Share of the gold facts that the claims state: nugget recall (Voorhees, 2003)."""
    return share([states(said(answer), fact) for fact in sample.case.facts])


def exact(sample: Sample, answer: Answer) -> float | None:
    """Exact match with the gold answer (SQuAD)."""
    return exact_match(said(answer), sample.case.answer) if sample.case.answer else None


def f1(sample: Sample, answer: Answer) -> float | None:
    """Token F1 with the gold answer (SQuAD)."""
    return token_f1(said(answer), sample.case.answer) if sample.case.answer else None


def refusal_precision(sample: Sample, answer: Answer) -> float | None:
    """Of the refusals, the share that was right."""
    return float(not sample.case.answerable) if refused(answer) else None


def refusal_recall(sample: Sample, answer: Answer) -> float | None:
    """Of the questions that have no answer, the share refused."""
    return None if sample.case.answerable else float(refused(answer))


def over_refusal(sample: Sample, answer: Answer) -> float | None:
    """Of the questions that have an answer, the share refused."""
    return float(refused(answer)) if sample.case.answerable else None


def failed(_sample: Sample, _answer: Answer) -> float:
    """Share of questions that ended in an error, or without the model that was configured."""
    return 0.0


def said(answer: Answer) -> str:
    """The claims' words, without notes and labels."""
    return " ".join(claim.text for claim in answer.claims)


def supports(answer: Answer, sentence: str) -> list[bool]:
    """For each claim that is the sentence: whether it is shown as supported."""
    return [claim.support == "supported" for claim in answer.claims if fold(claim.text) == fold(sentence)]


def share(outcomes: list[bool]) -> float | None:
    """How many of them are true; None of nothing."""
    return sum(outcomes) / len(outcomes) if outcomes else None
