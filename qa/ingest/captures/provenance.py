"""What a capture's own lines say of an article: who published it, who wrote it, on which day."""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.ingest.captures.dates import When, find_days
from qa.ingest.captures.names import is_column, is_house, is_name, names_role

_DONE = (
    r"published|posted|submitted|asked|answered|replied|commented|active|viewed|written|started|received|accepted|uploaded"
    r"|updated|modified|released|created|issued"
)
_LABELS = (
    rf"(?:first |last |re)?(?:{_DONE})(?: (?:on|at))?|date|time|input|as of|on|at|edited"
    r"|(?:기사|최초|최종)? ?(?:입력|등록|게시|수정|작성|송고|승인|업데이트|발행)(?:일시?|시간)?|작성일|날짜"
)
_LABEL = re.compile(rf"(?<![^\W\d_])(?:{_LABELS})(?=[\W\d]|an? |$)", re.IGNORECASE)
_UPDATE = re.compile(r"(?:updated|modified|edited|수정|업데이트)[^\d]{0,12}$", re.IGNORECASE)
_NOISE = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|(?:오전|오후)(?: ?\d{1,2}[:시]\s?\d{1,2}분?)?|\([월화수목금토일]\)"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:gmt|utc)[+-]\d{1,2}(?::?\d{2})?\b"
    r"|\b(?:am|pm|gmt|utc|kst|jst|cet|cest|bst|est|edt|pst|pdt|et|pt|ct|local time)\b|\b[+-]\d{2}:?\d{2}\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"\d{1,2} ?(?:m|h|d|w|mins?|hrs?|hours?|days?|weeks?)")
_STAMP = re.compile(
    r"(?:(?:last )?(?:published|posted|updated|modified)|input|(?:기사|최초|최종)? ?(?:입력|등록|수정|승인))"
    r".{0,40}(?:\d:\d{2}|(?:오전|오후) ?\d)",
    re.IGNORECASE,
)
_READING = re.compile(r"\d+[- ]?min(?:ute)?s?[- ](?:to )?read", re.IGNORECASE)
_BARS = re.compile(r"\s*(?:[|·•‖]|\s[–—/-]\s)\s*|\s{2,}|\t")
_BY = re.compile(
    r"(?:story |words |written |reported |text )?by:?\s+(?P<name>\S.*)|(?:author|reporter|글쓴이|필자)s?\s*:\s*(?P<labelled>\S.*)"
    r"|글 (?P<korean>[가-힣 ]{2,12})",
    re.IGNORECASE,
)
_REPORTER = re.compile(
    r"(?P<name>[가-힣]{2,8}(?: [가-힣]{2,8})?)\s?(?:선임)?(?:기자|특파원|논설위원)(?:\s?=)?"
    r"(?:\s*[(\[]?[\w.+-]+@[\w.-]+[)\]]?)?"
)
_WIRE = re.compile(
    r"(?:[A-Z][A-Za-z'.-]*,? ){1,5}(?:[A-Z]?[a-z]{2,8}\.? \d{1,2},? )?\((?P<house>[A-Z][\w .&-]{1,30})\)\s*[-–—]"
)
_WIRE_KOREAN = re.compile(
    r"[(\[][가-힣]{2,10}=(?P<house>[가-힣A-Za-z ]{2,16})[)\]]\s*(?:(?P<name>[가-힣]{2,8})\s?(?:기자|특파원))?"
)
_RIGHTS = re.compile(
    r"(?:(?:copyright|저작권자|©|ⓒ|\(c\))\W*)+(?:\d{4}(?:\s?[-–]\s?\d{4})?\W*)?(?P<house>[^\W\d][\w&' -]{1,40}?)"
    r"(?=,? (?:ltd|inc|co|llc|corp|gmbh|plc)\b|[.,|·;]|\s*$)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?P<title>.{12,200}?)\s+[|–—-]\s+(?P<house>[^|–—]{2,40})$")
_TITLE_LABEL = re.compile(r"(?:title|headline|제목)\s*:\s*", re.IGNORECASE)
_LEADING_COLUMN = re.compile(r"\[(?P<name>[A-Z]\w+ [A-Z]\. [A-Z]\w+)\]")  # a middle initial: a name, and no rubric


