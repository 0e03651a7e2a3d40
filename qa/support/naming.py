"""Names: each name of a claim has to be known, to stand where it stood, and to keep its title and its words."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator

from qa.figures import figures, months
from qa.names import CAPITALS, PLACES, is_title, titled
from qa.support.aligning import changes
from qa.support.evidence import Evidence, nearest
from qa.words import STOP_WORDS, WORD, stem, stems

_REPORTS = (
    r"said|says|say|told|tells|called|calls|wrote|writes|warned|warns|argued|argues|claimed|claims|stated|states|added|adds|noted|notes"
    r"|denied|denies|announced|announces|suggested|suggests|described|describes|believed|believes|thinks|thought|expects|expected"
    r"|explained|explains|confirmed|confirms|insisted|insists|stressed|cautioned|urged|praised|pointed|replied|asked|reported|reports"
)
_SHORT = "Mr|Ms|Mrs|Dr|Gen|Adm|Rep|Sen"
COURTESY = frozenset("Mr Ms Mrs Dr President".split())  # may be put before a name that stands without
_PERSON = rf"(?:(?:{_SHORT})\.? )?[A-Z][\w'’-]+(?: (?:(?:of|the|de|von|van) )?[A-Z][\w'’.-]+)*"
BOTH = re.compile(
    r"\b(?:both|the two|either|neither|each) (?:governments?|countr(?:y|ies)|capitals?|allies|sides?)\b", re.IGNORECASE
)
HE_SAYS = re.compile(rf"^(?:- )?(?:He|She)\b(?: \w+)?? (?:did|does|{_REPORTS})\b")
OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
PAIR = re.compile(r"\b([A-Z][a-z]\w*) (?=([A-Z][a-z]\w*))")
REFERS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he same|[Tt]hese|[Oo]ur|[Ww]e"
    r"|(?:[Tt]his|[Tt]hat)(?! (?:year|month|week)))\b"
)
BEFORE = re.compile(rf"[a-z,] (?!I\b)[A-Z][a-z]|^(?:- )?(?:{'|'.join(PLACES)})\b")
STATES = frozenset(stem(place.casefold()) for place in PLACES)
LOCATED = re.compile(r"\b(?:in|at) ([A-Z]\w+)")
SPEAKER = re.compile(
    rf"\b[Aa]ccording to (?:the )?(?P<after>{_PERSON})"
    rf"|(?P<whose>{_PERSON})['’]s (?:own )?(?:view|reading|account|opinion|judgment|estimate)\b"
    rf"|(?P<before>{_PERSON})(?:,[^,]+,)?(?: (?:also|later|then|has"
    rf"|had|have))* (?:{_REPORTS})\b"
)


def unfounded_names(claim: str, evidence: Evidence) -> Iterator[str]:
    """A name that is not in the cited passage."""
    supply = _supply(evidence)
    held = set(stems(supply))
    if BOTH.search(evidence.joined) and len(states := set(WORD.findall(claim)) & PLACES) == 2:
        held |= set(map(stem, (state.casefold() for state in states)))
    for name in dict.fromkeys(names(claim, supply, evidence.known)):
        if not set(stems(name)) <= held and name not in COURTESY:
            yield f"the name {name} is not in the cited passage"


def displaced_names(claim: str, evidence: Evidence) -> Iterator[str]:
    """A name of the passage in the place of another one, which the cited sentence has and the claim has not."""
    supply, sentence = _supply(evidence), nearest(claim, evidence)
    said, cited = Counter(stems(claim)), Counter(stems(evidence.joined))
    for change in changes(claim, sentence):
        new = _more_often(change.claim, said, cited, supply)
        old = _more_often(change.sentence, cited, said, supply)
        if new and old and (change.firm or change.between or change.led or not _refers(sentence)):
            yield f"the name {new[0]} stands where the cited sentence has {old[0]}"
            return
    yield from _strangers(claim, evidence, supply)


def _strangers(claim: str, evidence: Evidence, supply: str) -> Iterator[str]:
    """A name that the cited sentences lack, where they leave nobody unnamed and have another name that the claim lacks.

    A state may stand for the person who speaks or acts for it.
    """
    said, cited = Counter(stems(claim)), Counter(stems(evidence.joined))
    header = set(stems(evidence.header))
    more = _more_often(WORD.findall(claim), said, cited, supply)
    new = [word for word in more if word in PLACES or not set(stems(word)) <= header]
    old = _more_often(WORD.findall(evidence.joined), cited, said, supply)
    if not any(word in PLACES for word in old):
        new = [word for word in new if word not in PLACES or not _has_person(evidence.joined, supply)]
    if new and old and not any(_refers(sentence) for sentence in evidence.sentences):
        yield f"the name {new[0]} stands where the cited sentence has {old[0]}"


def _more_often(words: Iterable[str], here: Counter[str], there: Counter[str], supply: str) -> list[str]:
    """The names among these words that stand more often in one text than in the other."""
    return [word for word in words if _is_name(word, supply) and any(here[each] > there[each] for each in stems(word))]


def _has_person(text: str, supply: str) -> bool:
    """Whether a text names somebody who has a title somewhere."""
    titles = rf"\b(?:{_SHORT}|Minister|Secretary|Presidents?|chief)\.? (?:[A-Z]\w+ )*"
    return any(re.search(rf"{titles}{word}\b", supply) for word in re.findall(r"\b[A-Z]\w+", text))


def swapped_titles(claim: str, evidence: Evidence) -> Iterator[str]:
    """A title with another name behind it."""
    held = titled(evidence.joined)
    for title, those in titled(claim).items():
        if title in held and not those & held[title]:
            yield f"{title} {', '.join(sorted(those))} is another in the cited sentences"


def swapped_speakers(claim: str, evidence: Evidence) -> Iterator[str]:
    """Words that the cited sentences give to somebody else: to another by name, to the writer ("we"), to a person ("he")."""
    theirs = [set(stems(who)) for who in speakers(evidence.joined)]
    told = {who: set(stems(who)) for who in speakers(claim)}
    held = any(ours & other for ours in told.values() for other in theirs)
    own, header = set(stems(evidence.publishers)) - STATES, set(stems(evidence.header))
    sentence = nearest(claim, evidence)
    for who, ours in told.items():
        named = theirs and not any(ours & other for other in theirs) and not (ours <= header if held else ours <= own)
        ours_said = OURS.search(sentence) and own and not any(each & own for each in told.values())
        if named or (not theirs and (ours_said or (who in PLACES and HE_SAYS.match(sentence)))):
            yield f"it gives {who} the words of another"


def unknown_pairs(claim: str, evidence: Evidence) -> Iterator[str]:
    """A name put together of words of two names: "Harbor Desk", where "Harbor Brief" and "Trade Desk" stand."""
    supply = _supply(evidence)
    for match in PAIR.finditer(claim):
        first, second = match[1], match[2]
        if {first, second} & PLACES or first.casefold() in STOP_WORDS or is_title(first) or is_title(second):
            continue
        begins = re.findall(rf"\b{re.escape(first)} ([A-Z]\w+(?: [A-Z]\w+)*)", supply)
        if begins and not any(second in words.split() for words in begins):
            yield f"the name {first} {second} is not in the cited passage"


def speakers(text: str) -> list[str]:
    """Who says something there, by name."""
    found = (match["after"] or match["whose"] or match["before"] for match in SPEAKER.finditer(text))
    return [name for who in found if (name := " ".join(_without_stop_words(who.split())))]


def _without_stop_words(words: list[str]) -> list[str]:
    """ "In Havn" is Havn, and "The Ledger" is Ledger."""
    return words if not words or words[0].casefold() not in STOP_WORDS else _without_stop_words(words[1:])


def names(claim: str, supply: str, known: Container[str] = ()) -> Iterator[str]:
    """Capitalised words. One that begins the claim counts only where it is known as a name."""
    for match in WORD.finditer(claim):
        word = match[0]
        if not word[0].isupper() or word.casefold() in STOP_WORDS or figures(word) or months(f"in {word}"):
            continue
        begins = not re.search(r"[\w,;:]\W*$", claim[: match.start()])
        if not begins or word in PLACES or word in known or re.search(rf"[a-z,] {re.escape(word)}\b", supply):
            yield word


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


def _is_name(word: str, supply: str) -> bool:
    """Capitalised in the middle of a sentence somewhere, and nowhere in small letters."""
    if not word[0].isupper() or word.casefold() in STOP_WORDS or months(f"in {word}") or is_title(word):
        return False
    known = word in PLACES or re.search(rf"(?:[a-z,;]|\b(?:{_SHORT})\.?) \(?{re.escape(word)}\b", supply)
    return bool(known) and not re.search(rf"\b{re.escape(word.casefold())}\b", supply)


def _refers(sentence: str) -> bool:
    """Whether a sentence leaves to others whom it speaks of: with a pronoun before its first name."""
    match = REFERS.search(sentence)
    return match is not None and BEFORE.search(sentence[: match.start()]) is None


def _supply(evidence: Evidence) -> str:
    return " ".join([*evidence.sentences, evidence.header, evidence.passage])
