"""What a text holds of what another denies, and whether it may deny that in other words."""

from collections.abc import Sequence
from functools import lru_cache

from qa.support.denial.denying import CLAUSE, Denial
from qa.support.denial.privatives import is_privative
from qa.support.evidence import roots
from qa.support.kin import kin, relations

COPIED = 0.75  # of what is denied, where a word is there that may deny it, and the denial stands between words that are the same


def is_copied(said: Sequence[Denial], text: str, other: str) -> bool:
    """Whether a text has most of what is denied, or no word that denies in itself."""
    return not told_otherwise(text, other) or any(share(denial, text) >= COPIED for denial in said)


def told_otherwise(text: str, other: str, denial: Denial | None = None) -> bool:
    """Whether a text has a word that denies in itself, and that the other has not.

    If anything of a given denial stands there, only in the clauses in which it does.
    """
    clauses = CLAUSE.split(text) if denial else [text]
    beside = [clause for clause in clauses if denial and any(is_held(word, clause) for word in denial.denied)]
    return any(
        is_privative(word) and not is_held(word, other) for clause in beside or clauses for word in roots(clause)
    )


def share(denial: Denial, text: str) -> float:
    """How much of what is denied a text holds."""
    return sum(is_held(word, text) for word in denial.denied) / max(1, len(denial.denied))


def is_held(word: str, text: str) -> bool:
    """Whether a text has a word, or one near it in meaning."""
    near, related = _reach(text)
    return bool(kin(word) & near or relations(word) & related)


@lru_cache(maxsize=2_000)  # a text is asked for many words
def _reach(text: str) -> tuple[frozenset[str], frozenset[str]]:
    held = roots(text)
    return frozenset().union(*map(kin, held)), frozenset().union(*map(relations, held))
