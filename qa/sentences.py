"""Text to sentence spans with exact offsets.

Lines are gathered into blocks (a heading, a table row, a list item, a paragraph on one line or many), then each block
is cut where a sentence ends. No rule looks further than a few characters around a full stop: the time is linear.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf
from typing import NamedTuple

from qa.types import Sentence

SENTENCE_LIMIT = 1_200  # characters of a sentence that a model is shown and the checks read; a longer one is cited whole all the same

# Words whose full stop does not end a sentence: whatever comes next, ...
_NEVER_LAST = frozenset(
    "Mr Mrs Ms Messrs Dr Prof Rep Reps Gen Sen Sens Gov Govs Lt Col Capt Sgt Cpl Maj Adm Cmdr Brig Pvt Rev Hon Pres Amb"
    " Supt Det Fr Fig Figs Eq Eqs Ref Refs fig figs eq vs Vs cf Cf viz approx Approx ca incl resp e.g E.g i.e eg ie".split()
)
# ... when a number comes next, and unless the next word is one that opens sentences and is hardly ever part of a name.
_BEFORE_NUMBER = frozenset(
    "no nos p pp para sec ch vol art tab jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_SELDOM_LAST = frozenset(
    "inc ltd co corp bros jr sr esq al ave blvd rd st ste mt ft dept univ assn est lit esp eds govt".split()
)
_OPENING_WORDS = frozenset(
    "The A An In On At By To As It Its If Is He She They We You I This That These Those There Here His Her Their Our My"
    " However But And Or So Yet Then When While Where Although Though Because For From With Without After Before Since"
    " Until During Both Some Many Most Much Such Not No Nor What Who Why How Which Meanwhile Moreover Furthermore Also"
    " Thus Therefore Hence Instead Still Now Once Each Every All Another Other Under Over Between Among Despite Like"
    " Unlike Earlier Later Today Yesterday Tomorrow According Several Few Nothing Nobody".split()
)
# No heading ends in one of these, and a line that does goes on in the next.
_LINKING_WORDS = frozenset("a an and as at but by for from in is of on or that the to with".split())

_WIDE = "。！？｡"  # need no space after them
_MARKS = ".!?…‼⁇⁈⁉؟۔।॥։።" + _WIDE
_WIDE_CLOSERS = "」』）】》〉〕］｝”’\"'"
_CLOSERS = r"“‘»›)\]}*_" + _WIDE_CLOSERS
_OPENERS = r"\"'“‘”’„‚«‹(\[{「『（【《〈*_"
_NOTES = r"(?: ?\[\d{1,3}(?:[,–-] ?\d{1,3})*+\]|\[[\w ]{1,20}\]|[¹²³⁰⁴-⁹]++)*+"

# A run of marks and what closes with it. It is entered only at its first mark and never given back: linear in any text.
_STOP = re.compile(
    rf"(?<![{_MARKS}])([{_MARKS}]++)(?:"
    rf"(?<=[{_WIDE}])(?:[{_WIDE_CLOSERS}]++(?=[\s{_OPENERS}]|\Z)|(?![{_WIDE_CLOSERS}])){_NOTES}"
    rf"|[{_CLOSERS}]*+{_NOTES}(?=\s|\Z|(?<=\])[A-Z]|(?<=[다요]\.)[가-힣]|(?<=[\u3040-\ud7a3][!?])[\u3040-\ud7a3]))"
)
_TERMINATED = re.compile(rf"[{_MARKS}][{_CLOSERS}]*+{_NOTES}$")
_BEFORE = re.compile(r"[^\s–—/\"'“‘(\[-]*$")
_AHEAD = re.compile(rf"(\s*+)[{_OPENERS}]{{0,4}}+(?![{_MARKS},;:)\]}}–—]|--|\Z)(?=(\w{{0,16}}+\.?))")
_SAID = re.compile(r"(?:이?라[고며는]|하[고며]|[고며])(?!\w)")  # Korean after a quotation: "... he said"
_INITIALS = re.compile(r"[A-Za-zÀ-ɏΑ-ӿ]|(?:[A-Za-zÀ-ɏΑ-ӿ]{1,2}\.)+[A-Za-zÀ-ɏΑ-ӿ]{1,4}")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,5}|[A-Za-z가-하])")
_DATE = re.compile(r"\b\d{4}\.\s?(?:1[0-2]|0?[1-9])\.\s?(?:3[01]|[12]\d|0?[1-9])\.")  # 2025. 8. 1.
_FORMS = {
    "fence": re.compile(r"(```|~~~)(?!.*\1)"),
    "heading": re.compile(r"(?=.{3,200}$)(?:#{1,6}\s+\S|=[=\s]*+\w.*=$)"),
    "underline": re.compile(r"(?:={3,}|-{3,})$"),
    "row": re.compile(r"\||(?=.{1,400}$).{1,80}?(?:\s\|\s|\t)"),
    "item": re.compile(r"(?:[-*+•‣◦▪●○■□※]|\(?(?:\d{1,3}|[ivx]{2,5}|[a-z가-하])[).]|\(?[A-Z]\)|\[\d{1,3}\])\s+\S"),
}


class _Line(NamedTuple):
    """A line with something on it: its span, its text without the marks of a block quote, what it is, what is above."""

    start: int
    end: int
    text: str
    form: str
    gap: bool  # a blank line stands before it
    ended: bool  # as sentences do


def split_sentences(text: str) -> list[Sentence]:
    """All sentences in order, without the white space around them; every other character is in exactly one of them."""
    return [
        Sentence(a, b, text[a:b], "heading" if form == "heading" else "prose")
        for start, end, form in _blocks(_lines(text))
        for a, b in (_cut(text, start, end) if form in ("plain", "item") else [(start, end)])
    ]


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    position, gap, fenced = 0, True, False
    for raw in text.splitlines(keepends=True):
        if body := raw.strip():
            form = next((name for name, pattern in _FORMS.items() if pattern.match(body)), "plain")
            start, ended = position + raw.index(body), bool(_TERMINATED.search(body[-24:]))
            found.append(_Line(start, start + len(body), body.lstrip("> \t"), "row" if fenced else form, gap, ended))
            fenced ^= form == "fence"
        gap = not body
        position += len(raw)
    return found


def _blocks(lines: list[_Line]) -> Iterator[tuple[int, int, str]]:
    starts = [i for i, line in enumerate(lines) if line.gap] + [len(lines)]
    margins = [margin for a, b in pairwise(starts) for margin in [_margin(lines[a:b])] * (b - a)]
    titles = _titles(lines, margins)
    i = 0
    while i < len(lines):
        form, j = "heading" if i in titles else lines[i].form, i + 1
        while j < len(lines) and j not in titles and _goes_on(form, lines[j - 1], lines[j], margins[j]):
            j += 1
        yield lines[i].start, lines[j - 1].end, form
        i = j


def _margin(run: list[_Line]) -> float:
    """From which length the end of a line is taken for the margin's doing and not the author's."""
    widest = max(len(line.text) for line in run)
    first = [line.text[:1] for line in run]
    going_on = sum(c.islower() or (widest >= 24 and c.isalpha() and c.lower() == c.upper()) for c in first)
    flowing = going_on * 5 >= len(run)
    if widest > 160 or (len(run) > 4 and not flowing):  # a paragraph a line, or a list
        return inf
    return 0.7 * widest if flowing else max(60, 0.85 * widest)


def _goes_on(form: str, before: _Line, line: _Line, margin: float) -> bool:
    """Whether ``line`` continues the block of this form that ``before`` is the last line of."""
    if line.gap or form == "heading":
        return not line.gap and line.form == "underline"
    if form not in ("plain", "item") or line.form != "plain":
        return False
    last = before.text.rpartition(" ")[2]
    wrapped = len(before.text) >= margin or last in _LINKING_WORDS or last.removesuffix(".") in _NEVER_LAST
    return not before.text or line.text[:1].islower() or (wrapped and line.text != "")


def _titles(lines: list[_Line], margins: list[float]) -> set[int]:
    """Which lines are headings by their looks: short, alone, above prose or above another. In doubt, they are not."""
    found: set[int] = set()
    for i in reversed(range(len(lines) - 1)):
        line, after = lines[i], lines[i + 1]
        alone = line.gap or lines[i - 1].form not in ("plain", "item") or lines[i - 1].ended
        if alone and _is_title(line):
            above_title = after.gap and i + 1 in found and not {i + 1, i + 2, i + 3} <= found
            above_prose = _is_prose(after, margins[i + 1]) and (after.gap or len(line.text) < margins[i])
            if above_title or above_prose or (after.form == "underline" and not after.gap):
                found.add(i)
    return found


def _is_title(line: _Line) -> bool:
    words = line.text.strip("*_ ").split()
    first = line.text.lstrip(_OPENERS)[:1]
    if line.form != "plain" or line.ended or len(line.text) > 100 or not 0 < len(words) <= 12 or ": " in line.text:
        return False
    return first.isalnum() and not first.islower() and not (words[-1][-1] in ",;:-–—" or words[-1] in _LINKING_WORDS)


def _is_prose(line: _Line, margin: float) -> bool:
    if line.form != "plain" or line.text[:1].islower() or line.text[:1].isdigit():
        return False
    return len(line.text) > 60 or len(line.text) >= margin or (len(line.text) >= 40 and line.ended)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        ahead = _AHEAD.match(text, stop.end(), end)
        if ahead and _ends_sentence(text, start, stop, ahead):
            yield start, stop.end()
            start = ahead.end(1)
    yield start, end


def _ends_sentence(text: str, start: int, stop: re.Match[str], ahead: re.Match[str]) -> bool:
    if stop[1][-1] in _WIDE:
        return True
    closed, after = stop.end() > stop.end(1), ahead.end()
    if closed and _SAID.match(text, after):
        return False
    following = text[after + 1 : after + 2]
    lower = text[after].islower() and not (following.isupper() or following == ")")  # neither iPhone nor (b)
    if stop[1] != "." or (lower and closed):
        return not lower
    if any(date.start() < stop.end() <= date.end() for date in _DATE.finditer(text, max(start, after - 14), after + 8)):
        return False
    word = _BEFORE.findall(text, max(start, stop.start() - 24), stop.start())[0]
    if start + len(word) + 1 >= stop.start() and _ENUMERATOR.fullmatch(word):
        return False
    return _may_end(word, lower, ahead[2])


def _may_end(word: str, lower: bool, following: str) -> bool:
    if word in _NEVER_LAST or (word.isupper() and word.capitalize() in _NEVER_LAST):
        return False
    key = word.casefold()
    if lower:  # only after a word too plain to be an abbreviation we do not know
        plain = len(word) > 3 and word.isalpha() and word.islower() and key not in _SELDOM_LAST
        return plain or word.endswith(tuple("0123456789%)"))
    if key in _BEFORE_NUMBER and following[:1].isdigit():
        return False
    return following in _OPENING_WORDS or not (key in _SELDOM_LAST or _INITIALS.fullmatch(word))
