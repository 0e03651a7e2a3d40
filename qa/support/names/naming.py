"""Names: each name of a claim has to be known, and to keep its title and its words."""

import re
from collections.abc import Iterator

from qa.figures import months
from qa.names import CAPITALS, PLACES, is_title, titled
from qa.support.aligning import copied
from qa.support.evidence import Evidence, content_roots, nearest
from qa.support.names.families import are_kindred
from qa.support.names.proper import completes, is_whole, leaves_unnamed, missing, names, refers, runs, supply
from qa.words import WORD

# What may be put beside a name that stands without: "President", "River", "Lord" for an earl.
COURTESY = frozenset(
    """
Mr Ms Mrs Dr Lord Lady President City River Lake Sea Ocean Island Islands Mountains County Province House Peninsula Bay
Valley Strait Gulf Desert
""".split()
)
POLITE = frozenset("Mr Ms Mrs Dr".split())
BOTH = re.compile(
    r"\b(?:both|the two|either|neither|each) (?:governments?|countr(?:y|ies)|capitals?|allies|sides?)\b", re.IGNORECASE
)
PAIR = re.compile(r"\b([A-Z][a-z]\w*) (?=([A-Z][a-z]\w*))")
LOCATED = re.compile(r"\b(?:in|at) ([A-Z]\w+)")
STYLED = re.compile(r"\b[Tt]he ([a-z]+)\b")
MOST = 2  # names that a sentence leaves to what stands before its passage
BESIDE = 3  # words on either side of a name
COPIED = 0.7  # share of a claim's words; one that holds more of a sentence in its order leaves its names where they are


def unfounded_names(claim: str, evidence: Evidence) -> Iterator[str]:
    """A name that is not in the cited passage, nor supplied by the document for somebody whom it leaves unnamed."""
    around = supply(evidence)
    both = BOTH.search(evidence.joined) and len(set(WORD.findall(claim)) & PLACES) == 2
    supplied = 0
    for name in dict.fromkeys(names(claim, around, evidence.known)):
        if are_kindred(name, around) or name in COURTESY or (both and name in PLACES):
            continue
        is_supplied = _is_supplied(name, claim, evidence)
        supplied += is_supplied
        if supplied > MOST or not (is_supplied or _is_initial(name, claim, evidence)):
            yield f"the name {name} is not in the cited passage"


def _is_initial(name: str, claim: str, evidence: Evidence) -> bool:
    """ "A. Voss", where "Ada Voss" stands."""
    behind = re.search(rf"\b{name}\.? (\w+)", claim) if len(name) == 1 else None
    text = f"{supply(evidence)}\n{evidence.earlier}"
    return behind is not None and re.search(rf"\b{name}[a-z]+ {behind[1]}\b", text) is not None


def _is_supplied(name: str, claim: str, evidence: Evidence) -> bool:
    """Whether what is shown of the document supplies a name: as a part of one cited, or where one is left out and none replaced."""
    if not are_kindred(name, evidence.earlier):
        return False
    if completes(name, claim, supply(evidence), evidence.earlier):
        return True
    if _is_styled(name, evidence) or _is_owner(name, claim, evidence):
        return True
    if name in PLACES and not any(map(refers, evidence.sentences)) and not _is_beside_held(name, claim, evidence):
        return False
    free = (
        is_whole(name, claim, evidence.earlier)
        and leaves_unnamed(evidence.joined)
        and copied(claim, nearest(claim, evidence)) < COPIED
    )
    return free and not missing(WORD.findall(evidence.joined), claim, evidence, whole=False)


def _is_styled(name: str, evidence: Evidence) -> bool:
    """ "Ada Voss", where a sentence says "the minister" and the document has "Minister Ada Voss"."""
    styles = (word for word in STYLED.findall(evidence.joined) if is_title(word.capitalize()))
    own = re.escape(_bare(name))
    return any(re.search(rf"\b{each.capitalize()} (?:[A-Z]\w+ ){{0,2}}{own}\b", evidence.earlier) for each in styles)


def _is_owner(name: str, claim: str, evidence: Evidence) -> bool:
    """ "Voss's plan", where a sentence says "the plan"."""
    owned = re.findall(rf"\b{re.escape(_bare(name))}['’]s (\w+)", claim)
    return any(re.search(rf"\b[Tt]he {re.escape(thing)}\b", evidence.joined) for thing in owned)


def _bare(name: str) -> str:
    """Without a possessive ending."""
    return name.replace("’", "'").removesuffix("'s")


def _is_beside_held(name: str, claim: str, evidence: Evidence) -> bool:
    """Whether a word of the sentences stands near a name: "the American force", for "the force", and not "Seoul demands"."""
    words, held = WORD.findall(claim), content_roots(evidence.joined)
    places = [place for place, word in enumerate(words) if word == name]
    near = (content_roots(" ".join(words[max(0, place - BESIDE) : place + 1 + BESIDE])) for place in places)
    return any(each & held for each in near)


def swapped_titles(claim: str, evidence: Evidence) -> Iterator[str]:
    """A title with another name behind it."""
    held = titled(evidence.joined)
    for title, those in titled(claim).items():
        known = title in POLITE and those & set(WORD.findall(evidence.joined))  # of two who are both "Mr."
        if title in held and not those & held[title] and not known:
            yield f"{title} {', '.join(sorted(those))} is another in the cited sentences"


def unknown_pairs(claim: str, evidence: Evidence) -> Iterator[str]:
    """A name put together of words of two names: "Harbor Desk", where "Harbor Brief" and "Trade Desk" stand."""
    around = f"{supply(evidence)}\n{evidence.earlier}"
    known = {word for word in names(claim, around, evidence.known) if word not in PLACES and not is_title(word)}
    for match in PAIR.finditer(claim):
        first, second = match[1], match[2]
        whole = rf"\b{re.escape(first)} (?!{re.escape(second)}\b)[A-Z]\w"
        begins = {first, second} <= known and f"{first} {second}" not in around and re.search(whole, around)
        if begins and not any(are_kindred(f"{first} {second}", " ".join(run)) for run in runs(around)):
            yield f"the name {first} {second} is not in the cited passage"


def moved_capitals(claim: str, evidence: Evidence) -> Iterator[str]:
    """ "In Seoul", where the sentence says "in Gyeongju": here a capital is no other word for its state. Both as written."""
    there = set(LOCATED.findall(evidence.joined)) - set(WORD.findall(claim))
    for place in LOCATED.findall(claim):
        if (
            place in CAPITALS
            and not re.search(rf"\b{place}\b", evidence.joined)
            and any(not months(f"in {other}") for other in there)
        ):
            yield f"the place {place} is not in the cited sentences"
