"""Judges of one sample: a value from 0 to 1, or None where the question does not arise. eval/metrics.py folds many."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from eval.cases import Case, Evidence
from eval.facts import fold, holds, states
from eval.personas import NOTHING, Said
from qa.types import Answer, Citation, Hit

TOP = 5  # the k of hit@k


@dataclass(frozen=True, slots=True)
class Sample:
    """A case and what came of it. Without an answer the question failed, and ``failure`` says why.

    ``said`` is what a mocked model replied; ``texts`` are the cited documents' own texts by id.
    """

    case: Case
    hits: tuple[Hit, ...] = ()
    answer: Answer | None = None
    failure: str | None = None
    said: Said = NOTHING
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scorer:
    """A judge with its name. A failed question it concerns gets the worst value: 0, or 1 where less is better."""

    name: str
    judge: Callable[[Case, Answer, Sample], float | None]
    concerns: Callable[[Sample], bool]
    less_is_better: bool = False

    def score(self, sample: Sample) -> float | None:
        """The sample's value."""
        if sample.answer is None:
            return float(self.less_is_better) if self.concerns(sample) else None
        return self.judge(sample.case, sample.answer, sample)


def hit_at_k(case: Case, _answer: Answer, sample: Sample) -> float | None:
    """Success at k (Manning, Raghavan and Schütze, 2008, ch. 8): 1 if the first k passages hold the evidence that is needed."""
    if not case.answerable:
        return None
    found = [any(_shows(hit, piece) for hit in sample.hits[:TOP]) for piece in case.evidence]
    return float(all(found) if case.needs_all else any(found))


def quote_validity(_case: Case, answer: Answer, sample: Sample) -> float | None:
    """Share of citations with ``text[start:end] == quote`` in the library's own text of the cited document."""
    valid = [sample.texts.get(note.document_id, "")[note.start : note.end] == note.quote for note in answer.citations]
    return _share(valid)


def citation_correct(case: Case, answer: Answer, _sample: Sample) -> float | None:
    """Share of an answer's citations that are gold evidence: citation precision (ALCE, Gao et al., 2023) with gold as judge."""
    if not case.answerable:
        return None
    return _share([any(_quotes(note, piece) for piece in case.evidence) for note in answer.citations])


def fact_recall(case: Case, answer: Answer, _sample: Sample) -> float | None:
    """Share of the gold facts that the claims state: nugget recall (Voorhees, 2003)."""
    said = " ".join(claim.text for claim in answer.claims)
    return _share([states(said, fact) for fact in case.facts])


def refusal_precision(case: Case, answer: Answer, _sample: Sample) -> float | None:
    """Of the refusals, the share that was right."""
    return float(not case.answerable) if _refused(answer) else None


def refusal_recall(case: Case, answer: Answer, _sample: Sample) -> float | None:
    """Of the questions that have no answer, the share refused."""
    return None if case.answerable else float(_refused(answer))


def over_refusal(case: Case, answer: Answer, _sample: Sample) -> float | None:
    """Of the questions that have an answer, the share refused."""
    return float(_refused(answer)) if case.answerable else None


def fabrication_caught(_case: Case, answer: Answer, sample: Sample) -> float | None:
    """1 if the sentence that a model made false is not shown as supported.

    In an answer in which that sentence cannot be found it was not seen to be caught, and counts as missed.
    """
    if sample.said.change is None:
        return None
    supports = _supports(answer, sample.said.change.after)
    return float(_refused(answer) or (bool(supports) and not any(supports)))


def true_claim_flagged(_case: Case, answer: Answer, sample: Sample) -> float | None:
    """Share of a model's true sentences that are not shown as supported."""
    false = sample.said.change.after if sample.said.change else None
    return _share([True not in _supports(answer, s.text) for s in sample.said.statements if s.text != false])


def failed(_case: Case, _answer: Answer, _sample: Sample) -> float:
    """Share of questions that ended in an error, or without the model that was configured."""
    return 0.0


def _shows(hit: Hit, piece: Evidence) -> bool:
    return _named(hit.document.source, piece.document) and holds(hit.passage.text, piece.quote)


def _quotes(note: Citation, piece: Evidence) -> bool:
    return _named(note.source, piece.document) and holds(note.quote, piece.quote)


def _named(source: str, document: str) -> bool:
    """Whether a source's path ends in the document's name."""
    name = PurePath(document).parts
    return PurePath(source).parts[-len(name) :] == name


def _refused(answer: Answer) -> bool:
    return answer.status == "no_evidence"


def _supports(answer: Answer, sentence: str) -> list[bool]:
    """For each claim that is the sentence: whether it is shown as supported."""
    return [claim.support == "supported" for claim in answer.claims if fold(claim.text) == fold(sentence)]


def _share(outcomes: list[bool]) -> float | None:
    return sum(outcomes) / len(outcomes) if outcomes else None


def _answerable(sample: Sample) -> bool:
    return sample.case.answerable


SCORERS = (
    Scorer(f"hit@{TOP}", hit_at_k, _answerable),
    Scorer("quote_validity", quote_validity, _answerable),
    Scorer("citation_correct", citation_correct, _answerable),
    Scorer("fact_recall", fact_recall, _answerable),
    Scorer("refusal_precision", refusal_precision, lambda _: False),
    Scorer("refusal_recall", refusal_recall, lambda sample: not sample.case.answerable),
    Scorer("over_refusal", over_refusal, _answerable, less_is_better=True),
    Scorer("fabrications_caught", fabrication_caught, lambda sample: sample.said.change is not None),
    Scorer("true_claims_flagged", true_claim_flagged, lambda sample: bool(sample.said.statements), less_is_better=True),
    Scorer("failed", failed, lambda _: True, less_is_better=True),
)
