"""Words as retrieval and the support checks see them."""

import re
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")

# Function words and the words questions are made of: they carry no topic.
STOP_WORDS = frozenset(
    """
    a about above after again against all am an and any are as at be because been before being below between both but by can
    could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it
    its itself just me more most my no nor not of off on once only or other our out over own s same she should so some such t than
    that the their them then there these they this those through to too under until up upon us very was we were what when where which
    while who whom whose why will with would you your
    according say says said yes
    """.split()
)
QUESTION_WORDS = frozenset("tell show give list name many much".split())  # what one asks with, though it can be a topic

# Stems of words that deny what follows them.
NEGATIONS = frozenset(
    "not no never none neither nor without cannot dismiss deni reject refus unlik fail exclud prohibit".split()
)


def content_stems(text: str) -> set[str]:
    """The stems of a text's content words."""
    return set(stems(text)) - _stop_stems()


def stems(text: str) -> list[str]:
    """The stem of every word, in order; possessive endings and typographic apostrophes are folded."""
    return [stem(word) for word in _plain(WORD.findall(text.casefold()))]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Porter's second stemmer (snowballstem.org) for English; other words come back as they are."""
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=50_000)
def porter_stem(word: str) -> str:
    """Porter's first stemmer, which is that of SQLite's full text index."""
    return str(_first_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _first_stemmer() -> "snowballstemmer.PorterStemmer":
    return snowballstemmer.stemmer("porter")


@lru_cache(maxsize=1)
def _stemmer() -> "snowballstemmer.EnglishStemmer":
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=1)
def _stop_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in STOP_WORDS) | STOP_WORDS


def _plain(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        folded = word.replace("’", "'").removesuffix("'s").replace(".", "")
        yield from filter(None, folded.split("-"))