@dataclass(frozen=True, slots=True)
class Said:
    """What one line says. ``strong``: hardly any line inside an article says so much."""

    author: str | None = None
    publisher: str | None = None
    when: When | None = None
    updated: When | None = None
    labelled: bool = False
    stamped: bool = False  # to the minute, as only machines do

    @property
    def strong(self) -> bool:
        """Whether an article must begin here when there is a headline too."""
        return (self.when is not None and (self.labelled or self.publisher is not None)) or self.author is not None


@lru_cache(maxsize=512)  # a line is asked about as a sign, in a head and between paragraphs
def said_by(line: str) -> Said | None:
    """What a line says of an article's provenance; None when it says nothing of the kind or anything else besides."""
    if not 2 < len(line) <= 200:
        return None
    author = publisher = when = updated = None
    labelled, known = False, 0
    parts = [part for part in _BARS.split(line) if part.strip(" ,;|")]
    for part in parts:
        days = _days_only(part)
        if name := author_of(part):
            author, known = author or name, known + 1
        elif days is not None:
            first, latest, house, label = days
            when, updated, publisher = when or first, updated or latest, publisher or house
            labelled, known = labelled or label, known + 1
        elif _says_little(part.strip()):
            known += 1
        elif is_house(part) and publisher is None:
            publisher, known = part.strip(), known + 1
    if known < len(parts) or not (author or when or updated):
        return None
    return Said(author, publisher, when, updated, labelled, bool(_STAMP.match(line)))


def _says_little(part: str) -> bool:
    """A time of day, a rubric, a reading time: they stand in lines of provenance and say nothing of it."""
    return not _NOISE.sub("", part).strip(" ,") or is_column(part) or bool(_READING.fullmatch(part))


def _days_only(part: str) -> tuple[When | None, When | None, str | None, bool] | None:
    """(day, day of update, publisher, labelled) of a piece of a line that holds days and at most a publisher."""
    days = find_days(f"{part} ago" if _AGE.fullmatch(part.strip()) else part)
    if not days:
        return None
    rest, position = [], 0
    for day in days:
        rest.append(part[position : day.start])
        position = max(position, day.end)
    rest.append(part[position:])
    left = " ".join(_NOISE.sub(" ", " ".join(rest)).split())
    bare = " ".join(_LABEL.sub(" ", left).replace("(", " ").replace(")", " ").split()).strip(" ,;:.~-|")
    house = bare if is_house(bare) or (days[0].relative and is_name(bare)) else None
    if bare and house is None and not (len(days) > 1 and len(bare) <= 20):
        return None
    updates = [day for day in days if _UPDATE.search(part[: day.start])]
    first = next((day for day in days if day not in updates), None)
    return first, (updates[0] if updates else None), house, bool(_LABEL.match(left))


def author_of(part: str) -> str | None:
    """The name in a byline; None when it is none."""
    part = part.strip(" ,|")
    if match := _REPORTER.fullmatch(part):
        return match["name"]
    match = _BY.fullmatch(part)
    if match is None:
        return None
    name = (match["name"] or match["labelled"] or match["korean"]).strip()
    return name if is_name(name, 9) or (names_role(name) and len(name.split()) < 5 and name[-1].isalpha()) else None


def wire_of(prose: str) -> tuple[str | None, str | None]:
    """(publisher, author) named in a dateline."""
    if korean := _WIRE_KOREAN.match(prose):
        return korean["house"], korean["name"]
    wire = _WIRE.match(prose)
    return (wire["house"] if wire else None), None


def rights_of(line: str) -> str | None:
    """Who holds the rights in a page, where a line says so."""
    match = _RIGHTS.search(line[:200])
    return house if match and is_name(house := match["house"].strip()) and not is_column(house) else None


def title_and_house(title: str) -> tuple[str, str | None]:
    """A page's title as the browser shows it, "Headline - Publisher", in two."""
    match = _TAIL.match(title)
    return (match["title"], match["house"]) if match and is_house(match["house"]) else (title, None)


def without_label(title: str) -> str:
    """A title without the word "Title:" before it."""
    return _TITLE_LABEL.sub("", title)


def columnist_of(title: str) -> str | None:
    """The columnist whom a headline names in brackets."""
    match = _LEADING_COLUMN.match(title)
    return match["name"] if match else None
