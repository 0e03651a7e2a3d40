"""What a model is told."""

from dataclasses import replace

from qa.prompts import messages
from tests.qa.test_citing import HITS


def test_a_day_that_was_worked_out_is_told_as_such() -> None:
    """So that an answer does not give as certain what a page only said was two days ago."""
    read = HITS[0]
    worked_out = replace(read, document=replace(read.document, published_estimated=True))
    undated = replace(read, document=replace(read.document, published=None))
    told = [messages("What was agreed?", [hit])[-1].content.splitlines()[1] for hit in (read, worked_out, undated)]
    assert [line.partition(" (")[2] for line in told] == [
        "Harbor Brief, 2025-11-14)",
        "Harbor Brief, about 2025-11-14)",
        "Harbor Brief)",
    ]
