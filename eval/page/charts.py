"""Charts as inline SVG, drawn from numbers alone; colours and sizes are the style sheet's."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from eval.finding import DEPTH
from eval.metrics import Metric
from eval.results import Question

HEIGHT = 90


def whisker(metric: Metric) -> Markup:
    """A mean as a dot on a line from 0 to 1, its interval as a bar through it."""
    if metric.mean is None or metric.low is None or metric.high is None:
        return Markup("")
    label = f"{metric.name}: {metric.mean:.3f}, 95% interval {metric.low:.3f} to {metric.high:.3f}"
    low, mean, high = (100 * value for value in (metric.low, metric.mean, metric.high))
    return Markup(
        '<svg class="whisker" viewBox="-3 0 106 12" role="img" aria-label="{}">'
        '<line class="axis" x1="0" y1="6" x2="100" y2="6"/><line class="tick" x1="0" y1="3" x2="0" y2="9"/>'
        '<line class="tick" x1="50" y1="4" x2="50" y2="8"/><line class="tick" x1="100" y1="3" x2="100" y2="9"/>'
        '<line class="interval" x1="{:.1f}" y1="6" x2="{:.1f}" y2="6"/><circle cx="{:.1f}" cy="6" r="3"/></svg>'
    ).format(label, low, high, mean)


def bar(value: float | None) -> Markup:
    """A share as a bar."""
    if value is None:
        return Markup("")
    shape = '<svg class="bar" viewBox="0 0 100 8" aria-hidden="true"><rect class="axis" width="100" height="8" rx="2"/>'
    return Markup(shape + '<rect class="value" width="{:.1f}" height="8" rx="2"/></svg>').format(100 * value)


def ranks(questions: Sequence[Question]) -> Markup:
    """At which rank the first passage with evidence came, as columns; the last column is those not found."""
    asked = [question for question in questions if question.answerable and question.passages]
    if not asked:
        return Markup("")
    counts = Counter(_first(question) for question in asked)
    most = max(counts.values())
    columns = [_column(place, counts[place], most) for place in range(1, DEPTH + 2)]
    head = '<svg class="ranks" viewBox="0 0 330 {}" role="img" aria-label="Rank of the first passage with evidence">'
    return Markup(head).format(HEIGHT + 34) + Markup("").join(columns) + Markup("</svg>")


def _first(question: Question) -> int:
    return next((rank for rank, passage in enumerate(question.passages, start=1) if passage.gold), DEPTH + 1)


def _column(place: int, count: int, most: int) -> Markup:
    height, x = HEIGHT * count / most, 30 * (place - 1)
    kind, name = ("missed", "none") if place > DEPTH else ("value", str(place))
    return Markup(
        '<rect class="{}" x="{}" y="{:.1f}" width="22" height="{:.1f}" rx="2"/><text x="{}" y="{:.1f}">{}</text>'
        '<text class="label" x="{}" y="{}">{}</text>'
    ).format(kind, x + 4, HEIGHT + 14 - height, height, x + 15, HEIGHT + 10 - height, count, x + 15, HEIGHT + 30, name)
