"""Counts that the evidence does not give, but lets one make: "three conditions" of three that are named, "the two" of two."""

import re
from collections.abc import Iterator, Sequence

from qa.figures import Figure, figures
from qa.names import PLACES
from qa.support.evidence import Evidence
from qa.support.figures.beside import around
from qa.support.figures.spans import ORDINALS
from qa.words import stem

TWO = re.compile(
    r"\b(?i:both|neither|either|each other|couple|pair|twice|double[ds]?)\b|[A-Z][\w.]+ and (?:[A-Z]\w+\.? )*[A-Z]"
)
COUPLED = re.compile(
    r"\b(?:an?|the|one|his|her|its|their) (?:[\w'’-]+ )+?(?:\([^)]*\) )?and (?:an?|the|one|his|her|its|their) ",
    re.IGNORECASE,
)
RANK = re.compile(rf"\b(?:(\d+)(?:st|nd|rd|th)|({'|'.join(ORDINALS)}))[ -](?:most\b|\w+est\b)", re.IGNORECASE)
ONLY = re.compile(r"\b(?:only|just|but|behind|after) $", re.IGNORECASE)
WITH = re.compile(r"\b[A-Z][\w.]+ [^.;]*?\b(?:with|than|from|to|by|against|or) (?:[a-z]+ )?[A-Z]")
DEFINITE = re.compile(r"\b(?:the|these|those|of|its|their|his|her) $", re.IGNORECASE)
PARTIES = re.compile(
    r"\b(?:countries|states|governments|nations|capitals|allies|sides|parties|leaders|presidents)\b", re.IGNORECASE
)
BETWEEN = re.compile(
    r"\b(?:agreements?|deals?|talks|negotiat\w+|accords?|treat(?:y|ies)|contracts?|disputes?|marri\w+|alliances?|rivals?|rivalry|match|games?"
    r"|finals?|duels?|bilateral|ceasefires?|truces?|pacts?|mergers?|summits?)\b",
    re.IGNORECASE,
)
THESE = re.compile(r"\b(?:these|those|them|both|each|all|neither|either|they)\b", re.IGNORECASE)
MULTIPLES = {
    re.compile(pattern, re.IGNORECASE): count
    for pattern, count in (
        (r"\b(?:tripl(?:e[ds]?|ing)|threefold|three-fold|thrice|trio|trilogy|triplets?)\b", 3),
        (r"\b(?:quadrupl(?:e[ds]?|ing)|fourfold|four-fold|quartet|quadruplets?)\b", 4),
        (r"\b(?:twofold|two-fold|duo|twins?|doubling)\b", 2),
        (r"\b(?:fivefold|five-fold|quintet|quintuple[ds]?)\b", 5),
        (r"\b(?:tenfold|ten-fold)\b", 10),
        (r"\b(?:every other|biennial(?:ly)?|bilateral(?:ly)?)\b", 2),
        (r"\b(?:quadrennial(?:ly)?)\b", 4),
        (r"\b(?:centenary|centennial)\b", 100),
        (r"\b(?:bicentenary|bicentennial)\b", 200),
    )
}
LIST = re.compile(r"[^,;:.()]+(?:, (?!and |or )[^,;:.()]+)*,? (?:and|or|as well as) [^,;:.()]+")
LISTED = re.compile(r"[^;:.]+(?:; (?!and )[^;:.]+)*; and ")
FEW = 12
SHORT = 4  # words of one of a list; a longer one begins with what the list belongs to


def is_counted(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "Three conditions", and three sentences that name them; "two governments", and "both"."""
    if figure.value == len(evidence.sentences) > 1 or (figure.value == 2 and TWO.search(evidence.joined)):
        return True
    states = {place for place in PLACES if re.search(rf"\b{place}\b", evidence.joined)}
    if figure.value == len(states) > 1 and PARTIES.search(claim):
        return True
    years = {each.value for each in figures(claim) if each.is_year} & {e.value for e in figures(evidence.joined)}
    if figure.value == len(years) > 1 or _is_named_before(figure, claim, evidence):
        return True
    if any(figure.value == count for words, count in MULTIPLES.items() if words.search(evidence.joined)):
        return True
    if _is_ranked(figure, claim, evidence):
        return True
    return not _counted_otherwise(figure, claim, evidence) and (
        _is_pair(figure, claim, evidence) or any(figure.value == count for count in _listed(evidence.sentences))
    )


def _is_named_before(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "The two readings", where the sentence says "them" and the passage "two readings"."""
    counted = re.search(rf"\b{re.escape(figure.written)} (?:\w+ )?([a-z]{{4,}})", claim) if figure.value < FEW else None
    if counted is None or not THESE.search(evidence.joined):
        return False
    return re.search(rf"\b{figure.written} (?:\w+ )?{counted[1]}", evidence.passage, re.IGNORECASE) is not None


def _is_ranked(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "Only four are larger", where it is the fifth-largest."""
    ranks = [int(rank) if rank else ORDINALS.index(word.casefold()) + 1 for rank, word in RANK.findall(evidence.joined)]
    return figure.value + 1 in ranks and any(ONLY.search(before) for before, _ in around(figure.written, claim))


def _counted_otherwise(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """Whether the evidence itself has another number of the same things."""
    things = {
        stem(word) for _, behind in around(figure.written, claim) for word in re.findall(r"[a-z]{3,}", behind)[:2]
    }
    for other in figures(evidence.joined):
        _, _, after = evidence.joined.partition(other.written)
        if other.value != figure.value and things & {stem(word) for word in re.findall(r"\w+", after)[:2]}:
            return True
    return False


def _is_pair(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "The two" are known from before: two that are named together, in the sentence or in the passage."""
    if figure.value != 2 or not any(DEFINITE.search(before) for before, _ in around(figure.written, claim)):
        return False
    if PARTIES.search(claim) and BETWEEN.search(evidence.joined):
        return True
    return any(
        search(text)
        for search, text in (
            (COUPLED.search, evidence.joined),
            (WITH.search, evidence.joined),
            (TWO.search, evidence.passage),
        )
    )


def _listed(sentences: Sequence[str]) -> Iterator[int]:
    """How many each enumeration has."""
    for sentence in sentences:
        for match in LIST.finditer(sentence):
            items = match[0].split(", ")
            long = [place for place, item in enumerate(items[:-1]) if len(item.split()) > SHORT]
            length = len(items) - (long[-1] if long else 0)
            if length > 1:
                yield length + (re.match(r"(?:and|or|as well as) ", items[-1]) is None)
        for match in LISTED.finditer(sentence):
            yield match[0].count(";") + 1
