"""What a capture's own lines say of an article: who published it, who wrote it, on which day."""

import re
from dataclasses import dataclass

from qa.ingest.captures.dates import When, find_days

_LABELS = (
    r"(?:first |last |re)?(?:published|posted|submitted|asked|answered|replied|commented|active|viewed|written|started|received|accepted|uploaded|updated|modified|released|created|issued)(?: (?:on|at))?|date|time|input|as of|on|at|edited"
    r"|(?:기사|최초|최종)? ?(?:입력|등록|게시|수정|작성|송고|승인|업데이트|발행)(?:일시?|시간)?|작성일|날짜"
)
_LABEL = re.compile(rf"(?<![^\W\d_])(?:{_LABELS})(?=[\W\d]|an? |$)", re.IGNORECASE)
_UPDATE = re.compile(r"(?:updated|modified|edited|수정|업데이트)[^\d]{0,12}$", re.IGNORECASE)
_NOISE = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|(?:오전|오후)(?: ?\d{1,2}[:시]\s?\d{1,2}분?)?|\([월화수목금토일]\)"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:gmt|utc)[+-]\d{1,2}(?::?\d{2})?\b|\b(?:am|pm|gmt|utc|kst|jst|cet|cest|bst|est|edt|pst|pdt|et|pt|ct|local time)\b|\b[+-]\d{2}:?\d{2}\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"\d{1,2} ?(?:m|h|d|w|mins?|hrs?|hours?|days?|weeks?)")
_STAMP = re.compile(r"(?:(?:last )?(?:published|posted|updated|modified)|input|(?:기사|최초|최종)? ?(?:입력|등록|수정|승인)).{0,40}(?:\d:\d{2}|(?:오전|오후) ?\d)", re.IGNORECASE)  # fmt: skip
_READING = re.compile(r"\d+[- ]?min(?:ute)?s?[- ](?:to )?read", re.IGNORECASE)
_BARS = re.compile(r"\s*(?:[|·•‖]|\s[–—/-]\s)\s*|\s{2,}|\t")
_BY = re.compile(r"(?:story |words |written |reported |text )?by:?\s+(?P<name>\S.*)|(?:author|reporter|글쓴이|필자)s?\s*:\s*(?P<labelled>\S.*)|글 (?P<kr>[가-힣 ]{2,12})", re.IGNORECASE)  # fmt: skip
_REPORTER = re.compile(
    r"(?P<name>[가-힣]{2,8}(?: [가-힣]{2,8})?)\s?(?:선임)?(?:기자|특파원|논설위원)(?:\s?=)?(?:\s*[(\[]?[\w.+-]+@[\w.-]+[)\]]?)?"
)
_SMALL = frozenset("and of the for at in with from de la von van del to".split())
_ROLES = re.compile(r"\b(?:editors?|staff|desk|team|correspondents?|reporters?|bureau|contributors?|columnists?|writers?|editorial board)\b|취재팀|논설위원실", re.IGNORECASE)  # fmt: skip
_HOUSES = re.compile(
    r"\b(?:times|herald|messenger|sentinel|record|advocate|register|mirror|guardian|argus|echo|post|journal|daily|press|agency|gazette|courier|observer|ledger|review|tribune|chronicle|quarterly|weekly|monthly|magazine"
    r"|wire|institute|ministry|cent(?:er|re)|council|foundation|university|forum|association|bank|mail|globe|star|standard|telegraph|examiner|bulletin"
    r"|news|today|broadcasting|radio|television|tv|think tank|network|bureau of|department of|office of|commission|authority|embassy|society|report)\b"
    r"|[가-힣]{2,}(?:일보|신문|뉴스|통신|방송|경제|매일|타임스|연구원|연구소|재단|위원회|부|청)$",
    re.IGNORECASE,
)
_COLUMNS = re.compile(
    r"opinions?|editorials?|commentary|analysis|column|feature[sd]?|interviews?|press releases?|news releases?|releases?|statements?|reports?|(?:policy |issue )?briefs?|blogs?"
    r"|exclusive|breaking(?: news)?|top news|(?:local|world|business|national|latest|all) news|news|photo news|explainer|letters?|research|review|today|for immediate release|media notes?|fact sheets?|remarks|readouts?|speech(?:es)?|transcripts?|notices?|engineering|news analysis|viewpoints?|perspectives?|essays?|보도자료|사설|칼럼|단독|기획|인터뷰"
    r"|politics|business|economy|world|society|culture|sports?|science|weather",
    re.IGNORECASE,
)
_WIRE = re.compile(
    r"(?:[A-Z][A-Za-z'.-]*,? ){1,5}(?:[A-Z]?[a-z]{2,8}\.? \d{1,2},? )?\((?P<house>[A-Z][\w .&-]{1,30})\)\s*[-–—]"
)
_WIRE_KOREAN = re.compile(
    r"[(\[][가-힣]{2,10}=(?P<house>[가-힣A-Za-z ]{2,16})[)\]]\s*(?:(?P<name>[가-힣]{2,8})\s?(?:기자|특파원))?"
)
_RIGHTS = re.compile(r"(?:(?:copyright|저작권자|©|ⓒ|\(c\))\W*)+(?:\d{4}(?:\s?[-–]\s?\d{4})?\W*)?(?P<house>[^\W\d][\w&' -]{1,40}?)(?=,? (?:ltd|inc|co|llc|corp|gmbh|plc)\b|[.,|·;]|\s*$)", re.IGNORECASE)  # fmt: skip
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
    said = author or when or updated
    return Said(author, publisher, when, updated, labelled, bool(_STAMP.match(line))) if said and known == len(parts) else None


