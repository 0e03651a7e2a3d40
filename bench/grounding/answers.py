"""Claims of answers, as a strong model writes them when it is sent the service's own prompt, and what becomes of them.

    python -m bench.grounding answers

answers.jsonl was written by hand to prompts that the service made for some 860 questions about the sample corpus, the seeds and
SQuAD's articles, in several styles: each claim with the sentences it cites. Left out are refusals, claims that repeat six words of
a document that is not ours, and those that depend on the day a file was saved. "Seen": the checks were changed with what they made
of these in view. "Held out": counted, never read; of these another reader, who saw each claim with its citation and nothing else,
said whether it is carried. Flagged: not supported in the end, by its own citation or another sentence shown. Into carried claims
that cite one sentence faults are put, one a claim, as into the paraphrases.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.grounding.faults import KINDS, false_of
from bench.grounding.material import Source, Text, folders, interval, likeness, texts
from bench.grounding.paraphrases import placed
from qa.citing import tie
from qa.drafts import Draft
from qa.shown import Ref
from qa.types import Hit

FILE = Path(__file__).with_name("answers.jsonl")


@dataclass(frozen=True)
class Answered:
    """A claim and the sentences it cites. ``carried``: what another reader said of it; None where nobody was asked."""

    claim: str
    group: str
    carried: bool | None
    sources: tuple[Source, ...]
    ours: bool

    def is_flagged(self) -> bool:
        """Whether a reader would be shown it as not supported."""
        hits, refs = self._shown()
        (tied,) = tie([Draft(self.claim, tuple(refs), len(refs))], hits, likeness())
        return not tied.supported

    def with_faults(self) -> Iterator[tuple[str, "Answered"]]:
        """The claim with each kind of fault that it admits, where one sentence carries it."""
        for kind in KINDS if len(self.sources) == 1 and self.carried is not False else ():
            if false := false_of(kind, self.claim, self.sources[0]):
                yield kind, replace(self, claim=false, carried=False)

    def _shown(self) -> tuple[list[Hit], list[Ref]]:
        """The passages cited, each with those around it, and the sentences' places in them."""
        shown = [source.shown() for source in self.sources]
        hits = {hit.passage.id: hit for near, _ in shown for hit in near}
        places = {passage: place for place, passage in enumerate(hits)}
        return list(hits.values()), [Ref(places[near[ref.hit].passage.id], ref.sentence) for near, ref in shown]


def load(documents: Sequence[Text]) -> Iterator[Answered]:
    """Those over these documents. Raises KeyError for evidence that is no sentence of its document."""
    for row, sources in placed(FILE, documents):
        ours = all("quote" in piece for piece in row["evidence"])
        yield Answered(row["claim"], row["set"], row["carried"], sources, ours)


def main() -> None:
    """Print the table."""
    written = list(load(texts(folders())))
    print("\n## Claims of answers\n")
    print("| claims | carried: flagged | n | not carried: caught | n |\n|---|---|---|---|---|")
    for group in ("held out", "seen"):
        for where, ours in (("sample", True), ("others", False)):
            some = [each for each in written if each.group == group and each.ours == ours]
            carried = [each.is_flagged() for each in some if each.carried is not False]
            wrong = [each.is_flagged() for each in some if each.carried is False]
            print(
                f"| {group}: {where} | {interval(sum(carried), len(carried))} | {len(carried)} "
                f"| {interval(sum(wrong), len(wrong)) if wrong else ''} | {len(wrong)} |"
            )
    print("\n| fault put in | held out: caught | n | seen: caught | n |\n|---|---|---|---|---|")
    false = [(kind, fault) for each in written for kind, fault in each.with_faults()]
    for kind in KINDS:
        caught = {
            group: [fault.is_flagged() for of, fault in false if (of, fault.group) == (kind, group)]
            for group in ("held out", "seen")
        }
        print(
            f"| {kind} | {' | '.join(f'{interval(sum(each), len(each))} | {len(each)}' for each in caught.values())} |"
        )


if __name__ == "__main__":
    main()
