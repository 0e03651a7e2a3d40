"""Months, days and years, and what "this month" meant on the day a document was published."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from qa.figures import MONTH, MONTHS, months
from qa.support.evidence import Evidence
from qa.support.figures.elapsed import reckoned

_DAYS = (
    r"(?P<days>\d{1,2}(?:st|nd|rd|th)?(?:(?: ?[-–] ?| and | to | or |, )\d{1,2}(?:st|nd|rd|th)?)*)(?![\d%]"
    r"|[.,:]\d| ?(?:percent|million|billion))"
)
MONTH_FIRST = re.compile(MONTH.pattern + rf" (?:the )?{_DAYS}")
DAY_FIRST = re.compile(rf"\b{_DAYS} (?:of )?{MONTH.pattern}")
RELATIVE = re.compile(
    r"\b(?:(?P<which>this|that|current|last|next|previous|coming)(?:'s)? (?P<unit>month|year|week)"
    r"|(?P<day>yesterday|today|tomorrow)|(?P<now>now|currently|recently)|(?P<same>earlier|later) (?P<span>this"
    r"|in the) (?P<what>month|year))\b",
    re.IGNORECASE,
)
AFTER_YEAR = re.compile(r"\b[Aa]fter ((?:19|20)\d\d)\b")


def unfounded_days(claim: str, evidence: Evidence) -> Iterator[str]:
    """A month that the cited sentences do not name, and a day of another month."""
    dated = evidence.joined + " " + in_dates(evidence)
    held = months(dated) or months(evidence.header)
    wrong = months(claim) - held
    for month in sorted(wrong):
        yield f"the month {month} is not in the cited sentences"
    known = days(dated)
    if known:
        for month, day in sorted(days(claim) - known - days(evidence.header)):
            if month not in wrong:
                yield f"the date {month} {day} is not in the cited sentences"


def days(text: str) -> set[tuple[str, int]]:
    """Every day with its month, whichever comes first: "July 10-11" is two of them."""
    found = [*MONTH_FIRST.finditer(text), *DAY_FIRST.finditer(text)]
    return {(match[1 if match.re is MONTH_FIRST else 2], int(day)) for match in found for day in _whole(match)}


def in_dates(evidence: Evidence) -> str:
    """What the sentences leave to their date, in words that can be held against a claim's: "this month" as "August 2025".

    "After 2026" is given as 2027 too, and "two years later" as the year to which it leads from each that is told.
    """
    dated = zip(evidence.sentences, evidence.published, strict=False)
    found = [phrase for sentence, day in dated if day for phrase in _resolved(sentence, day)]
    found += [str(int(year) + 1) for year in AFTER_YEAR.findall(evidence.joined)]
    return "; ".join([*found, *reckoned(evidence.joined)])


def _resolved(sentence: str, published: date) -> Iterator[str]:
    for match in RELATIVE.finditer(sentence):
        word = (match["day"] or match["now"] or match["which"] or "this").casefold()
        unit = (match["unit"] or match["what"] or ("day" if match["day"] else "month")).casefold()
        step = {"last": -1, "previous": -1, "yesterday": -1, "next": 1, "coming": 1, "tomorrow": 1}.get(word, 0)
        yield _in_words(published, unit, step)


def _in_words(day: date, unit: str, step: int) -> str:
    if unit == "year":
        return str(day.year + step)
    if unit == "month":
        month = day.month - 1 + step
        return f"{MONTHS[month % 12]} {day.year + month // 12}"
    there = day + timedelta(days=step * (7 if unit == "week" else 1))
    return (
        f"{MONTHS[there.month - 1]} {there.year}"
        if unit == "week"
        else f"{there.day} {MONTHS[there.month - 1]} {there.year}"
    )


def _whole(match: re.Match[str]) -> list[str]:
    return re.findall(r"\d+", match["days"])
