"""Faults put into true claims, and the share of them that the checks catch.

    python -m bench.grounding faults [--examples N]

True claims are sentences of the sample corpus, the seeds and SQuAD's articles, half of them lightly rewritten, and the paraphrases
written by hand. One fault a claim. Caught: with the true sentence as its citation, the claim is not supported. "Kept out" counts
what is neither supported there nor by another sentence of the passages around, to which a claim may be moved. Checks were tuned on
the documents of half 1; half 2 was only counted.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from bench.grounding.changes import Change, chosen, dates, names, numbers, quotations, speakers
from bench.grounding.material import CORPUS, Source, folders, interval, likeness, standing, texts
from bench.grounding.paraphrases import Paraphrase, load
from bench.grounding.turns import comparisons, modalities, negations, voices
from qa.citing import tie
from qa.drafts import Draft

KINDS: dict[str, Change] = {
    "number": numbers, "date": dates, "name": names, "negation": negations, "modality": modalities, "comparison": comparisons,
    "speaker": speakers, "quotation": quotations, "voice": voices,
}  # fmt: skip
MOST = 200  # faults of a kind in each half
REWRITINGS = [
    (re.compile(r"(?<=\d)%"), " percent"),
    (re.compile(r"\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. (\d{1,2})\b(?!-)"), r"\2 \1."),
    (
        re.compile(
            r"\b(January|February|March|April|June|July|August|September|October|November|December) (\d{1,2}), "
        ),
        r"\2 \1 ",
    ),
    (re.compile(r"\$(\d[\d.]*) billion"), r"$\1bn"),
    (re.compile(r"^(?P<main>[^,;]{20,}) (?P<when>in (?:1[5-9]|20)\d\d)\.$"), r"\g<when>, \g<main>."),
]


@dataclass(frozen=True)
class Fault:
    """A false claim, the true sentence that it cites, and what came of it."""

    kind: str
    group: str
    claim: str
    source: Source
    caught: bool
    kept_out: bool


def faults() -> Iterator[Fault]:
    """Of each kind the same number in each half, and every paraphrase with each kind of fault that it admits."""
    documents = texts(folders())
    sources = [source for text in documents for source in text.sentences()]
    sources.sort(key=lambda source: crc32(source.sentence.encode()))
    counts: defaultdict[tuple[str, int], int] = defaultdict(int)
    for source in sources:
        for kind in KINDS:
            place = (kind, source.text.half)
            if counts[place] < MOST and (claim := false_of(kind, rewritten(source.sentence), source)):
                counts[place] += 1
                yield judged(kind, f"half {source.text.half}", claim, source)
    for paraphrase in load(documents):
        yield from _in_paraphrase(paraphrase)


def judged(kind: str, group: str, claim: str, source: Source) -> Fault:
    """Held against its sentence, and against all that is shown with it."""
    alone, at = source.alone()
    caught = bool(standing(claim, [at], alone))
    hits, ref = source.shown()
    (tied,) = tie([Draft(claim, (ref,), 1)], hits, likeness())
    return Fault(kind, group, claim, source, caught, not tied.supported)


def rewritten(sentence: str) -> str:
    """Every second sentence in another form, where one of a few harmless rewritings applies."""
    if crc32(sentence.encode()) % 2:
        return sentence
    for pattern, by in REWRITINGS:
        changed = pattern.sub(by, sentence, count=1)
        if changed != sentence:
            return changed[0].upper() + changed[1:]
    return sentence


def false_of(kind: str, claim: str, source: Source) -> str | None:
    """The claim with one fault of a kind; None where it admits none."""
    variants = [false for false in KINDS[kind](claim, source.text.whole) if false != claim]
    return chosen(variants, kind + claim) if variants else None


def _in_paraphrase(paraphrase: Paraphrase) -> Iterator[Fault]:
    if len(paraphrase.sources) > 1:
        return
    (source,) = paraphrase.sources
    for kind in KINDS:
        if claim := false_of(kind, paraphrase.claim, source):
            yield judged(kind, paraphrase.group, claim, source)


def main() -> None:
    """Print the table, and examples when they are asked for."""
    found = list(faults())
    print(f"\n## Faults put into true claims ({len(found)})\n")
    print("| kind | half 1: caught | half 2: caught | kept out of both | in paraphrases: seen, tuned | held out | n |")
    print("|---|---|---|---|---|---|---|")
    for kind in KINDS:
        one, two, known, unknown = (
            [f for f in found if f.kind == kind and f.group in groups]
            for groups in (("half 1",), ("half 2",), ("seen", "tuned"), ("held out",))
        )
        both = [*one, *two]
        print(
            f"| {kind} | {_share(one)} | {_share(two)} | {interval(sum(f.kept_out for f in both), len(both))} | {_share(known)} "
            f"| {_share(unknown)} | {' + '.join(str(len(each)) for each in (one, two, known, unknown))} |"
        )
    if "--examples" in sys.argv:
        _print_examples(found)


def _share(found: list[Fault]) -> str:
    return interval(sum(fault.caught for fault in found), len(found))


def _print_examples(found: list[Fault]) -> None:
    """Ten of each kind, of our own corpus; none of the paraphrases held out."""
    known = [fault for fault in found if fault.group != "held out"]
    ours = [fault for fault in known if (CORPUS / fault.source.text.name).is_file()]
    for kind in KINDS:
        for caught in (True, False):
            some = [f for f in ours if f.kind == kind and f.caught is caught]
            print(f"\n### {kind}, {'caught' if caught else 'not caught'}: {min(10, len(some))} of {len(some)}\n")
            for fault in some[:10]:
                print(f"- “{fault.claim}”  \n  cites “{fault.source.sentence}”")


if __name__ == "__main__":
    main()
