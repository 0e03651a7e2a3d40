"""Lines made whole and told apart: prose, list items, short lines, furniture."""

import re
from typing import Literal, NamedTuple

from qa.ingest.captures.vocabulary import TAKEAWAYS, furniture_kind

Role = Literal["prose", "item", "short"]

CLIP = 400  # no rule looks further into a line
PROSE = 120  # so wide a line is prose even without a full stop
_BULLET = re.compile(r"(?:[-*+•‣◦▪●○■□※·]|\d{1,2}[.)])\s+")
_ENDED = re.compile(r"[.。…!?][\"'”’»)\]」』]*$")
_FULL_STOP = re.compile(r"(?:[.。…]|\.\.\.)[\"'”’»)\]」』]*$")
_WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_BRACKETED = re.compile(r"\(.{40,}\)$")


class Unit(NamedTuple):
    """A line, or several that one sentence was wrapped over: its span, the first characters of its text, what it is."""

    start: int
    end: int
    text: str  # without bullet, white space made one, clipped
    role: Role
    kind: str | None  # of furniture
    bullet: bool
    width: int  # of the whole, in columns: a Korean syllable says as much as two letters

    @property
    def body(self) -> bool:
        """Whether it can only be the text of an article."""
        return self.kind is None and self.role != "short"


def width(text: str) -> int:
    """How much a text holds, in columns."""
    return len(text) + len(_WIDE.findall(text))


def units_of(text: str) -> list[Unit]:
    """All that stands on the lines of a text, in order."""
    units = [_unit(text, start, end, kind) for start, end, kind in _joined(text)]
    twice = {i for i in range(1, len(units)) if units[i].text == units[i - 1].text and units[i].width <= 220}
    headlines = twice | {i - 1 for i in twice}  # a headline may end in a full stop; prose is not printed twice
    units = [unit._replace(role="short") if i in headlines else unit for i, unit in enumerate(units)]
    return _with_items(_with_last_words(units))


def _joined(text: str) -> list[tuple[int, int, str | None]]:
    """Spans of lines; a line that goes on in small letters is one with the next."""
    found: list[tuple[int, int, str | None]] = []
    position, gap, last = 0, True, ""
    for raw in text.splitlines(keepends=True):
        if line := raw.strip():
            start = position + raw.index(line)
            flows = not gap and _flows(last, line)
            kind = None if flows else furniture_kind(_BULLET.sub("", line, count=1))
            before = found[-1][2] if found else None
            if not gap and kind is None and _goes_on(last, line, before):
                found[-1] = (found[-1][0], start + len(line), before)
            else:
                found.append((start, start + len(line), kind))
            last = line
        gap = not line
        position += len(raw)
    return found


def _flows(last: str, line: str) -> bool:
    """Whether a line looks wrapped from the one above: then its words are not furniture, whatever they are."""
    if len(last) < 45 or _ENDED.search(last[-8:]):
        return False
    return line[0].islower() or (len(last) >= 50 and 30 <= len(line) <= 100)


def _goes_on(last: str, line: str, kind: str | None) -> bool:
    if not line[0].islower() or _BULLET.match(line) or line.startswith("by "):
        return False
    return last.endswith(",") or (kind is None and len(last) >= 40 and not _ENDED.search(last[-8:]))


def _unit(text: str, start: int, end: int, kind: str | None) -> Unit:
    raw = text[start : min(end, start + CLIP)]
    bullet = _BULLET.match(raw)
    line = " ".join(raw[bullet.end() if bullet else 0 :].split())
    columns = width(raw) + max(0, end - start - CLIP)
    ended = bool(_FULL_STOP.search(text[max(start, end - 8) : end]))
    words = len(line.split())
    said = (ended and words >= 4) or (ended and columns >= 24 and words >= 2) or bool(_BRACKETED.match(line))
    role: Role = "prose" if (said or columns >= PROSE) else "short"
    return Unit(start, end, line, role, kind, bullet is not None, columns)


def _with_last_words(units: list[Unit]) -> list[Unit]:
    """ "The writer is ..." is furniture at the end of a text; with prose below it is the text."""
    found: list[Unit] = []
    for unit in reversed(units):
        goes_on = unit.kind == "views" and unit.role == "prose" and bool(found) and found[-1].body
        found.append(unit._replace(kind=None) if goes_on else unit)
    return found[::-1]


def _with_items(units: list[Unit]) -> list[Unit]:
    """Bullets are items where a list belongs to the text: after prose, after another item, or under "Key takeaways"."""
    found: list[Unit] = []
    for unit in units:
        previous = found[-1] if found else None
        listed = previous is not None and (previous.body or TAKEAWAYS.fullmatch(previous.text) is not None)
        if unit.bullet and unit.kind is None and (unit.role == "prose" or listed):
            found.append(unit._replace(role="item"))
        else:
            found.append(unit)
    return found
