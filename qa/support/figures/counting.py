"""Counts that the evidence does not give, but lets one make: "three conditions" of three that are named, "the two" of two."""

import re
from collections.abc import Iterator, Sequence

from qa.figures import SPELLED, Figure, counted, figures
from qa.names import PLACES
from qa.support.evidence import Evidence
from qa.support.figures.beside import around
from qa.support.figures.manifold import manifold
from qa.support.figures.spans import ORDINALS
from qa.words import STOP_WORDS, WORD, stem

NAMED = re.compile(r"[A-Z][\w.]+ and (?:[A-Z]\w+\.? )*[A-Z]")
PAIRED = re.compile(
    r"\b(?:and|or|nor|than|with|from|another|others?|between|against|versus|but|rather|instead|respectively|second|latter)\b",
    re.IGNORECASE,
)
OTHER = re.compile(r"\b(?:other|remaining|further|additional) $", re.IGNORECASE)
OTHERS = re.compile(
    r"^ (?:others?|remaining|sister|fellow|companions?|colleagues|more|further|additional)\b", re.IGNORECASE
)
EARLIER = re.compile(
    r"(?: \w+){0,2} (?:earlier|previous(?:ly)?|prior|before|already|preced\w+|predecessors?)\b", re.IGNORECASE
)
RANK = re.compile(rf"\b(?:(\d+)(?:st|nd|rd|th)|({'|'.join(ORDINALS)}))[ -](?:most\b|\w+est\b)", re.IGNORECASE)
ONLY = re.compile(r"\b(?:only|just|but|behind|after) $", re.IGNORECASE)
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
LIST = re.compile(r"[^,;:.()]+(?:, (?!and |or )[^,;:.()]+)*,? (?:and|or|as well as) [^,;:.()]+")
LISTED = re.compile(r"[^;:.]+(?:; (?!and )[^;:.]+)*; and ")
JOINED = re.compile(
    rf"\b(?P<one>an?|one|\d+|{SPELLED})(?: [\w'’-]+){{1,4}},? (?:and|plus|as well as) "
    rf"(?:(?:the|of|another) )?(?P<more>an?|one|\d+|{SPELLED})\b",
    re.IGNORECASE,
)
FEW = 12
SHORT = 4  # words of one of a list; a longer one begins with what the list belongs to


def is_counted(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "Three conditions", and three sentences that name them; "two governments", and "both"."""
    if figure.value > 1 and any(figure.value == count for count in _counts(figure, claim, evidence)):
        return True
    if any(rule(figure, claim, evidence) for rule in (_is_named_before, _is_ranked, _are_others)):
        return True
    if is_counted_otherwise(figure, claim, evidence):
        return False
    measured = figure.unit and any(each.unit and figure.value_of(each) for each in figures(evidence.joined))
    lists = () if measured else listed(evidence.sentences)
    return _is_pair(figure, claim, evidence) or any(figure.value == count for count in lists)


def _counts(figure: Figure, claim: str, evidence: Evidence) -> Iterator[int]:
    """Of the sentences, of what a word or a list holds, of the states and of the years that are told."""
    yield len(evidence.sentences)
    yield from manifold(evidence.joined)
    if NAMED.search(evidence.joined):
        yield 2
    if figure.unit is None:
        yield from _joined(claim, evidence.joined)
    if PARTIES.search(claim):
        yield sum(re.search(rf"\b{place}\b", evidence.joined) is not None for place in PLACES)
    yield len({each.value for each in figures(claim) if each.is_year} & {e.value for e in figures(evidence.joined)})


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


def _are_others(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "The other two", of three; "two earlier kings", where a third is spoken of."""
    if figure.value >= FEW or figure.unit or figure.percent:
        return False
    sides = list(around(figure.written, claim))
    if any(OTHER.search(before) or OTHERS.match(behind) for before, behind in sides):
        known = [*(each.value for each in figures(evidence.joined)), *listed(evidence.sentences)]
        return figure.value + 1 in known
    nth = re.search(rf"\b{ORDINALS[int(figure.value)]}\b", evidence.joined, re.IGNORECASE)
    return nth is not None and any(EARLIER.match(behind) for _, behind in sides)


def is_counted_otherwise(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """Whether the evidence itself has another number of the same things, which the claim leaves out."""
    things = {
        stem(word)
        for _, behind in around(figure.written, claim)
        for word in re.findall(r"[a-z]{3,}", behind)[:2]
        if word not in STOP_WORDS
    }
    told = {each.value for each in figures(claim)}
    for other in figures(evidence.joined):
        _, _, after = evidence.joined.partition(other.written)
        if other.value not in told and things & {stem(word) for word in re.findall(r"\w+", after)[:2]}:
            return True
    return False


def _is_pair(figure: Figure, claim: str, evidence: Evidence) -> bool:
    """ "Two" of what the sentence names one by one, or the passage before it; two years and two miles are counted by nobody."""
    if figure.written.casefold() != "two" or figure.unit:
        return False
    if (PARTIES.search(claim) and BETWEEN.search(evidence.joined)) or PAIRED.search(evidence.joined):
        return True
    if re.search(rf"\bthe two (?:{PARTIES.pattern})", claim) and len(set(WORD.findall(_shown(evidence))) & PLACES) > 1:
        return True
    known = any(DEFINITE.search(before) for before, _ in around(figure.written, claim))
    return known and (2 in manifold(evidence.passage) or NAMED.search(evidence.passage) is not None)


def _shown(evidence: Evidence) -> str:
    return f"{evidence.header} {evidence.earlier} {evidence.passage}"


def _joined(claim: str, text: str) -> Iterator[int]:
    """ "Six", of "a son and five daughters"; a claim that tells one of the two has to tell the other."""
    told = {each.value for each in figures(claim)}
    for match in JOINED.finditer(text):
        one, more = counted(match["one"]), counted(match["more"])
        if (one in told) == (more in told):
            yield one + more


def listed(sentences: Sequence[str]) -> Iterator[int]:
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
