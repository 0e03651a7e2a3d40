"""What a text holds of what another denies, and whether it may deny that in other words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from qa.figures import NUMBER_WORDS
from qa.support.denial.denying import CLAUSE, COUNTING, Denial, affirmed, denies, is_denying
from qa.support.denial.privatives import is_privative
from qa.support.evidence import meaning, root, roots
from qa.support.kin import kin, relations, topics

SHARE = 0.5  # of what is denied, or of its clause, must stand in a text before that is said to affirm it
MOST = 0.6  # of it, where a word is there that may deny it
ALMOST = 0.7  # of it, where the word denied is not there
PARTS = re.compile(r"\b(?:only|alone|sole(?:ly)?|majority|minority|all but|(?<!at )most)\b", re.IGNORECASE)
REST = frozenset(map(root, ["other", "others", "rest", "remaining", "single", "some", "many", *NUMBER_WORDS]))
COPIED = 0.75  # of what is denied, where a word is there that may deny it, and the denial stands between words that are the same


def is_copied(said: Sequence[Denial], text: str, other: str) -> bool:
    """Whether a text has most of what is denied, or no word that denies in itself."""
    return not told_otherwise(text, other) or any(not denial.denied or share(denial, text) >= COPIED for denial in said)


def told_otherwise(text: str, other: str, denial: Denial | None = None) -> bool:
    """Whether a text has a word that denies in itself, and that the other has not.

    If anything of a given denial stands there, only in the clauses in which it does.
    """
    clauses = CLAUSE.split(text) if denial else [text]
    beside = [clause for clause in clauses if denial and any(is_held(word, clause) for word in denial.denied)]
    return any(
        is_privative(word) and not is_held(word, other) for clause in beside or clauses for word in roots(clause)
    )


def is_parted(text: str, other: str) -> bool:
    """Whether a text tells of one part what another denies of the rest: "only two voted" and "three did not vote"."""
    return PARTS.search(text) is not None and PARTS.search(other) is None and not REST.isdisjoint(roots(other))


def is_affirmed(denial: Denial, text: str, other: str) -> bool:
    """Whether a text says undenied what another denies: most of it, or all where it has a word that denies in itself."""
    if not denial.heads or len(denial.denied) < 2 or denial.by == "without":
        return False
    said, least = affirmed(text), MOST if denies(text) or told_otherwise(text, other, denial) else SHARE
    return all(is_held(head, said) for head in denial.heads) and share(denial, text) >= least


def is_near(denial: Denial, text: str) -> bool:
    """Whether a text tells of what is denied outright, in the same words or beside them.

    Of half where it denies too, of most of what "no" is said of.
    """
    if denial.is_soft or denial.by == "without" or not _is_told_of(denial, text):
        return False
    if denial.by in COUNTING:
        return (bool(denial.heads) and all(is_held(head, text) for head in denial.heads)) or share(denial, text) >= MOST
    return not (denial.denied and denies(text)) or share(denial, text) >= SHARE


def is_stated(denial: Denial, text: str, other: str) -> bool:
    """Whether a text says what another denies: the word denied, or almost all of what stands with it."""
    if len(denial.denied) == 1 and denial.clause <= set(denial.denied):  # "it has not been changed": by that word alone
        return denial.denied[0] in map(meaning, roots(text))
    least = 1.0 if told_otherwise(text, other) else SHARE if len(denial.denied) > 2 else MOST
    if denial.heads and not denial.is_soft and not is_about(denial.heads[0], text):
        least = max(least, ALMOST)
    return bool(denial.denied) and share(denial, text) >= least


def _is_told_of(denial: Denial, text: str) -> bool:
    """Whether a text has the word denied, or half of the words of its clause."""
    if any(is_about(head, text) for head in denial.heads[:1]):
        return True
    around = [word for word in denial.clause if not is_denying(word)]
    return sum(is_about(word, text) for word in around) >= SHARE * len(around)


def share(denial: Denial, text: str) -> float:
    """How much of what is denied a text holds."""
    return sum(is_held(word, text) for word in denial.denied) / max(1, len(denial.denied))


def is_held(word: str, text: str) -> bool:
    """Whether a text has a word, or one near it in meaning."""
    near, related, _ = _reach(text)
    return bool(kin(word) & near or relations(word) & related)


def is_about(word: str, text: str) -> bool:
    """Whether a text has a word, or one that tells of the same thing."""
    return is_held(word, text) or bool(topics(word) & _reach(text)[2])


@lru_cache(maxsize=2_000)  # a text is asked for many words
def _reach(text: str) -> tuple[frozenset[str], ...]:
    held = roots(text)
    return tuple(frozenset().union(*map(which, held)) for which in (kin, relations, topics))
