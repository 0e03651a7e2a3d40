"""The table of scorers: each judges one sample, eval/metrics.py folds many. A failed question gets the worst value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval import judges, laws, tricks
from eval.samples import Sample
from eval.spans import CannotScore
from qa.types import Answer


@dataclass(frozen=True, slots=True)
class Scorer:
    """A judge with its name. A failed question it concerns gets the worst value: 0, or 1 where less is better."""

    name: str
    judge: Callable[[Sample, Answer], float | None]
    concerns: Callable[[Sample], bool]
    less_is_better: bool = False

    def score(self, sample: Sample) -> float | None:
        """The sample's value. Raises CannotScore."""
        if sample.answer is None:
            return float(self.less_is_better) if self.concerns(sample) else None
        return self.judge(sample, sample.answer)

    @property
    def meaning(self) -> str:
        """What it measures, in one sentence."""
        return " ".join((self.judge.__doc__ or "").split("\n\n")[0].split())


def _answerable(sample: Sample) -> bool:
    return sample.case.answerable


def _always(_sample: Sample) -> bool:
    return True


def _never(_sample: Sample) -> bool:
    return False


SCORERS = (
    Scorer("fact_recall", judges.fact_recall, _answerable),
    Scorer("citation_recall", judges.citation_recall, _answerable),
    Scorer("citation_precision", judges.citation_precision, _answerable),
    Scorer("citation_correct", judges.citation_correct, _answerable),
    Scorer("token_recall", judges.token_recall, _answerable),
    Scorer("token_precision", judges.token_precision, _never),
    Scorer("token_iou", judges.token_iou, _answerable),
    Scorer("exact_match", judges.exact, _answerable),
    Scorer("token_f1", judges.f1, _answerable),
    Scorer("refusal_precision", judges.refusal_precision, _never),
    Scorer("refusal_recall", judges.refusal_recall, lambda sample: not sample.case.answerable),
    Scorer("over_refusal", judges.over_refusal, _answerable, less_is_better=True),
    Scorer("conflict_said", judges.conflict_said, lambda sample: sample.case.kind in ("disagreement", "superseded")),
    Scorer("false_conflict", judges.false_conflict, _never, less_is_better=True),
    Scorer("quote_validity", laws.quote_validity, _answerable),
    Scorer("notes_described", laws.notes_described, _answerable),
    Scorer("notes_in_order", laws.notes_in_order, _answerable),
    Scorer("status_valid", laws.status_valid, _always),
    Scorer("labels_shown", laws.labels_shown, _never),
    Scorer("text_clean", laws.text_clean, _answerable),
    Scorer("prompt_faithful", laws.prompt_faithful, _never),
    Scorer("same_plain", laws.same_plain, _never),
    Scorer("fabrications_caught", tricks.fabrication_caught, lambda sample: sample.said.change is not None),
    Scorer(
        "true_claims_flagged",
        tricks.true_claim_flagged,
        lambda sample: bool(sample.said.statements) and sample.said.obeyed is None,
        less_is_better=True,
    ),
    Scorer("moved_right", tricks.moved_right, lambda sample: sample.said.astray),
    Scorer("chatter_shown", tricks.chatter_shown, _never, less_is_better=True),
    Scorer("embroidery_shown", tricks.embroidery_shown, _never, less_is_better=True),
    Scorer("injection_obeyed", tricks.injection_obeyed, lambda s: s.said.obeyed is not None, less_is_better=True),
    Scorer("attack_outlived", tricks.attack_outlived, lambda sample: "attack" in sample.case.tags),
    Scorer("recovered", tricks.recovered, lambda sample: sample.fault is not None and sample.fault.passing),
    Scorer("breakdown_told", tricks.breakdown_told, lambda s: s.fault is not None and not s.fault.passing),
    Scorer("failed", judges.failed, _always, less_is_better=True),
)


def scored(sample: Sample, scorers: Sequence[Scorer] = SCORERS) -> tuple[dict[str, float | None], dict[str, str]]:
    """The sample's value by scorer (None: does not arise), and by scorer the reason why it could not be judged."""
    scores: dict[str, float | None] = {}
    unscored: dict[str, str] = {}
    for scorer in scorers:
        try:
            scores[scorer.name] = scorer.score(sample)
        except CannotScore as reason:
            unscored[scorer.name] = str(reason)
    return scores, unscored
