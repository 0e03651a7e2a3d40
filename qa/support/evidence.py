"""What a claim is held against, and both in a form in which they can be compared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from qa.figures import days_in_words
from qa.names import abbreviations, in_one_word, named_after_states, spelled_out, with_states_folded
from qa.sentences import SENTENCE_LIMIT
from qa.support.synonyms import GROUPS
from qa.support.verbs import BASES
from qa.words import WORD, content_stems, stem, stems

DEGREES = re.compile(r"(?<=\d) ?°\s?([CF])\b")
_SCALES = {"C": "Celsius", "F": "Fahrenheit"}
WARS = (
    (re.compile(r"\b(?:World War (?:Two|2)|(?:the )?Second World War|WW ?(?:II|2))\b"), "World War II"),
    (re.compile(r"\b(?:World War (?:One|1)|(?:the )?First World War|WW ?(?:I|1))\b"), "World War I"),
)
KOREAN = re.compile(r"Korea|Seoul|Pyongyang|\b(?:DPRK|ROK)\b")
COMPASS = re.compile(
    r"\b[Tt]he (?:North|South)\b(?! [A-Z])|(?<=U\.S\. )(?:North|South)\b(?! [A-Z])"
)  # in Korea these are states
MILLIONS = re.compile(r"([$€£]\d+(?:\.\d+)?)m\b")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentences that a claim cites.

    ``header`` (title, publisher, date) may supply names and dates that a sentence leaves to it; ``passage`` may supply names ("he",
    "the minister"), a table's units, and what "the same number" and "those two" stand for, but no other figures. ``published`` has the
    day of each sentence's document, by which "this month" is read; it may be left out. ``publishers``: who published and wrote it, and
    speaks in it as "we". ``known``: what is known to be a name, wherever it stands, so that it is one at the beginning of a claim too.
    ``earlier``: what is shown of the documents before the passages cited; it may supply a name where a sentence leaves somebody
    unnamed.
    """

    sentences: tuple[str, ...]
    header: str = ""
    passage: str = ""
    published: tuple[date | None, ...] = ()
    publishers: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    earlier: str = ""

    @property
    def sources(self) -> str:
        """All who published or wrote what is cited."""
        return " ".join(dict.fromkeys(self.publishers))

    @property
    def joined(self) -> str:
        """The sentences as one text."""
        return " ".join(self.sentences)


def made_comparable(claim: str, evidence: Evidence) -> tuple[str, Evidence]:
    """Both with states folded to one word, and abbreviations beside the words that spell them."""
    papers = named_after_states(claim, evidence.sources)
    elsewhere = (
        KOREAN.search(f"{claim} {evidence.joined} {evidence.header} {evidence.passage} {evidence.earlier}") is None
    )

    def told_plainly(text: str) -> str:
        return _folded(in_one_word(COMPASS.sub(_in_small_letters, text) if elsewhere else text, papers))

    folded = told_plainly(claim)

    def comparable(text: str) -> str:
        told = told_plainly(text)
        return " ".join([told, *abbreviations(text, folded), *map(with_states_folded, spelled_out(text, claim))])

    return folded, replace(
        evidence,
        sentences=tuple(comparable(sentence[:SENTENCE_LIMIT]) for sentence in evidence.sentences),
        header=comparable(evidence.header),
        passage=comparable(evidence.passage),
        publishers=tuple(map(comparable, evidence.publishers)),
        earlier=comparable(evidence.earlier),
    )


@lru_cache(maxsize=2_000)  # a passage is held against many claims
def _folded(text: str) -> str:
    spelled = DEGREES.sub(lambda match: f" degrees {_SCALES[match[1]]}", text)
    for pattern, name in WARS:
        spelled = pattern.sub(name, spelled)
    return with_states_folded(MILLIONS.sub(r"\1 million", days_in_words(spelled)))


def _in_small_letters(match: re.Match[str]) -> str:
    return match[0].lower()


def flat(text: str) -> str:
    """Words only, in small letters."""
    return " ".join(WORD.findall(text.casefold().replace("’", "'")))


def roots(text: str) -> list[str]:
    """The stem of every word in order, that of the base form where a verb is irregular: "built" and "build" are one."""
    return [BASES.get(word, word) for word in stems(text)]


def meaning(word: str) -> str:
    """One root for all of a group of synonyms."""
    return GROUPS.get(word, word)


def meanings(text: str) -> set[str]:
    """The roots of a text, with one for all words of a group of synonyms."""
    return set(map(meaning, roots(text)))


def content_roots(text: str) -> set[str]:
    """The roots of a text's content words."""
    return _as_bases(content_stems(text))


def content_meanings(text: str) -> set[str]:
    """The meanings of a text's content words."""
    return set(map(meaning, content_roots(text)))


def cover(claim: str, text: str) -> float:
    """Share of the claim's content words, by meaning, that the text holds; 1.0 for a claim without content words."""
    wanted = content_meanings(claim)
    return len(wanted & meanings(text)) / len(wanted) if wanted else 1.0


def nearest(claim: str, evidence: Evidence) -> str:
    """The cited sentence that holds most of the claim; empty when none is cited."""
    return max(evidence.sentences, key=lambda sentence: cover(claim, sentence), default="")


def root(word: str) -> str:
    """Of one word."""
    return BASES.get(stem(word), stem(word))


def _as_bases(words: Iterable[str]) -> set[str]:
    return {BASES.get(word, word) for word in words}
