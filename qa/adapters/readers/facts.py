"""What a file says of itself, as the plain text that Reading.metadata holds."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime

LONGEST = 500
_EMPTY = re.compile(
    r"\(?(?:unspecified|anonymous|untitled|unknown|none|null|n/?a)\)?"
    r"|author|title|microsoft office user|user|admin|openpyxl|python-docx|[\W_]*",
    re.IGNORECASE,
)
_JUNK = re.compile(r"^(?:Microsoft (?:Word|PowerPoint|Excel) - )|\.(?:docx?|pptx?|xlsx?|pdf|indd|qxd|tmp)$", re.I)
_ISO = re.compile(r"\s*(\d{4})(?:-|/|\.\s?|)(\d{1,2})(?:-|/|\.\s?|)(\d{1,2})(?!\d)")
_SPELLED = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y")


def facts(**values: object) -> dict[str, str]:
    """The known ones only, their white space collapsed."""
    plain = {key: " ".join(str(value).split())[:LONGEST] for key, value in values.items() if value is not None}
    return {key: value for key, value in plain.items() if value}


def typed_by_hand(value: object) -> str | None:
    """A title or an author out of a document's properties, unless a program filled it in."""
    text = _JUNK.sub("", str(value or "").strip("\0 \t\r\n"))
    return None if _EMPTY.fullmatch(text) else text


def day(value: object) -> str | None:
    """A date in any of the usual forms as YYYY-MM-DD; None when it is none, or one that no calendar has."""
    if isinstance(value, date):  # datetime too
        return f"{value:%Y-%m-%d}" if value.year >= 1000 else None
    text = str(value or "").strip()[:80]
    if found := _ISO.match(text):
        return _checked(*map(int, found.groups()))
    if not any(map(str.isdigit, text)):
        return None
    for form in _SPELLED:
        try:
            return f"{datetime.strptime(text, form):%Y-%m-%d}"
        except ValueError:
            continue
    try:
        return f"{parsedate_to_datetime(text):%Y-%m-%d}"
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def estimated(published: str | None) -> Mapping[str, str]:
    """A date that is a file's and perhaps not the text's."""
    return {"published": published, "published_estimated": "true"} if published else {}


def _checked(year: int, month: int, of_month: int) -> str | None:
    try:
        return date(year, month, of_month).isoformat() if year >= 1000 else None
    except ValueError:
        return None
