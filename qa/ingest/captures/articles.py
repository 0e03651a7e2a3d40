"""A capture to its articles, each with its body as a span and what the page says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qa.ingest.captures.dates import resolve
from qa.ingest.captures.drafts import Draft
from qa.ingest.captures.names import is_house
from qa.ingest.captures.provenance import rights_of, wire_of
from qa.ingest.captures.reading import drafts_of
from qa.ingest.captures.signs import is_capture
from qa.ingest.captures.units import Unit, units_of
from qa.sentences import split_sentences

SUGGESTION = 100  # characters
LONGEST = 2_000_000  # characters; no page that a person saves is longer, and a book should not be held in lines


@dataclass(frozen=True, slots=True)
class Article:
    """An article's body as a span of the file's text, and what the page says of it. What is unknown is None.

    ``furniture`` holds spans relative to the article's own text: kept there, never searched or cited.
    ``published_estimated``: the page said "2 days ago", or gave no year. ``suggested_title``: a name for an article
    whose page gives none, taken from its first words.
    """

    start: int
    end: int
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    published_estimated: bool = False
    furniture: tuple[tuple[int, int], ...] = ()
    suggested_title: str | None = None


def split_capture(text: str, captured: date | None) -> list[Article]:
    """The articles on a page that a person saved as text; the whole text as one where it shows no signs of being such a page.

    ``captured``: the day the page was saved, for "2 days ago". Articles are in order and never overlap; there is always one.
    A newsletter's items are one article with headings unless each has a publisher, a byline or a day of its own, since that
    is what a citation names; so are the entries of a live blog and the posts of a forum's thread.
    """
    units = units_of(text) if len(text) <= LONGEST else []
    if not is_capture(units):
        return [Article(0, len(text))]
    drafts = drafts_of(units)
    site = _site(units, drafts[0].body[0].start if drafts else 0)
    return [_article(text, draft, site, captured) for draft in drafts] or [Article(0, len(text))]


def _site(units: Sequence[Unit], start: int) -> str | None:
    """The page's own publisher: the name above everything, else who holds the rights."""
    above = (unit.text for unit in units if unit.end <= start and unit.kind is None)
    rights = (house for unit in reversed(units) if unit.kind == "rights" and (house := rights_of(unit.text)))
    return next(filter(is_house, above), None) or next(rights, None)


def _article(text: str, draft: Draft, site: str | None, captured: date | None) -> Article:
    start, end, head = draft.body[0].start, draft.body[-1].end, draft.head
    wire, reporter = wire_of(text[start : start + 200])
    published, estimated = resolve(head.when, captured) if head.when else (None, False)
    return Article(
        start,
        end,
        title=head.title,
        publisher=head.publisher or wire or site,
        author=head.author or reporter,
        published=published,
        published_estimated=estimated,
        furniture=_spans(draft.furniture, start, text),
        suggested_title=None if head.title else _suggestion(text, draft.body),
    )


def _spans(furniture: list[Unit], start: int, text: str) -> tuple[tuple[int, int], ...]:
    """Spans in the article, those with only white space between them as one."""
    spans: list[tuple[int, int]] = []
    for unit in furniture:
        a, b = unit.start - start, unit.end - start
        if spans and not text[start + spans[-1][1] : unit.start].strip():
            spans[-1] = (spans[-1][0], b)
        else:
            spans.append((a, b))
    return tuple(spans)


def _suggestion(text: str, body: list[Unit]) -> str | None:
    """The first key point or the first sentence, cut at a word."""
    first = next((unit for unit in body if unit.body), None)
    if first is None:
        return None
    sentences = split_sentences(first.text if first.bullet else text[first.start : min(first.end, first.start + 1000)])
    line = " ".join(sentences[0].text.split()).rstrip(".") if sentences else ""
    if len(line) <= SUGGESTION:
        return line or None
    return line[:SUGGESTION].rpartition(" ")[0].rstrip(",;: ") + "…"
