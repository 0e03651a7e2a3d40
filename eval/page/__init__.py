"""A run as one HTML page that needs nothing but itself: no script, no font, no image from elsewhere."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from eval.directions import less_is_better, meaning_of
from eval.page import charts
from eval.page.views import answered_by, headline, ordered, slices, spread, states_of
from eval.report import estimate_of
from eval.results import Run
from eval.rows import AROUND

HERE = Path(__file__).parent


def page(run: Run) -> str:
    """The page. Whatever came from documents or a model is escaped by the template."""
    import jinja2

    style = (HERE / "style.css").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    main = headline(run)
    return environment.get_template("page.html.j2").render(
        run=run,
        main=main,
        style=style,
        style_sum=b64encode(sha256(style.encode()).digest()).decode(),
        reports=ordered(run, main),
        states=states_of(run, main),
        answered_by=answered_by(run),
        by_kind=slices(run, main, lambda question: [question.kind]),
        by_tag=slices(run, main, lambda question: list(question.tags)),
        ranks=charts.ranks(run.questions),
        times=spread(run, main),
        around=AROUND,
        bar=charts.bar,
        whisker=charts.whisker,
        estimate_of=estimate_of,
        less_is_better=less_is_better,
        meaning_of=meaning_of,
    )
