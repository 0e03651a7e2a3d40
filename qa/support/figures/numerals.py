"""Numbers in words made digits: "three and a half million" is 3.5 million, "half an hour" 0.5 hour, "3–5 million" says million twice."""

import re
from functools import lru_cache

from qa.figures import MAGNITUDES, NUMBER_WORDS, SPELLED, UNITS, counted
from qa.support.figures.points import with_points

_MEASURES = "|".join([*MAGNITUDES, *UNITS])
_GREAT = "|".join(each for each in MAGNITUDES if each != "hundred")
_AMOUNT = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|{SPELLED})"
_PARTS = {"half": ".5", "quarter": ".25", "three-quarters": ".75", "½": ".5", "¼": ".25", "¾": ".75"}
SIGNED = re.compile(r"(?P<whole>\d*)(?P<part>[½¼¾])")
MIXED = re.compile(
    rf"\b(?:(?P<whole>\d+|one|{SPELLED})(?P<unit> (?:{_MEASURES})s?)?|an? (?P<of>(?:{_MEASURES})))"
    r" and (?:an?[ -]|one[ -])?(?P<part>half|quarter|three[ -]quarters)\b",
    re.IGNORECASE,
)
HALVED = re.compile(
    rf"\b(?:(?:an?|one)[ -])?(?P<part>half|quarter|three[ -]quarters)(?:(?: of)? an? |[ -](?:of an? )?)(?=(?:{_MEASURES})\b)",
    re.IGNORECASE,
)
HUNDREDS = re.compile(
    rf"\b(?P<count>an?|one|{SPELLED}|\d+) hundred(?:(?: and)? (?P<rest>\d\d?\b|{SPELLED}\b))?", re.IGNORECASE
)
SINGLE = re.compile(rf"\b(?:a|one) (?=(?:{_GREAT})\b)", re.IGNORECASE)
WITH_LESS = re.compile(rf"\b(?:an?|one) (?=(?:{'|'.join(UNITS)}) and (?:\d|(?:{SPELLED})\b))", re.IGNORECASE)
YEARS = re.compile(
    r"(?<![\d.,/–-])(?P<century>1[0-9]|20)(?P<first>\d\d)(?P<join>[-–/])(?P<last>\d\d)(?![\d/–-]|[.,]\d)"
)
SHORT_YEAR = re.compile(r"(?<!\w)[’'](?=[6-9]\d\b(?![’']?s))")
# "16,5 million" and "3,5%": three digits behind a comma would be thousands.
COMMA = re.compile(rf"(?<![\d.,])(\d+),(\d\d?)(?= ?%|[ -](?:per ?cent|{_MEASURES})s?\b)", re.IGNORECASE)
SPREAD = re.compile(
    rf"(?P<between>\bbetween )?(?<![\w.,-])(?P<sign>[$€£]?)(?P<first>{_AMOUNT})"
    rf"(?P<join> ?[-–—] ?|[ -](?:to|or)[ -]| and )(?P<last>[$€£]?{_AMOUNT})(?![\d–-]|[.,]\d)"
    rf"(?P<behind>(?:[ -](?:{'|'.join(MAGNITUDES)})\b)?(?: ?%| per ?cent\b)?)",
    re.IGNORECASE,
)


@lru_cache(maxsize=2_000)  # a passage is held against many claims
def in_digits(text: str) -> str:
    """The text with mixed numbers, hundreds and both ends of a range in a form that can be read one by one."""
    text = SHORT_YEAR.sub("19", with_points(text))
    text = COMMA.sub(r"\1.\2", text)
    text = SIGNED.sub(lambda match: (match["whole"] or "0") + _PARTS[match["part"]], text)
    text = MIXED.sub(_mixed, text)
    text = HALVED.sub(lambda match: f"0{_part(match)} ", text)
    text = HUNDREDS.sub(_hundreds, text)
    text = SINGLE.sub("1 ", text)
    text = WITH_LESS.sub("1 ", text)
    return SPREAD.sub(_spread, SPREAD.sub(_spread, YEARS.sub(_both_years, text)))  # twice: "from four to 8–10 million"


def _mixed(match: re.Match[str]) -> str:
    whole = 1 if match["of"] else counted(match["whole"])
    return f"{whole}{_part(match)}{' ' + match['of'] if match['of'] else match['unit'] or ''}"


def _part(match: re.Match[str]) -> str:
    return _PARTS[match["part"].casefold().replace(" ", "-")]


def _hundreds(match: re.Match[str]) -> str:
    return str(counted(match["count"]) * 100 + (counted(match["rest"]) if match["rest"] else 0))


def _both_years(match: re.Match[str]) -> str:
    """ "1914–18" as "1914–1918"."""
    if int(match["last"]) <= int(match["first"]):
        return match[0]
    return f"{match['century']}{match['first']}–{match['century']}{match['last']}"


def _spread(match: re.Match[str]) -> str:
    """What stands behind the last end of a range is said of the first too, unless that is the greater number."""
    joined, words = match["join"].strip(" -"), not (match["first"][0] + match["last"].lstrip("$€£")[0]).isdigit()
    if (joined == "and" and not match["between"]) or (match["join"] == "-" and words):
        return match[0]
    small = _value(match["first"]) < _value(match["last"].lstrip("$€£"))
    behind = match["behind"] if small else ""
    by = f" {joined} " if joined.isalpha() else "–"
    return f"{match['between'] or ''}{match['sign']}{match['first']}{behind}{by}{match['last']}{match['behind']}"


def _value(amount: str) -> float:
    return float(NUMBER_WORDS.get(amount.casefold()) or amount.replace(",", ""))
