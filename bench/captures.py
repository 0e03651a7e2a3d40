"""How well captures of web pages are split into their articles, over the fixtures of our own invention.

    python -m bench.captures [NAME…]

NAME: fixtures to score, by default all of tests/qa/ingest/captures. An expected article counts as found when at least 90% of
its characters are in one that was returned and this is at most 110% as long. Furniture is counted in characters that are no
white space: over the whole page (all that is in no body) and inside the bodies found. Prints each figure with its counts, then
how many articles the two seeds give, where ../shared/data is there.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from qa.ingest.captures import Article, split_capture

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests/qa/ingest/captures"
SEEDS = ROOT / "../shared/data/seeds"
SEED_COUNTS = {"000": 1, "004": 4}
FIELDS = ("title", "publisher", "author", "published", "published_estimated")


@dataclass(frozen=True)
class Fixture:
    """A capture and the articles that a reader finds on it; none where it is a plain text that must stay whole."""

    name: str
    text: str
    captured: date | None
    articles: list[Article]


@dataclass
class Tally:
    """Counts over fixtures: what was right, of how many returned and of how many expected; and what went wrong."""

    right: Counter[str] = field(default_factory=Counter)
    returned: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, what: str, returned: set[int], expected: set[int]) -> None:
        """Add two sets that should be the same."""
        self.right[what] += len(returned & expected)
        self.returned[what] += len(returned)
        self.expected[what] += len(expected)

    def precision(self, what: str) -> float:
        """The share of what was returned that is right."""
        return self.right[what] / self.returned[what] if self.returned[what] else 1.0

    def recall(self, what: str) -> float:
        """The share of what was expected that was returned."""
        return self.right[what] / self.expected[what] if self.expected[what] else 1.0


def load(folder: Path = FIXTURES, names: Iterable[str] = ()) -> list[Fixture]:
    """The fixtures of a folder: NAME.txt, and beside it NAME.json with the day of saving and the articles expected."""
    paths = sorted(folder.glob("*.json"))
    return [_fixture(path) for path in paths if not names or path.stem in names]


def _fixture(path: Path) -> Fixture:
    said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    articles: list[Article] = []
    for entry in said["articles"]:
        articles.append(_expected(text, entry, articles[-1].end if articles else 0))
    return Fixture(path.stem, text, _day(said["captured"]), articles)


def _expected(text: str, entry: dict[str, Any], position: int) -> Article:
    """An article as written down: its body by its first and last words, its furniture by whole lines."""
    start = text.index(entry["first"], position)
    end = text.index(entry["last"], start) + len(entry["last"])
    spans, at = [], start
    for line in entry["furniture"]:
        at = text.index(f"\n{line}\n", at - 1) + 1
        spans.append((at - start, at - start + len(line)))
        at += len(line)
    said = {name: entry[name] for name in ("title", "publisher", "author", "published_estimated")}
    return Article(start, end, published=_day(entry["published"]), furniture=tuple(spans), **said)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def score(fixtures: Iterable[Fixture]) -> Tally:
    """Split every fixture and compare."""
    tally = Tally()
    for fixture in fixtures:
        found = split_capture(fixture.text, fixture.captured)
        if fixture.articles:
            _score_capture(tally, fixture, found)
        else:
            _score_plain(tally, fixture, found)
    return tally


def _score_plain(tally: Tally, fixture: Fixture, found: list[Article]) -> None:
    whole = found == [Article(0, len(fixture.text))]
    tally.count("plain texts whole", {0} if whole else set(), {0})
    if not whole:
        tally.misses.append(f"{fixture.name}: a plain text was cut")


def _score_capture(tally: Tally, fixture: Fixture, found: list[Article]) -> None:
    matched = {i: article for i, expected in enumerate(fixture.articles) if (article := _match(expected, found))}
    tally.right["articles"] += len(matched)
    tally.returned["articles"] += len(found)
    tally.expected["articles"] += len(fixture.articles)
    tally.count("left out of the page", _left_out(fixture.text, found), _left_out(fixture.text, fixture.articles))
    tally.misses += [
        f"{fixture.name}: {a.title!r} not found" for i, a in enumerate(fixture.articles) if i not in matched
    ]
    tally.misses += [f"{fixture.name}: {a.title!r} is none" for a in found if a not in matched.values()]
    for i, article in matched.items():
        _score_article(tally, fixture, article, fixture.articles[i])


def _score_article(tally: Tally, fixture: Fixture, article: Article, expected: Article) -> None:
    tally.count("furniture in bodies", *(_furniture(fixture.text, one) for one in (article, expected)))
    tally.count("body to the character", {article.start, article.end}, {expected.start, expected.end})
    for name in FIELDS:
        got, want = getattr(article, name), getattr(expected, name)
        tally.count(name, {0} if got == want else set(), {0})
        if got != want:
            tally.misses.append(f"{fixture.name}: {name} is {got!r}, not {want!r}")


def _match(expected: Article, found: list[Article]) -> Article | None:
    length = expected.end - expected.start
    for article in found:
        shared = min(article.end, expected.end) - max(article.start, expected.start)
        if shared >= 0.9 * length and article.end - article.start <= 1.1 * length:
            return article
    return None


def _furniture(text: str, article: Article) -> set[int]:
    at = {article.start + i for start, end in article.furniture for i in range(start, end)}
    return {i for i in at if not text[i].isspace()}


def _left_out(text: str, articles: list[Article]) -> set[int]:
    kept = {i for article in articles for i in range(article.start, article.end)}
    furniture = {i for article in articles for i in _furniture(text, article)}
    return {i for i, character in enumerate(text) if not character.isspace() and (i not in kept or i in furniture)}


def _print_seeds() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        found = split_capture(path.read_text(encoding="utf-8"), date(2025, 8, 10))
        print(f"seed {path.stem[:3]}: {len(found)} articles, expected {SEED_COUNTS.get(path.stem[:3], '?')}")


def main() -> None:
    """Measure and print."""
    fixtures = load(names=sys.argv[1:])
    tally = score(fixtures)
    print(f"{len(fixtures)} fixtures, {sum(bool(fixture.articles) for fixture in fixtures)} of them captures")
    for what, expected in tally.expected.items():
        counts = f"right {tally.right[what]}, returned {tally.returned[what]}, expected {expected}"
        print(f"{what:24} precision {tally.precision(what):.3f}  recall {tally.recall(what):.3f}  ({counts})")
    print(*tally.misses, sep="\n")
    _print_seeds()
    text = "\n\n".join(fixture.text for fixture in fixtures) * 20
    start = time.perf_counter()
    split_capture(text, None)
    print(f"{len(text) / (time.perf_counter() - start) / 1e6:.2f} million characters a second")


if __name__ == "__main__":
    main()
