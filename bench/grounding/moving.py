"""Right claims with wrong ids, and the share of them that are moved to the right sentence.

    python -m bench.grounding moving

Claims: the gold answers of the sample that one sentence carries, the paraphrases of one sentence, and sentences of SQuAD's
articles that hold a question's answer, half of them lightly rewritten. Shown are the passages that the retriever brings for the
question; for a paraphrase, for its own words. Wrong ids: the sentence behind the right one, one of another passage, one that was
never shown. Right: supported, and the citation is a sentence that carries the claim. "Kept": with the right id it stays there.
"""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.grounding.faults import rewritten
from bench.grounding.material import CORPUS, DATA, interval, likeness, texts
from bench.grounding.paraphrases import load
from eval.cases import load_cases
from eval.parts import Parts, open_library, real_parts
from eval.places import GOLD
from eval.run import texts_of
from qa.citing import tie
from qa.drafts import Draft, without_bullet
from qa.library import HITS, Library
from qa.settings import load_settings
from qa.shown import Ref, Shown
from qa.types import Hit

ARTICLES = 6  # of SQuAD's, those with most questions: adding all of them would take many minutes
WRONG = ("neighbour", "another passage", "never shown")


@dataclass(frozen=True)
class Claim:
    """A right claim, what is asked for it, and the sentences that carry it, each enough by itself."""

    group: str
    text: str
    question: str
    carried_by: frozenset[str]


@dataclass(frozen=True)
class Moved:
    """Where a claim ended: on a right sentence, supported by another one, or nowhere."""

    right: bool
    supported: bool


def of_the_sample() -> Iterator[Claim]:
    """Gold answers and paraphrases."""
    for case in load_cases(GOLD, texts_of(CORPUS)):
        if case.answer and not case.needs_all:
            yield Claim("sample, gold answers", case.answer, case.question, frozenset(e.quote for e in case.evidence))
    for paraphrase in load(texts([CORPUS])):
        if len(paraphrase.sources) == 1:
            quote = without_bullet(paraphrase.sources[0].sentence)
            yield Claim("sample, paraphrases", paraphrase.claim, paraphrase.claim, frozenset([quote]))


def of_squad(library: Library) -> Iterator[Claim]:
    """The first sentence of a question's paragraph that holds its answer."""
    sentences = [s.text for d in library.documents() for p in library.passages(d.id) for s in p.sentences]
    for row in _questions():
        answers = row["answers"][:1] if row["answerable"] else []
        found = (
            s for answer in answers for s in sentences if answer in s and s in row["paragraph"] and len(s.split()) > 5
        )
        if sentence := next(found, None):
            yield Claim("SQuAD", rewritten(sentence), row["question"], frozenset([sentence]))


def squad_files() -> list[Path]:
    """The articles with most questions; none where they are not at hand."""
    if not (DATA / "squad").is_dir():
        print("skipped: squad is not at hand")
        return []
    names = [row["document"] for row in _questions() if row["answerable"]]
    wanted = sorted(set(names), key=lambda name: (-names.count(name), name))[:ARTICLES]
    return [DATA / "squad/articles" / name for name in wanted]


def moved(claim: Claim, hits: list[Hit]) -> dict[str, Moved] | None:
    """What becomes of the claim with each wrong id, and with the right one; None when its sentence was not found."""
    shown = Shown(hits)
    right = [ref for ref in shown.prose() if without_bullet(shown.sentence(ref).text) in claim.carried_by]
    if not right:
        return None
    wrong: dict[str, tuple[Ref, ...]] = {"right id": (right[0],), "never shown": ()}
    others = [ref for ref in shown.prose() if ref not in right]
    beside = sorted(
        (ref for ref in others if ref.hit == right[0].hit), key=lambda ref: abs(ref.sentence - right[0].sentence - 0.6)
    )
    elsewhere = [ref for ref in others if ref.hit != right[0].hit]
    wrong |= {"neighbour": tuple(beside[:1])} if beside else {}
    wrong |= {"another passage": (elsewhere[len(claim.text) % len(elsewhere)],)} if elsewhere else {}
    return {name: _ended(claim, refs, hits, right) for name, refs in wrong.items()}


def _ended(claim: Claim, refs: tuple[Ref, ...], hits: list[Hit], right: list[Ref]) -> Moved:
    (tied,) = tie([Draft(claim.text, refs, 1)], hits, likeness())
    return Moved(tied.supported and set(tied.refs) <= set(right), tied.supported)


def _questions() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / "squad/questions.jsonl").read_text(encoding="utf-8").splitlines()]


def _results(parts: Parts) -> Iterator[tuple[str, dict[str, Moved] | None]]:
    with TemporaryDirectory() as home, closing(open_library(Path(home), parts)) as library:
        library.add([CORPUS])
        for claim in of_the_sample():
            yield claim.group, moved(claim, library.search(claim.question, HITS))
    if files := squad_files():
        with TemporaryDirectory() as home, closing(open_library(Path(home), parts)) as library:
            library.add(files)
            for claim in of_squad(library):
                yield claim.group, moved(claim, library.search(claim.question, HITS))


def main() -> None:
    """Print the table."""
    found = list(_results(real_parts(load_settings())))
    print("\n## Right claims with wrong ids\n")
    print("| claims | " + " | ".join(WRONG) + " | all: moved right | on a wrong one | right id kept | n | not shown |")
    print("|---|" + "---|" * 8)
    for group in dict.fromkeys(group for group, _ in found):
        mine = [outcome for each, outcome in found if each == group]
        shown = [outcome for outcome in mine if outcome]
        cells = [_share([o[name].right for o in shown if name in o]) for name in WRONG]
        every = [o[name] for o in shown for name in WRONG if name in o]
        cells += [_share([each.right for each in every]), _share([each.supported and not each.right for each in every])]
        cells += [_share([o["right id"].right for o in shown]), str(len(shown)), str(len(mine) - len(shown))]
        print(f"| {group} | {' | '.join(cells)} |")


def _share(found: list[bool]) -> str:
    return interval(sum(found), len(found))


if __name__ == "__main__":
    main()
