"""Exact match and token F1, with the normalisation of SQuAD (Rajpurkar et al., 2016): case, punctuation, articles, white space."""

import re
import string
from collections import Counter

ARTICLES = re.compile(r"\b(?:a|an|the)\b")
PUNCTUATION = str.maketrans("", "", string.punctuation)


def tokens(text: str) -> list[str]:
    """The words that count. Signs are deleted, not replaced by a space: ``3.5%`` becomes ``35``, as in SQuAD's own script."""
    return ARTICLES.sub(" ", text.casefold().translate(PUNCTUATION)).split()


def exact_match(said: str, gold: str) -> float:
    """1 if both are the same words in the same order."""
    return float(tokens(said) == tokens(gold))


def token_f1(said: str, gold: str) -> float:
    """Harmonic mean of precision and recall over words, each word counted as often as it stands there."""
    ours, theirs = tokens(said), tokens(gold)
    if not ours or not theirs:
        return float(ours == theirs)
    shared = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * shared / (len(ours) + len(theirs))
