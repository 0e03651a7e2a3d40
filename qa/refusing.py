"""Whether the best sentence found answers the question, or nothing does: a small fitted rule, for answers without a model. Pure.

A logistic regression over the signs below. ``python -m bench.grounding refusing --fit`` fits it again and prints the constants;
docs/grounding.md says what it is worth and what it cannot see.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa.names import with_states_folded
from qa.questions import asks_for, holds_a_value, itself
from qa.shown import Ref, Shown, header
from qa.support.comparison import directions
from qa.support.denial import denials
from qa.support.evidence import content_meanings, made_comparable
from qa.support.figures import amounts, days
from qa.support.figures.spans import ORDINALS
from qa.support.names import displacing, naming
from qa.types import Hit

HALF = 0.5  # of the question's words; to hold more of them is no sign of an answer, for close misses do as well
_FACTS = (
    amounts.unfounded_figures,
    days.unfounded_days,
    naming.unfounded_names,
    displacing.displaced_names,
    directions.turned_comparisons,
)
_ORDINALS = {word: number for number, word in enumerate(ORDINALS[:12], start=1)}
_ORDINAL = re.compile(rf"\b(?:(\d+)(?:st|nd|rd|th)|({'|'.join(_ORDINALS)}))\b", re.IGNORECASE)


class Signs(NamedTuple):
    """What is looked at, each a number.

    ``logit``: the reranker's of the best sentence. ``below``: the same where it is negative, else 0: there it tells more.
    ``contradictions``: 0 to 2, one for a figure, day, name or comparison of the question that the sentence lacks or has otherwise,
    one for a denial that only one of them has. ``no_value``: 1 where a figure or a date is asked for and the passage has none.
    ``unheld``: by how much the share of the question's content words that the passages hold falls short of a half.
    """

    logit: float
    below: float
    contradictions: float
    no_value: float
    unheld: float


WEIGHTS = Signs(0.067, 0.178, -1.022, -4.497, -7.889)
CONSTANT = 0.723
LEAST = -1.24  # log odds; below it lie 2% of the answerable questions that the rule was fitted on


def is_answered(question: str, hits: Sequence[Hit], best: Ref, logit: float) -> bool:
    """Whether the sentence that the reranker likes best is to be given for an answer."""
    return log_odds(signs(question, hits, best, logit)) >= LEAST


def log_odds(found: Signs) -> float:
    """Of the question being answered; only their order and LEAST mean something, for off-topic questions weighed little in the fit."""
    return CONSTANT + sum(weight * sign for weight, sign in zip(WEIGHTS, found, strict=True))


def signs(question: str, hits: Sequence[Hit], best: Ref, logit: float) -> Signs:
    """What speaks for and against the best of the sentences found; ``logit`` is its score."""
    asked, text = asks_for(question), hits[best.hit].holder(best.sentence).text
    lacking = asked in ("figure", "date") and not holds_a_value(asked, text, question)
    share = held_share(question, hits)
    return Signs(logit, min(logit, 0.0), _contradictions(question, hits, best), float(lacking), max(0.0, HALF - share))


def held_share(question: str, hits: Sequence[Hit]) -> float:
    """Share of the question's content words, by meaning, that any passage holds, its title and heading included.

    0 for a question without any, like "???": what it names is nowhere.
    """
    wanted = content_meanings(with_states_folded(question))
    texts = (f"{header(hit.document)} {hit.passage.heading} {hit.passage.text}" for hit in hits)
    held: set[str] = set().union(*(content_meanings(with_states_folded(text)) for text in texts))
    return len(wanted & held) / len(wanted) if wanted else 0.0


def _contradictions(question: str, hits: Sequence[Hit], best: Ref) -> float:
    """The checks of a claim, made of the question: what it takes for granted should stand in a sentence that answers it."""
    claim, evidence = made_comparable(itself(question).strip().rstrip("?"), Shown(hits).evidence([best]))
    wrong = any(any(check(claim, evidence)) for check in _FACTS)
    wrong = wrong or not set(_ordinals(claim)) <= set(_ordinals(evidence.joined))
    return float(wrong) + float(any(denials.turned_denials(claim, evidence)))


def _ordinals(text: str) -> Iterator[int]:
    for digits, word in _ORDINAL.findall(text):
        yield int(digits) if digits else _ORDINALS[word.casefold()]
