"""Names in a text: which words are names, which belong to one name, and whether a sentence leaves somebody unnamed."""

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from qa.figures import figures, months
from qa.names import PLACES, abbreviations, is_title, spelled_out
from qa.support.evidence import Evidence
from qa.support.names.families import are_kindred, how_often
from qa.words import STOP_WORDS, WORD

SHORT = "Mr|Ms|Mrs|Dr|Gen|Adm|Rep|Sen"
OWN = re.compile(r"I['’](?:d|m|ve|ll)")  # "I'd" is no name
WITHIN = re.compile(r" (?:of |the |de |von |van )*")
UNIT = re.compile(r"\d\s?[A-Z]$")  # "420 V"
JOINS = (" ", ". ")
REFERS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he same|[Tt]hese|[Oo]ur|[Ww]e"
    r"|(?:[Tt]his|[Tt]hat)(?! (?:year|month|week)))\b"
)
BEFORE = re.compile(rf"[a-z,] (?!I\b)[A-Z][a-z]|^(?:- )?(?:{'|'.join(PLACES)})\b")
CAPITALS = re.compile(rf"(?=(?:[a-z,;]|\b(?:{SHORT})\.?) \(?([A-Z](?:\.|[\w’'-]*)(?: [A-Z](?:\.|[\w’'-]*))*))")
DESCRIBED = re.compile(r"\b[Tt]he ([A-Z][a-z]+(?: [A-Z][a-z]+)*)(?! [A-Z])")
DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Ss]uch|[Bb]oth) [a-z]")


def supply(evidence: Evidence) -> str:
    """What may name somebody: the cited sentences, their header and their passage, each a line of its own."""
    return "\n".join([*evidence.sentences, evidence.header, evidence.passage])


def names(claim: str, around: str, known: Container[str] = ()) -> Iterator[str]:
    """Capitalised words. One that begins the claim counts only where it is known as a name."""
    for match in WORD.finditer(claim):
        word = match[0]
        if not _may_be_name(word) or figures(word) or UNIT.search(claim[: match.end()]):
            continue
        begins = not re.search(r"[\w,;:]\W*$", claim[: match.start()])
        if not begins or word in PLACES or word in known or re.search(rf"[a-z,] {re.escape(word)}\b", around):
            yield word


def is_name(word: str, around: str) -> bool:
    """Capitalised in the middle of a sentence somewhere, and nowhere in small letters."""
    if not _may_be_name(word) or is_title(word):
        return False
    known = word in PLACES or are_kindred(word, _capitals(around))
    return known and not re.search(rf"\b{re.escape(word.casefold())}\b", around)


@lru_cache(maxsize=2_000)  # a passage is held against many claims
def _capitals(text: str) -> str:
    return " ".join(CAPITALS.findall(text))


def _may_be_name(word: str) -> bool:
    capital = word[0].isupper() and word.casefold() not in STOP_WORDS and not OWN.fullmatch(word)
    return capital and not months(f"in {word}")


@lru_cache(maxsize=2_000)
def runs(text: str) -> tuple[tuple[str, ...], ...]:
    """The names of several words and of one: "Sen. Ada Voss", "Bank of Havn"; with their titles."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    run: list[re.Match[str]] = []
    for match in (match for match in WORD.finditer(text) if _may_be_name(match[0])):
        gap = text[run[-1].end() : match.start()] if run else ""
        if run and not (_is_within(run[-1][0], gap) and (gap in JOINS or not _begins(run[-1].start(), text))):
            yield tuple(each[0] for each in run)
            run = []
        run.append(match)
    if run:
        yield tuple(each[0] for each in run)


def _begins(start: int, text: str) -> bool:
    """Whether a sentence begins there, with a capital that makes no name: "Backers of the PFC"."""
    before = text[max(0, start - 2) : start]
    return not before.strip() or before.rstrip()[-1] in ".!?" or before.endswith("\n")


def _is_within(word: str, gap: str) -> bool:
    """Whether what stands behind a word leaves its name open; a full stop does behind "Sen" and "J", but "Havn's" ends it."""
    if word.endswith("'s"):
        return False
    return bool(WITHIN.fullmatch(gap)) or (gap == ". " and (len(word) == 1 or re.fullmatch(SHORT, word) is not None))


def completes(word: str, claim: str, cited: str, text: str) -> bool:
    """Whether it is a further part of a name that is cited, or its title: "Sen. Ada" for "Voss"; the text has both in one name."""
    run = next((run for run in runs(claim) if word in run), ())
    beside = [each for each in run if each != word and each not in PLACES and are_kindred(each, cited)]
    whole = [" ".join(run) for run in runs(text)] if beside and word not in PLACES else []
    return any(are_kindred(f"{word} {each}", name) for name in whole for each in beside)


def stands_for(word: str, cited: str, text: str) -> bool:
    """Whether a cited phrase is short for a name: "the Blessed Virgin" for Mary, "the Commission" for the PFC."""
    short = [run for run in DESCRIBED.findall(cited) if word not in run]
    if word.isupper() and len(word) > 1:
        return any(run.split()[-1][0] == word[-1] for run in short)
    whole = [" ".join(run) for run in runs(text) if len(run) > 1 and word in run] if word not in PLACES else []
    return any(name.startswith(f"{run} ") for run in short for name in whole)


def is_whole(word: str, claim: str, text: str) -> bool:
    """Whether the name that a word belongs to in the claim is one in the text too: not "Ada Lund" for "Ada Voss" and "Ole Lund"."""
    names = [" ".join(run) for run in runs(claim) if word in run]
    return all(any(are_kindred(name, " ".join(run)) for run in runs(text)) for name in names)


def missing(words: Iterable[str], claim: str, evidence: Evidence, whole: bool) -> list[str]:
    """The names among these words of the evidence that the claim has not, or less often; or of which it has no part, when ``whole``."""
    around, cited = supply(evidence), evidence.joined
    less = [word for word in words if is_name(word, around) and how_often(word, claim) < how_often(word, cited)]
    less = [word for word in less if not (word.isupper() and abbreviations(claim, word))]
    return [word for word in less if not _is_called(word, claim, cited)] if whole else less


def _is_called(word: str, claim: str, cited: str) -> bool:
    """Whether a claim has the name that a word belongs to: a part that is no state and no title, its first letters, or what they spell."""
    name = next((run for run in runs(cited) if word in run), (word,))
    parts = [
        word,
        *(part for part in name if part not in PLACES and not is_title(part)),
        "".join(part[0] for part in name),
    ]
    return bool(spelled_out(word, claim)) or any(how_often(part, claim) for part in parts)


def refers(sentence: str) -> bool:
    """Whether a sentence leaves to others whom it speaks of: with a pronoun before its first name."""
    match = REFERS.search(sentence)
    return match is not None and BEFORE.search(sentence[: match.start()]) is None


def leaves_unnamed(sentences: str) -> bool:
    """Whether something in them may be named elsewhere: "he", "the date", "such a rule"."""
    return bool(REFERS.search(sentences) or DEFINITE.search(sentences))
