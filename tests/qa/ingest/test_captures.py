"""Captures of web pages to their articles, and everything else left as it is."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.captures import Fixture, load, score
from qa.ingest.captures import Article, split_capture
from qa.ingest.captures.dates import find_days, resolve
from qa.ingest.captures.provenance import said_by

SAVED = date(2025, 3, 2)
FIXTURES = load()
PROSE = "The council voted on Monday to keep the northern pier open until the end of the winter, after a long debate."
MORE = (
    "Engineers had told it that the pilings are sound and that the work on them can be done in stages, berth by berth."
)
PAGE = f"""Skip to content
Harbor Gazette
Home | News | Ports

{{title}}
{{title}}

{{provenance}}

{PROSE}

{MORE}

Advertisement

{PROSE} {MORE}

Related articles
Ferry line reports a record spring
© 2025 Harbor Gazette. All rights reserved.
"""


def page(title: str = "Northern pier to stay open", provenance: str = "Harbor Gazette2 days ago") -> str:
    return PAGE.format(title=title, provenance=provenance)


def test_fixtures_are_split_as_a_reader_would() -> None:
    """Over all fixtures: articles found, furniture left out, titles, publishers, authors and days right."""
    tally = score(FIXTURES)
    assert tally.expected["articles"] >= 50
    assert tally.precision("articles") >= 0.95, tally.misses
    assert tally.recall("articles") >= 0.95, tally.misses
    assert tally.precision("left out of the page") >= 0.97
    assert tally.recall("left out of the page") >= 0.97
    assert tally.precision("furniture in bodies") >= 0.97
    assert tally.recall("furniture in bodies") >= 0.85
    for name, floor in {"title": 0.95, "publisher": 0.85, "author": 0.9, "published": 0.97}.items():
        assert tally.recall(name) >= floor, tally.misses


@pytest.mark.parametrize("fixture", [f for f in FIXTURES if not f.articles], ids=lambda fixture: fixture.name)
def test_what_a_person_wrote_is_left_whole(fixture: Fixture) -> None:
    """Notes, poems, addresses, chats, mails and minutes are no captures, whatever words they use."""
    assert split_capture(fixture.text, SAVED) == [Article(0, len(fixture.text))]


def test_an_article_says_where_it_comes_from() -> None:
    """The headline is not in the body; "2 days ago" is counted from the day the page was saved, and is an estimate."""
    text = page()
    [article] = split_capture(text, SAVED)
    body = text[article.start : article.end]
    assert body.startswith(PROSE)
    assert body.endswith(MORE)
    assert article.title == "Northern pier to stay open"
    assert (article.publisher, article.author) == ("Harbor Gazette", None)
    assert (article.published, article.published_estimated) == (date(2025, 2, 28), True)
    assert [body[start:end] for start, end in article.furniture] == ["Advertisement"]


def test_without_the_day_of_saving_a_relative_day_is_unknown() -> None:
    """Unknown stays None rather than being counted from today."""
    [article] = split_capture(page(), None)
    assert (article.published, article.published_estimated) == (None, False)


def test_an_article_without_a_headline_gets_a_suggestion() -> None:
    """The caller decides; the title stays None."""
    text = f"Stay informed about our latest work,\npapers & talks:\nKey takeaways:\n- The pier stays open.\n{PROSE}\n{MORE}"
    [article] = split_capture(text, None)
    assert (article.title, article.suggested_title) == (None, "The pier stays open")
    assert text[article.start : article.end].startswith("Key takeaways:")


def test_a_long_suggestion_is_cut_at_a_word() -> None:
    """It stays short enough for a list of documents."""
    [article] = split_capture(f"Subscribe to our newsletter\nKey takeaways\n- {PROSE}\n{MORE}", None)
    assert article.suggested_title is not None
    assert len(article.suggested_title) <= 101
    assert PROSE.startswith(article.suggested_title.removesuffix("…") + " ")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    """Offsets are into the text as it came."""
    text = page().replace("\n", end)
    [article] = split_capture(text, SAVED)
    assert text[article.start :].startswith(PROSE)


@pytest.mark.parametrize(
    ("line", "day", "estimated"),
    [
        ("2025-02-03", date(2025, 2, 3), False),
        ("2025. 2. 3.", date(2025, 2, 3), False),
        ("입력 2025.02.03. 오전 9:10", date(2025, 2, 3), False),
        ("2025년 2월 3일", date(2025, 2, 3), False),
        ("Feb. 3, 2025", date(2025, 2, 3), False),
        ("3rd February 2025", date(2025, 2, 3), False),
        ("03.02.2025", date(2025, 2, 3), False),
        ("25/2/2025", date(2025, 2, 25), False),
        ("2/25/2025", date(2025, 2, 25), False),
        ("3/2/2025", date(2025, 3, 2), False),
        ("February 3", date(2025, 2, 3), True),
        ("November 3", date(2024, 11, 3), True),
        ("10 hours ago", SAVED, True),
        ("30 hours ago", date(2025, 3, 1), True),
        ("an hour ago", SAVED, True),
        ("3d ago", date(2025, 2, 27), True),
        ("2 weeks ago", date(2025, 2, 16), True),
        ("1 month ago", date(2025, 1, 31), True),
        ("yesterday", date(2025, 3, 1), True),
        ("3일 전", date(2025, 2, 27), True),
        ("5시간 전", SAVED, True),
        ("어제", date(2025, 3, 1), True),
        ("31 June 2025", None, False),
        ("February 29", None, False),
    ],
)
def test_days_are_read_in_the_forms_pages_print(line: str, day: date | None, estimated: bool) -> None:
    """English and Korean, absolute or not; a day that does not exist is none."""
    if line == "3/2/2025":  # March here, February there
        day = None
    assert resolve(find_days(line)[0], SAVED) == (day, estimated)


@pytest.mark.parametrize(
    ("line", "author", "publisher"),
    [
        ("By Ports Desk", "Ports Desk", None),
        ("By Ports Desk · Harbor Gazette · 3 days ago", "Ports Desk", "Harbor Gazette"),
        ("Harbor Gazette2 days ago", None, "Harbor Gazette"),
        ("time2 hours ago", None, None),
        ("해양부 기자 desk@example.com", "해양부", None),
        ("하버일보 3시간 전", None, "하버일보"),
        ("Strait Wire, June 13, 2025", None, "Strait Wire"),
    ],
)
def test_lines_of_provenance(line: str, author: str | None, publisher: str | None) -> None:
    """Names glued to times, bars between parts, Korean bylines."""
    said = said_by(line)
    assert said is not None
    assert (said.author, said.publisher) == (author, publisher)


@pytest.mark.parametrize(
    "line",
    [
        "By 2030 the port will be closed.",
        "By the river I sat down and wept",
        "The storm hit on May 3, 2025",
        "Politics",
        "May",
    ],
)
def test_lines_that_only_look_like_provenance(line: str) -> None:
    """A sentence with a date in it, or one that begins with "by", says nothing about its article."""
    assert said_by(line) is None


LINES = [
    *page(provenance="By Ports Desk | 3 days ago").splitlines(),
    *"Reply|Quote|Comments|Related articles|Key takeaways:|- one of two things|Read more: the pier|Live|16:40".split(
        "|"
    ),
    *"2 hours ago|Island Courier5 hours ago|입력 2025.02.03. 오전 9:10|해양부 기자|광고|댓글 3|About the author".split(
        "|"
    ),
    "A Headline That Is Long Enough - Harbor Gazette",
    "The writer is an architect.",
    "Contents",
    "1. History",
    "February 31, 2025",
    "9999999 years ago",
]
TEXTS = (
    st.lists(st.sampled_from(LINES), max_size=40).map("\n".join)
    | st.lists(st.sampled_from([*LINES, "\r\n", "\x0c", "\u2028", " "]) | st.text(max_size=12), max_size=30).map(
        "\n".join
    )
    | st.text(max_size=200)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.none() | st.just(SAVED) | st.just(date.min))
@example("", None)
@example("\n \n", SAVED)
def test_articles_are_spans_in_order(text: str, captured: date | None) -> None:
    """In range, in order, never overlapping, never blank unless the text is; furniture lies inside, in order."""
    articles = split_capture(text, captured)
    assert articles
    position = 0
    for article in articles:
        assert position <= article.start <= article.end <= len(text)
        position = article.end
        body = text[article.start : article.end]
        assert body.strip() or not text.strip()
        at = 0
        for start, end in article.furniture:
            assert at <= start < end <= len(body)
            at = end
        assert captured or not article.published_estimated


WORDS = st.sampled_from("the pier boat winter council and ferry says of Grey Head nine it open".split())
SENTENCES = st.lists(WORDS, min_size=3, max_size=20).map(lambda words: " ".join(words).capitalize() + ".")


@given(st.lists(SENTENCES | st.sampled_from(["", "Notes", "- one", "To do", "Comments"]), max_size=30).map("\n".join))
def test_a_text_without_signs_is_one_whole_article(text: str) -> None:
    """Nothing that a person wrote is lost."""
    assert split_capture(text, SAVED) == [Article(0, len(text))]


@pytest.mark.parametrize(
    "unit", ["word ", "Home\n", "By ", "©", "\n", "- x\n", page() + "\n\n", "Harbor Gazette2 days ago\n"]
)
def test_no_text_makes_it_slow(unit: str) -> None:
    """Each rule looks a few lines around itself: a long text takes as long as its lines."""
    text = unit * (300_000 // len(unit))
    assert split_capture(text, SAVED)


def test_a_book_is_not_taken_apart() -> None:
    """Beyond what a page can hold, the text is whole without a look at its lines."""
    text = page() * 5000
    assert split_capture(text, SAVED) == [Article(0, len(text))]
