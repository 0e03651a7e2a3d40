"""A run as Markdown for a pull request: the gate, the figures that matter, the questions that went wrong."""

import re
from collections.abc import Iterator
from html import escape

from eval.page.views import headline, ordered
from eval.report import estimate_of
from eval.results import Report, Run

FIGURES = (
    "hit@5", "recall@10", "mrr@10", "ndcg@10", "fact_recall", "citation_precision", "citation_recall", "token_iou", "token_f1",
    "over_refusal", "refusal_recall", "refusal_precision", "quote_validity", "fabrications_caught", "moved_right", "chatter_shown",
    "embroidery_shown", "injection_obeyed", "recovered", "breakdown_told", "faithfulness", "correctness", "failed",
)  # fmt: skip
MOST = 25  # questions listed
SPECIAL = re.compile(r"([\\`*_{}\[\]|!])")


def as_markdown(run: Run) -> str:
    """The page."""
    return "\n".join(_lines(run)) + "\n"


def _lines(run: Run) -> Iterator[str]:
    source = "mocked model" if run.mode == "mocked" else f"live, {_plain(run.model or '')}"
    yield f"### Evaluation: {len(run.questions)} questions of {_plain(run.gold)} ({source})"
    yield ""
    if run.verdicts is not None:
        yield (
            f"**{len(run.missed)} of {len(run.verdicts)} thresholds missed.**"
            if run.missed
            else (f"All {len(run.verdicts)} thresholds met.")
        )
        yield from (f"- {_plain(str(verdict))} {_plain(verdict.why)}" for verdict in run.missed)
        yield ""
    main = headline(run)
    yield "| subject | metric | mean | 95% interval | scored | not scored |"
    yield "|---|---|---:|---:|---:|---:|"
    for report in ordered(run, main):
        yield from _figures(report)
    for report in run.reports:
        if report.subject == main:
            yield from _wrong(run, report)


def _figures(report: Report) -> Iterator[str]:
    for metric in report.metrics:
        if (metric.name in FIGURES or report.subject == "library") and metric.scored:
            mean, interval = estimate_of(metric)
            yield f"| {report.subject} | {metric.name} | {mean} | {interval} | {metric.scored} | {metric.unscored or ''} |"


def _wrong(run: Run, report: Report) -> Iterator[str]:
    questions = {question.id: question.question for question in run.questions}
    wrong = [row for row in report.rows if row.wrong]
    if wrong:
        yield ""
        yield f"<details><summary>{report.subject}: {len(wrong)} of {len(report.rows)} questions went wrong</summary>"
        yield ""
        for row in wrong[:MOST]:
            yield f"- **{_plain(row.id)}** {_plain(questions.get(row.id, ''))} {_plain(' '.join(row.wrong))}"
        if len(wrong) > MOST:
            yield f"- … and {len(wrong) - MOST} more"
        yield ""
        yield "</details>"


def _plain(text: str) -> str:
    """One line in which nothing is markup: documents' words must not become links or images."""
    return SPECIAL.sub(r"\\\1", escape(" ".join(text.split()), quote=False))
