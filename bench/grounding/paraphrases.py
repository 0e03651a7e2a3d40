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

    ``group``: "unseen" (held out: written before any check was changed, looked at only in counts), "seen once" (written first of
    all; what the checks made of it before they were changed was read), "tuned" (read again and again).
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
