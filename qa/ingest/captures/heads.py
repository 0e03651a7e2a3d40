"""Where an article begins: a headline among lines that are no prose, and what they say of its provenance."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.ingest.captures.dates import When
from qa.ingest.captures.names import is_column, is_house, is_name, is_role
from qa.ingest.captures.provenance import Said, columnist_of, said_by, title_and_house, without_label
from qa.ingest.captures.units import Unit, width

_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above an article. ``strong``: clear enough to end the article before it."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    when: When | None = None
    strong: bool = False
    dated: bool = False  # says anything beyond a headline
    fits: bool = False  # the prose below takes up the headline's words

    def filled(self, other: "Head") -> "Head":
        """What this one leaves open, the other may say."""
        return replace(
            self,
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            author=self.author or other.author,
            when=self.when or other.when,
            fits=self.fits or other.fits,
        )


def read_head(run: Sequence[Unit], prose: Sequence[Unit]) -> Head:
    """What a run of lines above prose says of the article that the prose begins."""
    said = {i: line for i, unit in enumerate(run) if unit.kind is None and (line := said_by(unit.text))}
    doubled, house = _doubled(run, said)
    at = doubled if doubled is not None else _nearest_title(run, said, stems_of(prose))
    lines = _lines_for(run, said, at)
    found = _gathered(run, lines, at)
    if at is None:
        return found
    title, tail = title_and_house(without_label(run[at].text))
    strong = any(line.strong for line in lines.values()) and found.when is not None
    return replace(
        found,
        title=title,
        publisher=found.publisher or house or tail,
        author=found.author or columnist_of(title),
        strong=strong or (doubled is not None and bool(lines)),
        dated=bool(lines) or doubled is not None,
    )


def likely_head(run: Sequence[Unit], prose: Sequence[Unit]) -> Head:
    """The headline nearest to the prose, where only the prose itself tells which line it is."""
    stems = stems_of(prose)
    at = _chosen([i for i, unit in enumerate(run) if _may_title(unit) and not is_house(unit.text)], run, stems)
    if at is None:
        return Head()
    title, house = title_and_house(without_label(run[at].text))
    return Head(title=title, publisher=house, fits=is_about(title, stems))


def stems_of(prose: Sequence[Unit]) -> set[str]:
    """The words of a text without their endings."""
    return {stem for unit in prose for stem in _stems(unit.text)}


def _stems(line: str) -> set[str]:
    """What is left of the words of a line when endings are cut off: enough to see that a headline is about its article."""
    words = (word.casefold() for word in _WORD.findall(line))
    return {word[:5] if word.isascii() else word[:2] for word in words if len(word) > 3 or not word.isascii()}


def is_about(line: str, stems: set[str], one_in: int = 3) -> bool:
    """Whether a text with these stems takes up one in so many words of a line."""
    own = _stems(line)
    return len(own & stems) * one_in >= len(own) > 0


def _chosen(titles: list[int], run: Sequence[Unit], stems: set[str]) -> int | None:
    """The last of some headlines whose words the prose below takes up, else the last; not the line under a headline."""
    if not titles:
        return None
    named = [i for i in titles if not is_house(run[i].text)] or titles
    at = next((i for i in reversed(named) if is_about(run[i].text, stems)), named[-1])
    if at - 1 in named and at > 1 and 20 <= run[at - 1].width < run[at].width >= 60:
        return at - 1  # says less in fewer words: this is the headline, and what says more stands under it
    if at - 1 in named and is_name(run[at].text) and is_about(run[at - 1].text, stems):
        return at - 1  # the nearest names a person or a house
    return at


def _may_title(unit: Unit) -> bool:
    text = unit.text
    if unit.kind or unit.bullet or unit.role != "short" or not 16 <= unit.width <= 220 or text[-1] in ":,;":
        return False
    return (
        (len(text.split()) >= 3 or width(text) >= 24)
        and not (is_column(text) or is_role(text))
        and said_by(text) is None
    )


def _doubled(run: Sequence[Unit], said: dict[int, Said]) -> tuple[int | None, str | None]:
    """Where the last headline that is printed twice first stands, and a publisher that one of the two ends in."""
    seen: dict[str, int] = {}
    best: tuple[int | None, str | None] = (None, None)
    for i, unit in enumerate(run):
        if unit.kind or unit.bullet or i in said or unit.role != "short" or not 12 <= unit.width <= 220:
            continue
        title, house = title_and_house(unit.text)
        key = title.casefold()
        if key not in seen:
            seen[key] = i
        elif best[0] != seen[key] and not is_house(title):
            best = seen[key], house or title_and_house(run[seen[key]].text)[1]
    return best


def _nearest_title(run: Sequence[Unit], said: dict[int, Said], stems: set[str]) -> int | None:
    """The headline of a run with provenance in it: the nearest above its last line of provenance, else the first below."""
    if not said:
        return None
    titles = [i for i, unit in enumerate(run) if _may_title(unit)]
    above = [i for i in titles if i < max(said)]
    if above and not all(is_house(run[i].text) for i in above):
        return _chosen(above, run, stems)
    below = [i for i in titles if i > max(said)]
    return _chosen(below[:2], run, stems) if below else _chosen(above, run, stems)


def _lines_for(run: Sequence[Unit], said: dict[int, Said], at: int | None) -> dict[int, Said]:
    """The lines of provenance that belong to the headline: those below, and those above unless they may be another's."""
    if at is None:
        return said
    below = {i: line for i, line in said.items() if i > at}
    others = [i for i in range(at) if _may_title(run[i]) and run[i].text != run[at].text]
    if any(line.when for line in below.values()):
        return below
    return {i: line for i, line in said.items() if i > at or not others or i > max(others)}


def _gathered(run: Sequence[Unit], lines: dict[int, Said], at: int | None) -> Head:
    values = lines.values()
    when = next((line.when for line in values if line.when), None) or next(
        (v.updated for v in values if v.updated), None
    )
    author = next((line.author for line in values if line.author), None)
    publisher = next((line.publisher for line in values if line.publisher), None)
    for i, line in lines.items():
        if not (line.when or line.updated):
            continue
        for unit in _beside(run, i, {at, *lines}):
            if is_role(unit.text):
                author = author or unit.text
            elif is_house(unit.text) or (
                line.when and line.when.relative and is_name(unit.text) and not is_column(unit.text)
            ):
                publisher = publisher or unit.text
    return Head(publisher=publisher, author=author, when=when, dated=bool(lines))


def _beside(run: Sequence[Unit], i: int, taken: set[int | None]) -> list[Unit]:
    """The short lines next to one of provenance, above and below, over buttons and labels such as "Published"."""
    found = []
    for step in (-1, 1):
        k = i + step
        while 0 <= k < len(run) and ((run[k].kind is not None and abs(k - i) < 4) or (k in taken and k != i + step)):
            k += step
        if 0 <= k < len(run) and k not in taken and run[k].kind is None and run[k].role == "short":
            found.append(run[k])
    return found
