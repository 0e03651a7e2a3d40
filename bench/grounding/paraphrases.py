"""The paraphrases written by hand over the sample corpus: paraphrases.jsonl."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.grounding.material import Source, Text
from qa.drafts import without_bullet

FILE = Path(__file__).with_name("paraphrases.jsonl")


@dataclass(frozen=True)
class Paraphrase:
    """A true claim in other words, with the sentences that carry it.

    ``group``: "held out" (by another author, who had not seen the checks; counted once, when they were finished), "seen" (the
    checks were changed with what they made of these in view), "tuned" (written by the checks' author while changing them, as
    freely as a model may write).
    """

    claim: str
    kind: str
    group: str
    sources: tuple[Source, ...]


def load(texts: Sequence[Text]) -> list[Paraphrase]:
    """All of them. Raises KeyError for a quote that is no sentence of its document."""
    places = {
        (text.name, without_bullet(source.sentence)): source for text in texts for source in text.every_sentence()
    }
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    return [
        Paraphrase(
            row["claim"],
            row["kind"],
            row["set"],
            tuple(places[piece["document"], piece["quote"]] for piece in row["evidence"]),
        )
        for row in rows
    ]
