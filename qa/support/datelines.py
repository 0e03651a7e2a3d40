"""Which document says it, and of which day that is: "(2025-09-18)", "the Brief's account of July 31", "an article on the first talks".

This comes from the header, and not from the sentences, which often speak of other days.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import permutations, zip_longest

from qa.figures import MONTH
from qa.names import PLACES
from qa.support.evidence import Evidence
from qa.words import STOP_WORDS, WORD

_TEXTS = (
    "accounts?|articles?|commentary|commentaries|reports?|analysis|pieces?|columns?|dispatch|notes?|papers?|statements?|releases?|editions?"
    "|issues?|story|stories|previews?|chronology|timelines?|glossary|explainers?|reviews?|readouts?|summary|overviews?|interviews?|essays?"
    "|editorials?|updates?|briefings?|surveys?|studies|study|texts?|documents?"
)
_ADVERBS = r"(?: (?:itself|also|later|then|first|already|again|has|had|in|its|the|an?))*"
_REPORTS = r"(?:\w+ )?(?:report|wr[io]t|not|stat|argu|sa[iy]|describ|explain|list|judg|expect|conclud)\w*\b"
_TOLD = (
    rf"(?:['’]s)?{_ADVERBS}(?: [a-z]+)?{_ADVERBS}(?: (?:{_TEXTS}))?"  # what may stand between a publisher and the day
)
_ON = r"(?:of|on|from|dated|in|as of)"
ABOUT = re.compile(rf"\b(?P<text>{_TEXTS}) (?:on|about) ")
MAY_BE_DATED = re.compile(MONTH.pattern + r"|[12]\d{3}")
UNDATED = re.compile(r",? (?:which|that) (?:bears|has|carries|gives) no date,?")
EMPTY = re.compile(r" ?\([; ]*\)")


def without_datelines(claim: str, evidence: Evidence) -> str:
    """The claim without the titles of what it cites, and without the days of publication where nothing else is said of them."""
    if ABOUT.search(claim):
        title = _any(word for word in WORD.findall(evidence.header) if word.casefold() not in STOP_WORDS)
        claim = re.sub(rf"{ABOUT.pattern}(?:(?:the|an?|and|of|in|{title})\b[ –-]?)+", r"\g<text> ", claim)
    if None in evidence.published:
        claim = UNDATED.sub("", claim)
    days = _days(evidence) if MAY_BE_DATED.search(claim) else {}
    told = claim
    for pattern in (pattern for day, source in days for pattern in _datelines(day, source)):
        told = pattern.sub(lambda match: match.groupdict().get("kept") or "", told)
    for day, _ in days if told != claim else ():  # "wrote on July 31 that …, and on Sept. 24 that …"
        told = re.sub(rf"(?P<kept>\band(?: [a-z]+)?) on {_day(day)}(?= that\b)", r"\g<kept>", told)
    return EMPTY.sub("", told)


def misdated(claim: str, evidence: Evidence) -> Iterator[str]:
    """Where a document has beside its publisher the day of another one that is cited."""
    days = _days(evidence) if MAY_BE_DATED.search(claim) else {}
    for (day, other), (own, publisher) in permutations(days, 2):
        words = set(WORD.findall(publisher)) - set(WORD.findall(other))
        if words and (day, publisher) not in days and day != own:
            told = re.search(rf"\b{_source(' '.join(words))}{_TOLD},?(?: {_ON})? \(?{_day(day)}", claim)
            if told:
                yield f"the document of {publisher} is of another day than {day.isoformat()}"


def _days(evidence: Evidence) -> dict[tuple[date, str], None]:
    """The day and the source of each document cited, where its day is known."""
    pairs = zip_longest(evidence.published, evidence.publishers, fillvalue="")
    return dict.fromkeys((day, str(source)) for day, source in pairs if isinstance(day, date))


@lru_cache(maxsize=500)  # a document is held against many claims
def _datelines(published: date, publishers: str) -> tuple[re.Pattern[str], ...]:
    """Patterns for the ways to tell the day; what is to be kept of a match is its group ``kept``."""
    day, month, source = _day(published), _month(published), _source(publishers)
    name = rf"(?:[A-Z]\w+ ){{0,3}}{source}"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"(?P<kept>[(;]) ?(?:[\w’' ]*{source}[\w’' ]*,? )?{day}(?=[;)])",
            rf"\b(?P<kept>{source}{_TOLD}),? {_ON} (?:its )?{day}",
            rf"\b(?P<kept>{source}['’]s) {day}(?:['’]s)?(?= (?:{_TEXTS})\b)",
            rf"(?:^|(?<=[;:,] )|(?<=\band ))(?:[Oo]n|[Ii]n|[Bb]y) (?:{day}|(?:(?:early|mid|late)[ -])?{month}),?"
            rf"(?= (?:[Tt]he )?{name})",
            rf"\b[Aa]s of {day},?",
            rf"\b(?P<kept>{_TEXTS})(?: published)? {_ON} {day}",
            rf"\b(?P<kept>its|the|an?) (?:{day}|{month}(?: {published.year})?)(?= (?:{_TEXTS})\b)",
            rf"^(?:On|In|By) {day}(?= (?:it|they) {_REPORTS})",
        )
    )


def _day(published: date) -> str:
    """A pattern for the ways to write a day, and its month with its year."""
    month, nth, year = _month(published), rf"{published.day}(?:st|nd|rd|th)?", published.year
    return rf"(?:(?:{month} (?:the )?{nth}|{nth} (?:of )?{month})(?:,? {year})?|{month},? {year})(?!\w),?"


def _month(published: date) -> str:
    return rf"{published:%b}(?:{f'{published:%B}'[3:]}|t)?\.?"


def _source(publishers: str) -> str:
    """A pattern for a word of the name of whoever published or wrote it."""
    words = (word for word in WORD.findall(publishers) if word not in PLACES)
    return rf"(?:{_any(word for word in words if word.casefold() not in STOP_WORDS)}|same (?:outlet|paper|publication|source))(?!\w)"


def _any(words: Iterable[str]) -> str:
    return rf"(?:{'|'.join(map(re.escape, words)) or '(?!)'})"
