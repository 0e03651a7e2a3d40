"""A run as a page, as JUnit XML, as Markdown and as tables."""

import dataclasses
import re
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree

import pytest
from rich.console import Console

from eval.gate import Threshold, judge
from eval.junit import junit_xml
from eval.markdown import as_markdown
from eval.metrics import fold_scores
from eval.page import charts, page
from eval.report import print_run
from eval.results import Row, Run
from eval.run import run
from tests.eval.conftest import fake_parts, write_corpus, write_gold

EVIL = '<img src=x onerror="alert(1)">[a](http://x.example)'


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """With a gate that misses one threshold of two."""
    place = tmp_path_factory.mktemp("run")
    subjects = ("retrieval", "library", "fabricator", "extractive")
    found = run(write_gold(place), write_corpus(place), subjects, parts=fake_parts())
    thresholds = (
        Threshold("extractive", "quote_validity", "min", 1.0, "the law"),
        Threshold("fabricator", "fact_recall", "min", 1.0, "a lie costs <facts>"),
    )
    return dataclasses.replace(found, verdicts=judge(found.reports, thresholds))


def told(done: Run, **change: object) -> Run:
    """With something else in the first row of each answer."""

    def changed(row: Row) -> Row:
        return dataclasses.replace(row, **change)  # type: ignore[arg-type]

    reports = tuple(dataclasses.replace(r, rows=(changed(r.rows[0]), *r.rows[1:])) for r in done.reports)
    return dataclasses.replace(done, reports=reports)


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(html)
    return parser.found


def test_the_page_needs_nothing_but_itself(done: Run) -> None:
    """No script, no address, and a policy that forbids all but its own style."""
    html = page(done)
    found = tags(html)
    assert not {"script", "img", "link", "iframe", "object", "form"} & {tag for tag, _ in found}
    assert not [attrs for _, attrs in found if {"src", "href", "style", "onclick"} & attrs.keys()]
    policy = next(attrs["content"] for tag, attrs in found if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'", policy
    )


def test_the_page_tells_what_was_said_and_found(done: Run) -> None:
    """Metrics with intervals, slices, each question with its quotes marked, its passages, what went wrong."""
    html = page(done)
    for piece in (
        "hit@5", "0.000 … ", "<svg", "By kind", "By tag", "How much will the harbor council spend on the north dock?",
        "<mark>The harbor council will spend 41 million crowns on the north dock.</mark>", "evidence in gold", "holds evidence",
        "by meaning 1", "1 of 2 thresholds are missed.", "a lie costs &lt;facts&gt;", "Made false", "prefers-color-scheme: dark",
    ):  # fmt: skip
        assert piece in html, piece
    assert html.count("<details class=") >= len(done.questions)


def test_what_documents_and_models_say_is_text(done: Run) -> None:
    """On the page and in the Markdown nothing of it becomes markup."""
    evil = told(done, text=EVIL, wrong=(EVIL,), reason=EVIL, sent=EVIL)
    assert "<img" not in page(evil)
    assert "&lt;img src=x" in page(evil)
    markdown = as_markdown(evil)
    assert "<img" not in markdown
    assert "[a](" not in markdown


def test_an_empty_run_still_makes_a_page(done: Run) -> None:
    """Retrieval alone, no gate."""
    html = page(dataclasses.replace(done, reports=done.reports[:1], verdicts=None))
    assert "By kind" in html
    assert "thresholds" not in html


def test_charts_are_drawn_from_numbers() -> None:
    """Mean and interval in hundredths; nothing where nothing was scored."""
    svg = charts.whisker(fold_scores("recall", [1.0, 1.0, 1.0]))
    assert 'cx="100.0"' in svg
    assert "recall: 1.000, 95% interval 1.000 to 1.000" in svg
    assert charts.whisker(fold_scores("recall", [])) == ""
    assert 'width="25.0"' in charts.bar(0.25)
    assert charts.bar(None) == ""
    assert charts.ranks(()) == ""


def test_ranks_of_the_first_evidence_are_counted(done: Run) -> None:
    """Three questions, each with its evidence first."""
    assert ">3</text>" in charts.ranks(done.questions)


def test_junit_has_a_test_a_threshold_and_a_question(done: Run) -> None:
    """Only a missed threshold fails; an error is an error; control signs are taken out."""
    root = ElementTree.fromstring(junit_xml(told(done, failure="It broke\x00 down.")))
    suites = {suite.get("name"): suite for suite in root}
    assert set(suites) == {"gate", "retrieval", "library", "fabricator", "extractive"}
    assert (suites["gate"].get("tests"), suites["gate"].get("failures")) == ("2", "1")
    assert [case.get("name") for case in suites["gate"] if case.find("failure") is not None] == ["fact_recall"]
    assert (suites["extractive"].get("errors"), suites["extractive"].get("failures")) == ("1", "0")
    error = suites["extractive"][0].find("error")
    assert error is not None
    assert error.get("message") == "It broke\ufffd down."


def test_markdown_has_the_gate_the_figures_and_what_went_wrong(done: Run) -> None:
    """For a pull request."""
    markdown = as_markdown(told(done, wrong=("It refused.",)))
    assert markdown.startswith("### Evaluation: 5 questions of gold.jsonl (mocked model)")
    assert "**1 of 2 thresholds missed.**" in markdown
    assert "| retrieval | hit@5 | 1.000 | 1.000 … 1.000 | 3 |" in markdown
    assert "<details><summary>extractive: 1 of 5 questions went wrong</summary>" in markdown
    assert "- **dock-cost** How much" in markdown


def test_tables_for_a_terminal(done: Run) -> None:
    """A table a subject, and the questions that went wrong without a model."""
    out = StringIO()
    print_run(told(done, wrong=("It refused.",)), Console(file=out, width=140, markup=False))
    shown = out.getvalue()
    for piece in ("retrieval: 5 questions", "fabricator: 5 questions", "hit@10", "What went wrong", "It refused."):
        assert piece in shown
