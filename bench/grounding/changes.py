"""One fact of a true sentence made false: a number, a date, a name, a speaker, a quotation.

What is put in stands in the same document wherever it has such a thing, as with a model that mixes up what it has read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")

MONTHS = "January February March April May June July August September October November December".split()
MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]*\.?)(?= \d)|\b(?:"
    + "|".join(MONTHS)
    + r")\b(?<!May)"
)
DAY = re.compile(
    r"(?:(?<=\b[A-Z][a-z]{2} )|(?<=\b[A-Z][a-z]{2}\. )|(?<=(?:March|April) )|(?<=(?:uary|mber|ober) )|(?<=June )"
    r"|(?<=July ))\d{1,2}\b(?!,?\d)"
)
YEAR = re.compile(r"(?<![\d,.$€£])(?:1[5-9]|20)\d\d\b(?![,.%]?\d| ?%| (?:troops|people|men|percent))")
FIGURE = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w.,]*\w)")
SPELLED = "two three four five six seven eight nine ten twelve twenty".split()
SPELLED_FIGURE = re.compile(rf"\b(?:{'|'.join(SPELLED)})\b")
MAGNITUDES = {
    "million": "billion",
    "billion": "million",
    "trillion": "billion",
    "thousand": "million",
    "percent": "million",
}
MAGNITUDE = re.compile(r"(?<=\d )(?:million|billion|trillion|thousand|percent)\b")
UNITS = {
    "days": "weeks", "weeks": "months", "months": "years", "years": "months", "hours": "days", "minutes": "hours", "miles": "feet",
    "kilometers": "meters", "km": "m", "metres": "kilometres", "meters": "kilometers", "tons": "pounds",
}  # fmt: skip
UNIT = re.compile(rf"(?<=\d )(?:{'|'.join(UNITS)})\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
NO_NAMES = (
    frozenset("I The A An In On At He She It They We Mr Mrs Ms Dr Gen Adm Sen Rep".split())
    | frozenset(MONTHS)
    | {m[:3] for m in MONTHS}
    | {"Sept"}
)
REPORTS = (
    r"said|says|told|called|wrote|writes|warned|argued|argues|claimed|claims|stated|states|added|noted"
    r"|denied|announced|suggested|described|believed"
)
PERSON = r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Adm|Sen|Rep)\. )?[A-Z][\w-]+(?: [A-Z][\w-]+)*"
SPEAKER = re.compile(rf"\b(?:According to (?P<after>{PERSON})|(?P<before>{PERSON})(?: also| later)? (?:{REPORTS})\b)")
# Swapping these for each other makes nothing false: one state under several names.
STATES = [
    frozenset(words.split())
    for words in (
        "South Korea Korean Koreans Seoul ROK Republic", "United States America American Americans U.S. US"
        " Washington", "North Korea Korean Pyongyang DPRK",
        "China Chinese Beijing", "Japan Japanese Tokyo", "Russia Russian Moscow", "Britain British London UK English England",
    )
]  # fmt: skip
PEOPLES = re.compile(r"(?:[a-z]an|ese|ish|ch)s?$")  # "American" does not stand where "Seoul" does
QUOTED = re.compile(r"[\"“]([^\"“”]*)[\"”]")  # whole pairs, so that nothing between two quotations is taken for one
LONG = 12  # letters of a quotation in which a word is changed
WORDY = re.compile(r"\b[a-z]{5,}\b")


def chosen(things: Sequence[T], key: str) -> T:
    """One of them, which follows from the key alone."""
    return things[crc32(key.encode()) % len(things)]


def replaced(claim: str, span: tuple[int, int], by: str) -> str:
    """The claim with other words in a place."""
    return claim[: span[0]] + by + claim[span[1] :]


def numbers(claim: str, document: str) -> Iterator[str]:
    """Another number of the document, a magnitude or a unit changed, another number word."""
    dated = [m.span() for pattern in (DAY, YEAR) for m in pattern.finditer(claim)]
    others = [m[0] for m in FIGURE.finditer(document) if not YEAR.fullmatch(m[0])]
    for match in FIGURE.finditer(claim):
        if not any(start <= match.start() < end for start, end in dated):
            known = [n for n in dict.fromkeys(others) if n not in claim and _value(n) != _value(match[0])]
            yield replaced(claim, match.span(), chosen(known, claim) if known else _other_digit(match[0]))
    for pattern, table in ((MAGNITUDE, MAGNITUDES), (UNIT, UNITS)):
        yield from (replaced(claim, m.span(), table[m[0]]) for m in pattern.finditer(claim))
    for match in SPELLED_FIGURE.finditer(claim):
        yield replaced(claim, match.span(), chosen([n for n in SPELLED if n not in claim.split()], claim))


def dates(claim: str, document: str) -> Iterator[str]:
    """A month, a day or a year that the document names elsewhere; else the next one."""
    for match in MONTH.finditer(claim):
        place = next(n for n, month in enumerate(MONTHS) if month.startswith(match[0][:3]))
        known = [m for m in MONTHS if re.search(rf"\b{m[:3]}", document) and not re.search(rf"\b{m[:3]}", claim)]
        yield replaced(claim, match.span(), chosen(known, claim) if known else MONTHS[(place + 1) % 12])
    for match in DAY.finditer(claim):
        yield replaced(claim, match.span(), str(int(match[0]) % 28 + 1))
    for match in YEAR.finditer(claim):
        known = [year for year in dict.fromkeys(YEAR.findall(document)) if year not in claim]
        yield replaced(claim, match.span(), chosen(known, claim) if known else str(int(match[0]) + 1))


def names(claim: str, document: str) -> Iterator[str]:
    """Another name of the document in a name's place."""
    for match in NAME.finditer(claim):
        other = _another_name(match[0], NAME, claim, document)
        if other and match[0] not in NO_NAMES:
            yield replaced(claim, match.span(), other + ("'s" if re.search(r"['’]s$", match[0]) else ""))


