"""The sentences that were shown to a model, and which of them a claim is nearest to. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from qa.orders import orders_in, without_orders
from qa.support import Evidence
from qa.types import Document, Hit, Passage, Sentence
from qa.words import content_stems


@dataclass(frozen=True, slots=True)
class Ref:
    """A sentence that was shown: the place of its hit and its own place in the passage, both from 0."""

    hit: int
    sentence: int


class Shown:
    """Hits as numbered sentences."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits

    def find(self, passage: int, sentence: int) -> Ref | None:
        """The sentence with this address, counted from 1; None where none was shown."""
        ref = Ref(passage - 1, sentence - 1)
        return ref if ref in self.passage(passage) else None

    def passage(self, number: int) -> list[Ref]:
        """The sentences of a passage, counted from 1, without orders to whoever answers; none where it was not shown."""
        if not 0 < number <= len(self._hits):
            return []
        hit = self._hits[number - 1]
        orders = orders_in(*hit.passages)
        return [Ref(number - 1, place) for place in range(len(hit.sentences)) if place not in orders]

    def prose(self) -> list[Ref]:
        """Every sentence that can be quoted."""
        shown = (ref for number in range(1, len(self._hits) + 1) for ref in self.passage(number))
        return [ref for ref in shown if self.sentence(ref).kind == "prose"]

    def dictated(self) -> Iterator[set[str]]:
        """For each passage with orders, the content words that only its orders have."""
        for hit in self._hits:
            if places := orders_in(*hit.passages):
                orders = " ".join(hit.sentences[place].text for place in places)
                yield content_stems(orders) - content_stems(without_orders(*hit.passages))

    def sentence(self, ref: Ref) -> Sentence:
        """What stands there."""
        return self._hits[ref.hit].sentences[ref.sentence]

    def evidence(self, refs: Sequence[Ref]) -> Evidence:
        """These sentences, with what stands around and above them."""
        cited = [self._hits[ref.hit] for ref in refs]
        holders = [hit.holder(ref.sentence) for hit, ref in zip(cited, refs, strict=True)]
        return Evidence(
            sentences=tuple(self.sentence(ref).text for ref in refs),
            header=" ".join(header(hit.document) for hit in cited),
            passage=without_orders(*holders),
            published=tuple(hit.document.published for hit in cited),
            publishers=tuple(" ".join(filter(None, [hit.document.publisher, hit.document.author])) for hit in cited),
            known=self._names,
            earlier=" ".join(self._earlier(hit, holder) for hit, holder in zip(cited, holders, strict=True)),
        )

    def closest(self, claim: str, refs: Iterable[Ref], most: int = 1) -> list[Ref]:
        """The sentences that share most of the claim's words, the best first; those that share none are left out."""
        weights = {ref: self.share(claim, [ref]) for ref in refs}
        return sorted((ref for ref in weights if weights[ref]), key=lambda ref: -weights[ref])[:most]

    def share(self, claim: str, refs: Iterable[Ref]) -> float:
        """Share of the claim's content words that the sentences hold, weighted by how rare they are in what was shown."""
        wanted = content_stems(claim)
        held = wanted & self.stems(refs)
        weights = {word: self._rarity.get(word, self._rarest) for word in wanted}
        return sum(weights[word] for word in held) / sum(weights.values()) if held else 0.0

    def stems(self, refs: Iterable[Ref]) -> set[str]:
        """The stems of the content words of some sentences."""
        return set().union(*(self._stems[ref] for ref in refs))

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words that are capitalised in the middle of a sentence somewhere, and nowhere in small letters."""
        text = " ".join(passage.text for hit in self._hits for passage in hit.passages)
        return frozenset(re.findall(r"(?<=[a-z,] )[A-Z]\w+", text)) - {
            word.capitalize() for word in re.findall(r"\b[a-z]\w+", text)
        }

    def _earlier(self, hit: Hit, holder: Passage) -> str:
        """What is shown of a hit's document before one of its passages."""
        same = (each for other in self._hits if other.document.id == hit.document.id for each in other.passages)
        before = {each.number: each for each in same if each.number < holder.number}
        return without_orders(*(before[number] for number in sorted(before)))

    @cached_property
    def _stems(self) -> dict[Ref, set[str]]:
        return {
            Ref(h, s): content_stems(span.text)
            for h, hit in enumerate(self._hits)
            for s, span in enumerate(hit.sentences)
        }

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """Inverse sentence frequency of each stem in what was shown."""
        counts = Counter(word for words in self._stems.values() for word in words)
        return {word: log(1 + len(self._stems) / count) for word, count in counts.items()}

    @property
    def _rarest(self) -> float:
        """What a word weighs that no sentence holds."""
        return log(1 + len(self._stems))


def scored(hits: Sequence[Hit]) -> list[tuple[float, Ref]]:
    """The sentences that the reranker scored, the best first, each behind its score; without orders to whoever answers."""
    found: list[tuple[float, Ref]] = []
    for place, hit in enumerate(hits):
        orders = orders_in(*hit.passages)
        found += [
            (score, Ref(place, number))
            for number, score in enumerate(hit.sentence_scores)
            if score is not None and number not in orders
        ]
    return sorted(found, key=lambda pair: -pair[0])


def header(document: Document) -> str:
    """What is known of a document, in words."""
    return " ".join(filter(None, [document.title, document.publisher, document.author, document.day]))
