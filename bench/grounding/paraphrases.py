"""The paraphrases written by hand over the sample corpus, the seeds and SQuAD's articles: paraphrases.jsonl."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.grounding.material import Source, Text
from qa.drafts import without_bullet

FILE = Path(__file__).with_name("paraphrases.jsonl")


@dataclass(frozen=True)
class Paraphrase:
    """A true claim in other words, with the sentences that carry it.

    ``group``: "held out" (by authors who had not seen the checks; counted, never read), "seen" (by such authors too, but the checks
    were changed with what they made of these in view), "tuned" (written by the checks' author while changing them).
    ``ours``: over the sample corpus.
    """

    claim: str
    kind: str
    group: str
    sources: tuple[Source, ...]
    ours: bool


def load(texts: Sequence[Text]) -> list[Paraphrase]:
    """Those over these texts. Raises KeyError for evidence that is no sentence of its document."""
    return [
        Paraphrase(row["claim"], row["kind"], row["set"], sources, "quote" in row["evidence"][0])
        for row, sources in placed(FILE, texts)
    ]


def placed(file: Path, texts: Sequence[Text]) -> Iterator[tuple[dict[str, Any], tuple[Source, ...]]]:
    """The rows of a file of claims whose evidence is in these texts, each with its sentences. Raises KeyError as above."""
    places = {text.name: dict(_addressed(text)) for text in texts}
    for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        if all(piece["document"] in places for piece in row["evidence"]):
            yield row, tuple(places[piece["document"]][_address(piece)] for piece in row["evidence"])


def _addressed(text: Text) -> Iterator[tuple[str | int, Source]]:
    """By their words and by where they start: of documents that are not ours a row has only the place."""
    for source in text.every_sentence():
        yield without_bullet(source.sentence), source
        yield text.hits[source.passage].passage.sentences[source.place].start, source


def _address(piece: dict[str, Any]) -> str | int:
    address: str | int = piece["quote"] if "quote" in piece else piece["start"]
    return address