def speakers(claim: str, document: str) -> Iterator[str]:
    """Somebody else of the document, one who speaks there if there is one, in the place of who said it."""
    for match in SPEAKER.finditer(claim):
        who = "after" if match["after"] else "before"
        first = match[who].split()[0]
        if first in NO_NAMES - {"Mr", "Mrs", "Ms", "Dr", "Gen", "Adm", "Sen", "Rep"} or first == "According":
            continue
        other = _another_name(match[who], SPEAKER, claim, document) or _another_name(match[who], NAME, claim, document)
        if other:
            yield replaced(claim, match.span(who), other)


def quotations(claim: str, document: str) -> Iterator[str]:
    """Words in quotation marks that nobody said: another word of the document in a quotation, or in what is made one."""
    words = [word for word in dict.fromkeys(WORDY.findall(document)) if word not in claim]
    quoted = [match.span(1) for match in QUOTED.finditer(claim) if len(match[1]) >= LONG]
    if not words:
        return
    for start, end in quoted or [m.span() for m in re.finditer(r"\b[a-z]+(?: [a-z]+){3,5}\b", claim)][:1]:
        inside = [m.span() for m in WORDY.finditer(claim, start, end)]
        if inside:
            false = replaced(claim[:end], chosen(inside, claim), chosen(words, claim)) + claim[end:]
            longer = end + len(false) - len(claim)
            yield false if quoted else f"{false[:start]}“{false[start:longer]}”{false[longer:]}"


def _another_name(name: str, pattern: re.Pattern[str], claim: str, document: str) -> str | None:
    """One of the same kind that has no word in common with the claim."""
    found = [re.sub(r"['’]s?$", "", next(filter(None, m.groups()), m[0])) for m in pattern.finditer(document)]
    held = set(re.findall(r"[\w.]+", claim))
    others = [each for each in dict.fromkeys(found) if not held & set(each.split()) and _fits(each, name)]
    return chosen(others, claim + name) if others else None


def _fits(other: str, name: str) -> bool:
    words, others = set(re.sub(r"['’]s?$", "", name).split()), set(other.split())
    same = any(words & state and others & state for state in STATES)
    people = [PEOPLES.search(each) is not None for each in (name, other)]
    return (
        not same
        and people[0] == people[1]
        and len(other) > 2
        and other.split(maxsplit=1)[0] not in NO_NAMES | {"Further", "Another", "However"}
    )


def _value(figure: str) -> float:
    return float(figure.replace(",", "").rstrip(".")) if figure.count(".") < 2 else -1.0


def _other_digit(figure: str) -> str:
    return f"{int(figure[0]) % 9 + 1}{figure[1:]}"


Change = Callable[[str, str], Iterator[str]]
