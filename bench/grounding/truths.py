"""True claims, and the share of them that the checks flag.

    python -m bench.grounding truths [--examples]

Verbatim: every sentence of the sample corpus, the seeds and SQuAD's articles, citing itself. Paraphrases: written by hand over the
same documents as a good model would write them; paraphrases.py says what the three groups are. "Flagged": by their own citation.
"Lost": not supported by any other sentence of the document either. Examples leave out the group that is held out,
and documents that are not ours.
"""

import sys
from collections.abc import Iterable

from bench.grounding.material import CORPUS, Text, folders, interval, likeness, standing, texts
from bench.grounding.paraphrases import Paraphrase, load
from qa.citing import tie
from qa.drafts import Draft
from qa.shown import Ref, Shown
from qa.support import problems
from qa.types import Hit

GROUPS = ("held out", "seen", "tuned")


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
    written = load([*ours, *others])
    kinds = sorted({paraphrase.kind for paraphrase in written})
    groups = {
        **{
            f"paraphrases, {group}: {where}": [p for p in written if p.group == group and p.ours == our]
            for group in GROUPS
            for where, our in (("sample", True), ("others", False))
        },
        **{f"all: {kind}": [p for p in written if p.kind == kind] for kind in kinds},
    }
    for name, group in groups.items():
        print(
            f"| {name} | {_share(map(flagged, group), len(group))} | {_share(map(lost, group), len(group))} | {len(group)} |"
        )
    if "--examples" in sys.argv:
        for paraphrase in (p for p in written if p.group != "held out" and p.ours):
            if found := flagged(paraphrase):
                print(f"- “{paraphrase.claim}”: {'; '.join(found)}")
                for source in paraphrase.sources:
                    print(f"  cites “{source.sentence}”")


def _share(found: Iterable[object], of: int) -> str:
    return interval(sum(map(bool, found)), of)


if __name__ == "__main__":
    main()
