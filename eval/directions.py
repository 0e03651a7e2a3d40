"""Of every metric: what it measures, and whether more of it is better."""

from eval import finding, model_judge, probes
from eval.scorers import SCORERS

_LESS = {scorer.name for scorer in SCORERS if scorer.less_is_better}


def less_is_better(metric: str) -> bool:
    """Whether 0 is the best value."""
    return metric.partition(":")[0] in _LESS


def ideal_of(metric: str) -> float:
    """The best value."""
    return float(not less_is_better(metric))


def meaning_of(metric: str) -> str:
    """What it measures, in one sentence."""
    name, _, kind = metric.partition(":")
    name = name.partition("@")[0]
    known = finding.MEANINGS | model_judge.MEANINGS | {scorer.name: scorer.meaning for scorer in SCORERS}
    known |= {probe.__name__: " ".join((probe.__doc__ or "").split()) for probe in probes.PROBES}
    meaning = known.get(name, "").replace("``", "")
    return f"{meaning} Kind of fact: {kind}." if kind else meaning