def _says_little(part: str) -> bool:
    """A time of day, a rubric, a reading time: they stand in lines of provenance and say nothing of it."""
    return not _NOISE.sub("", part).strip(" ,") or any(words.fullmatch(part) for words in (_READING, _COLUMNS))


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
    house = bare if is_house(bare) or (days[0].relative and _is_name(bare, 5)) else None
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
    name = (match["name"] or match["labelled"] or match["kr"]).strip()
    return name if _is_name(name, 9) or (_ROLES.search(name) and len(name.split()) < 5 and name[-1].isalpha()) else None


def is_role(line: str) -> bool:
    """Whether a line names who wrote by their office: "Harbor Desk", "News Editors"."""
    capital = line[:1].isupper() and len(line.split()) < 4 and line[-1].isalpha()
    return (capital or _is_name(line, 5)) and _ROLES.search(line) is not None


def is_house(line: str) -> bool:
    """Whether a line looks like the name of a publisher, by one of the words that such names are made of."""
    line = line.strip()
    return _is_name(line, 6) and _HOUSES.search(line) is not None and not is_column(line) and not _ROLES.search(line)


def is_name(line: str) -> bool:
    """Whether a line could name a publisher where one is expected."""
    return _is_name(line, 5) and not is_column(line)


def is_column(line: str) -> bool:
    """Whether a line names a part of a newspaper: it titles nothing and publishes nothing."""
    return _COLUMNS.fullmatch(line.strip(" :[]")) is not None


def wire_of(prose: str) -> tuple[str | None, str | None]:
    """(publisher, author) named in a dateline."""
    if korean := _WIRE_KOREAN.match(prose):
        return korean["house"], korean["name"]
    wire = _WIRE.match(prose)
    return (wire["house"] if wire else None), None


def rights_of(line: str) -> str | None:
    """Who holds the rights in a page, where a line says so."""
    match = _RIGHTS.search(line[:200])
    return match["house"].strip() if match and is_name(match["house"].strip()) else None


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


def _is_name(line: str, longest: int) -> bool:
    words = line.split()
    if not words or len(words) > longest or len(line) > 80 or line[-1] in ".!?:;,…" or len(line) < 2:
        return False
    return all(word[0].isupper() or not word[0].isascii() or word in _SMALL or word == "&" for word in words) and (
        words[0][0].isalpha() and not words[-1][0].isdigit()
    )
