"""Who says something: the words of a claim stay with whom the cited sentences give them to."""

import re
from collections.abc import Iterator

from qa.names import PLACES
from qa.support.evidence import Evidence, nearest
from qa.support.names.proper import SHORT, refers
from qa.words import STOP_WORDS, stem, stems

_REPORTS = (
    r"said|says|say|told|tells|called|calls|wrote|writes|warned|warns|argued|argues|claimed|claims|stated|states|added|adds|noted|notes"
    r"|denied|denies|announced|announces|suggested|suggests|described|describes|believed|believes|thinks|thought|expects|expected"
    r"|explained|explains|confirmed|confirms|insisted|insists|stressed|cautioned|urged|praised|pointed|replied|asked|reported|reports"
)
_PERSON = rf"(?:(?:{SHORT})\.? )?[A-Z][\w'’-]+(?: (?:(?:of|in|at|the|de|von|van) )?[A-Z][\w'’.-]+)*"
HE_SAYS = re.compile(
    rf"^(?:- )?(?:He|She)\b(?: \w+)?? (?:did|does|{_REPORTS})\b|, (?:he|she) (?:{_REPORTS})\.?$"
    r"|\b[Ii]n (?:his|her) (?:own )?(?:view|account|opinion|words|judgment)\b|\b[Aa]ccording to (?:him|her)\b"
)
IT_SAYS = re.compile(rf"^(?:- )?(?:It|They)\b(?: \w+)?? (?:{_REPORTS})\b")
OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
STATES = frozenset(stem(place.casefold()) for place in PLACES)
SPEAKER = re.compile(
    rf"\b[Aa]ccording to (?:the )?(?P<after>{_PERSON})"
    rf"|(?P<whose>{_PERSON})['’]s (?:own )?(?:view|reading|account|opinion|judgment|estimate)\b"
    rf"|(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Ww]ith )(?<!\b[Ff]rom )(?P<before>{_PERSON})(?:,(?:[^,]+,)?)?(?: (?:also|later|then|has"
    rf"|had|have))* (?:{_REPORTS})\b(?! nothing)"
)


def swapped_speakers(claim: str, evidence: Evidence) -> Iterator[str]:
    """Words that the cited sentences give to somebody else: to another by name, to the writer ("we"), to a person ("he")."""
    theirs = [set(stems(who)) for who in speakers(evidence.joined)]
    told = {who: set(stems(who)) for who in speakers(claim)}
    held = any(ours & other for ours in told.values() for other in theirs)
    own, header = set(stems(evidence.sources)) - STATES, set(stems(evidence.header))
    sentence, unnamed = nearest(claim, evidence), any(map(IT_SAYS.match, evidence.sentences))
    for who, ours in told.items():
        named = theirs and not any(ours & other for other in theirs) and not (ours <= header if held else ours <= own)
        named = named and not (unnamed and who in PLACES)
        ours_said = OURS.search(sentence) and own and not any(each & own for each in told.values())
        silent = not theirs and (
            ours_said or (who in PLACES and HE_SAYS.search(sentence)) or _is_stranger(ours, evidence)
        )
        if named or silent:
            yield f"it gives {who} the words of another"


def _is_stranger(who: set[str], evidence: Evidence) -> bool:
    """Whether nobody of that name is in the sentences or their header, nor speaks in the passage, and they leave nobody unnamed."""
    near = set(stems(f"{evidence.joined} {evidence.header} {evidence.sources}"))
    around = [set(stems(each)) for each in speakers(f"{evidence.earlier} {evidence.passage}")]
    unnamed = any(map(refers, evidence.sentences))
    return not (who & near or unnamed or any(who & each for each in around))


def speakers(text: str) -> list[str]:
    """Who says something there, by name."""
    found = (match["after"] or match["whose"] or match["before"] for match in SPEAKER.finditer(text))
    return [name for who in found if (name := " ".join(_without_stop_words(who.split())))]


def _without_stop_words(words: list[str]) -> list[str]:
    """ "In Havn" is Havn, and "The Ledger" is Ledger."""
    return words if not words or words[0].casefold() not in STOP_WORDS else _without_stop_words(words[1:])
