"""What can break in the library, before an answer is made."""

import random
from dataclasses import replace
from itertools import count
from typing import Any

from eval.gate import LIBRARY, RETRIEVAL
from eval.mutations.swapping import Mutant, always, gives

FOUND = (RETRIEVAL,)
KEPT = (LIBRARY,)


def _random_order(sound: Any) -> Any:
    def nearest(search: Any, query: Any, among: Any, k: int) -> list[tuple[int, float]]:
        rows = [row for row, _ in sound(search, query, among, 10**9)]
        random.Random(7).shuffle(rows)
        return [(row, 1 - place / len(rows)) for place, row in enumerate(rows[:k])]

    return nearest


def _inverted(sound: Any) -> Any:
    return lambda *args: [-score for score in sound(*args)]


def _cut_in_the_middle(sound: Any) -> Any:
    """Each sentence in two, after its first comma or in its middle word."""

    def split(text: str) -> list[Any]:
        return [half for sentence in sound(text) for half in _halves(sentence)]

    return split


def _halves(sentence: Any) -> list[Any]:
    words = sentence.text.split(" ")
    if sentence.kind != "prose" or len(words) < 6:
        return [sentence]
    cut = sentence.start + len(" ".join(words[: len(words) // 2]))
    first = replace(sentence, end=cut, text=sentence.text[: cut - sentence.start])
    return [first, replace(sentence, start=cut + 1, text=sentence.text[cut + 1 - sentence.start :])]


def _shifted(sound: Any) -> Any:
    """The text stays, the addresses move by one."""
    return lambda text: [replace(s, start=s.start + 1, end=s.end + 1) for s in sound(text)]


def _first_only(sound: Any) -> Any:
    return lambda self, question, parts, _k, *rest: sound(self, question, parts, 1, *rest)


def _worst_first(sound: Any) -> Any:
    def search(*args: Any) -> Any:
        found = sound(*args)
        return found._replace(hits=found.hits[::-1])

    return search


def _never_the_same(_sound: Any) -> Any:
    numbers = count()
    return lambda *_: f"sum {next(numbers)}"


MUTANTS = (
    Mutant("filter ignored", "qa.catalog.catalog:Catalog.eligible", gives(None), KEPT),
    Mutant("lexical index empty", "qa.catalog.fulltext:FullText.search", gives([]), KEPT),
    Mutant("dense search random", "qa.exact:ExactSearch.nearest", _random_order, KEPT),
    Mutant("stale vectors after update", "qa.indexing:IndexKeeper.follow", gives(None), KEPT),
    Mutant("update ignored", "qa.ingest.naming:checksum", gives("same"), KEPT),
    Mutant("old version kept", "qa.catalog.catalog:Catalog._remove", gives(set()), KEPT),
    Mutant("nothing taken for unchanged", "qa.ingest.naming:checksum", _never_the_same, KEPT),
    Mutant("removal ignored", "qa.catalog.catalog:Catalog.remove", gives(None), KEPT),
    Mutant("addresses off by one at ingestion", "qa.ingest.splitting:split_sentences", _shifted, KEPT),
    Mutant("sentences split in the middle", "qa.ingest.splitting:split_sentences", _cut_in_the_middle, FOUND),
    Mutant("reranker inverted", "eval.parts:RememberingReranker.score", _inverted, ("extractive",)),
    Mutant("one passage at most", "qa.retrieval:Retriever.search", _first_only, FOUND),
    Mutant("worst passage first", "qa.retrieval:Retriever.search", _worst_first, FOUND),
    Mutant("k too small", "qa.library:HITS", always(1), ("oracle",)),
)
