"""Names: each name of a claim has to be known, to stand where it stood, and to keep its title and its words."""

import re
from collections.abc import Iterator

from qa.figures import figures, months
from qa.names import PLACES, is_title, titled
from qa.support.aligning import changes
from qa.support.evidence import Evidence, nearest
from qa.words import STOP_WORDS, WORD, stems

_REPORTS = (
    r"said|says|say|told|tells|called|calls|wrote|writes|warned|warns|argued|argues|claimed|claims|stated|states|added|adds|noted|notes"
    r"|denied|denies|announced|announces|suggested|suggests|described|describes|believed|believes|thinks|thought|expects|expected"
    r"|explained|explains|confirmed|confirms|insisted|insists|stressed|cautioned|urged|praised|pointed|replied|asked|reported|reports"
)
_SHORT = "Mr|Ms|Mrs|Dr|Gen|Adm|Rep|Sen"
COURTESY = frozenset("Mr Ms Mrs Dr President".split())  # may be put before a name that stands without
_PERSON = rf"(?:(?:{_SHORT})\.? )?[A-Z][\w'’-]+(?: (?:(?:of|the|de|von|van) )?[A-Z][\w'’.-]+)*"
SPEAKER = re.compile(
    rf"\b[Aa]ccording to (?:the )?(?P<after>{_PERSON})|(?P<before>{_PERSON})(?:,[^,]+,)?(?: (?:also|later|then|has"
    rf"|had|have))* (?:{_REPORTS})\b"
)


def unfounded_names(claim: str, evidence: Evidence) -> Iterator[str]:
    """A name that is not in the cited passage."""
    supply = _supply(evidence)
    held = set(stems(supply))
    for name in dict.fromkeys(names(claim, supply)):
        if not set(stems(name)) <= held and name not in COURTESY:
            yield f"the name {name} is not in the cited passage"


def displaced_names(claim: str, evidence: Evidence) -> Iterator[str]:
    """A name of the passage in the place of another one, which the cited sentence has and the claim has not."""
    supply, sentence = _supply(evidence), nearest(claim, evidence)
    cited, said = set(stems(evidence.joined)), set(stems(claim))
    for change in changes(claim, sentence):
        new = [word for word in change.claim if _is_name(word, supply) and not set(stems(word)) <= cited]
        old = [word for word in change.sentence if _is_name(word, supply) and not set(stems(word)) & said]
        if new and old and (change.firm or not _refers(sentence)):
            yield f"the name {new[0]} stands where the cited sentence has {old[0]}"


def swapped_titles(claim: str, evidence: Evidence) -> Iterator[str]:
    """A title with another name behind it."""
    held = titled(evidence.joined)
    for title, those in titled(claim).items():
        if title in held and not those & held[title]:
            yield f"{title} {', '.join(sorted(those))} is another in the cited sentences"


def swapped_speakers(claim: str, evidence: Evidence) -> Iterator[str]:
    """Words that the cited sentences give to somebody else."""
    theirs = [set(stems(who)) for who in speakers(evidence.joined)]
    header = set(stems(evidence.header))
    for who in speakers(claim):
        ours = set(stems(who))
        if theirs and not any(ours & other for other in theirs) and not ours <= header:
            yield f"it gives {who} the words of another"


def speakers(text: str) -> list[str]:
    """Who says something there, by name."""
    found = (match["after"] or match["before"] for match in SPEAKER.finditer(text))
    return [who for who in found if who.split()[0].casefold() not in STOP_WORDS]


def names(claim: str, supply: str) -> Iterator[str]:
    """Capitalised words. One that begins the claim counts only where it is known as a name."""
    for match in WORD.finditer(claim):
        word = match[0]
        if not word[0].isupper() or word.casefold() in STOP_WORDS or figures(word) or months(f"in {word}"):
            continue
        begins = not re.search(r"[\w,;:]\W*$", claim[: match.start()])
        if not begins or word in PLACES or re.search(rf"[a-z,] {re.escape(word)}\b", supply):
            yield word


def _is_name(word: str, supply: str) -> bool:
    """Capitalised in the middle of a sentence somewhere, and nowhere in small letters."""
    if not word[0].isupper() or word.casefold() in STOP_WORDS or months(f"in {word}") or is_title(word):
        return False
    known = word in PLACES or re.search(rf"(?:[a-z,;]|\b(?:{_SHORT})\.?) {re.escape(word)}\b", supply)
    return bool(known) and not re.search(rf"\b{re.escape(word.casefold())}\b", supply)


def _refers(sentence: str) -> bool:
    """Whether a sentence leaves to others whom it speaks of."""
    return (
        re.search(
            r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he same|[Tt]his|[Tt]hese|[Tt]hat)\b",
            sentence,
        )
        is not None
    )


def _supply(evidence: Evidence) -> str:
    return " ".join([*evidence.sentences, evidence.header, evidence.passage])
