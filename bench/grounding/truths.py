"""True claims, and the share of them that the checks flag.

    python -m bench.grounding truths [--examples]

Verbatim: every sentence of the sample corpus, the seeds and SQuAD's articles, citing itself. Paraphrases: written by hand over the
same documents as a good model would write them; paraphrases.py says what the three groups are. "Flagged": by their own citation.
"Lost": not supported by any other sentence of the document either. Examples leave out the group that is held out,
and documents that are not ours.
"""

import sys
from collections.abc import Iterable
from typing import NamedTuple

from bench.grounding.material import CORPUS, Text, folders, interval, likeness, standing, texts
from bench.grounding.paraphrases import Paraphrase, load
from qa.citing import tie
from qa.drafts import Draft
from qa.shown import Ref, Shown
from qa.support import problems
from qa.types import Hit

GROUPS = ("held out", "seen", "tuned")


class Counted(NamedTuple):
    """What came of a paraphrase."""

    paraphrase: Paraphrase
    is_flagged: bool
    is_lost: bool


def verbatim_flagged(documents: Iterable[Text]) -> tuple[int, int]:
    """How many sentences are flagged by themselves, and how many there are."""
    flagged = of = 0
    for document in documents:
        shown = Shown(document.hits)
        for source in document.every_sentence():
            of += 1
            flagged += bool(problems(source.sentence, shown.evidence([Ref(source.passage, source.place)])))
    return flagged, of


def flagged(paraphrase: Paraphrase) -> tuple[str, ...]:
    """What the checks have against a paraphrase with its own citation."""
    return standing(paraphrase.claim, _refs(paraphrase), Shown(_hits(paraphrase)))


def lost(paraphrase: Paraphrase) -> bool:
    """Whether it ends up unsupported."""
    (tied,) = tie([Draft(paraphrase.claim, _refs(paraphrase), 1)], _hits(paraphrase), likeness())
    return not tied.supported


def _hits(paraphrase: Paraphrase) -> tuple[Hit, ...]:
    return paraphrase.sources[0].text.hits


def _refs(paraphrase: Paraphrase) -> tuple[Ref, ...]:
    return tuple(Ref(source.passage, source.place) for source in paraphrase.sources)


def main() -> None:
    """Print the table, and the claims flagged when examples are asked for."""
    ours = texts([CORPUS])
    others = texts([folder for folder in folders() if folder != CORPUS])
    print("\n## True claims wrongly flagged\n")
    print("| claims | flagged | lost | n |\n|---|---|---|---|")
    for name, documents in (("verbatim, sample corpus", ours), ("verbatim, seeds and SQuAD", others)):
        wrong, of = verbatim_flagged(documents)
        print(f"| {name} | {interval(wrong, of)} | | {of} |")
    written = [Counted(p, bool(flagged(p)), lost(p)) for p in load([*ours, *others])]
    kinds = sorted({each.paraphrase.kind for each in written})
    groups = {
        **{
            f"paraphrases, {group}: {where}": [
                each for each in written if (each.paraphrase.group, each.paraphrase.ours) == (group, our)
            ]
            for group in GROUPS
            for where, our in (("sample", True), ("others", False))
        },
        **{f"all: {kind}": [each for each in written if each.paraphrase.kind == kind] for kind in kinds},
    }
    for name, group in groups.items():
        wrong, gone = sum(each.is_flagged for each in group), sum(each.is_lost for each in group)
        print(f"| {name} | {interval(wrong, len(group))} | {interval(gone, len(group))} | {len(group)} |")
    if "--examples" in sys.argv:
        known = (each.paraphrase for each in written)
        for paraphrase in (each for each in known if each.group != "held out" and each.ours):
            if found := flagged(paraphrase):
                print(f"- “{paraphrase.claim}”: {'; '.join(found)}")
                for source in paraphrase.sources:
                    print(f"  cites “{source.sentence}”")


if __name__ == "__main__":
    main()
