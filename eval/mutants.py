"""Breaks the pipeline on purpose, one way at a time, and shows which threshold of the gate sees it.

    python -m eval.mutants                     all of them, on all questions of the sample (some minutes)
    python -m eval.mutants --limit 40 NAME…    some, on about forty questions

A mutant is killed by a threshold that the sound pipeline meets on the same questions and the broken one misses. Exit code 1 when
one survives: a hole to close with a metric or a threshold. Here, and only here, our own functions are replaced at run time.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.gate import SUBJECTS, Threshold, judge, load_thresholds
from eval.mutations import MUTANTS, Mutant
from eval.parts import Parts, real_parts
from eval.places import CORPUS, GOLD, THRESHOLDS
from eval.results import Run, Verdict
from eval.run import run
from eval.selecting import Selection
from qa.errors import InputError
from qa.settings import load_settings

SEEN = 4  # thresholds named in the table


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant: the thresholds that saw it, or the error that the run ended in."""

    mutant: Mutant
    seen_by: tuple[Verdict, ...]
    error: str | None
    seconds: float

    @property
    def killed(self) -> bool:
        """Whether the gate turned red."""
        return bool(self.seen_by) or self.error is not None


class Hunt:
    """Runs mutants over the same questions and the same parts: what the two networks said is asked only once."""

    def __init__(self, gold: Path, corpus: Path, thresholds: Sequence[Threshold], selection: Selection, parts: Parts):
        self._gold = gold
        self._corpus = corpus
        self._thresholds = thresholds
        self._selection = selection
        self._parts = parts
        self._sound: dict[str, set[tuple[str, str]]] = {}

    def outcome(self, mutant: Mutant) -> Outcome:
        """Ask the subjects that should see it; if they do not, the others."""
        begun = time.perf_counter()
        others = tuple(subject for subject in SUBJECTS if subject not in mutant.subjects)
        seen: tuple[Verdict, ...] = ()
        error: str | None = None
        for subjects in (mutant.subjects, others):
            met = self._met(subjects)
            with mutant.applied():
                try:
                    seen = tuple(v for v in self._judged(subjects) if not v.met and (v.subject, v.metric) in met)
                except Exception as raised:  # noqa: BLE001 - a gate that crashes is red as well
                    error = f"the run ends in {type(raised).__name__}: {raised}"
            if seen or error:
                break
        return Outcome(mutant, seen, error, time.perf_counter() - begun)

    def _met(self, subjects: Sequence[str]) -> set[tuple[str, str]]:
        """The thresholds that the sound pipeline meets."""
        new = [subject for subject in subjects if subject not in self._sound]
        if new:
            judged = self._judged(new)
            self._sound |= {s: {(v.subject, v.metric) for v in judged if v.subject == s and v.met} for s in new}
        return set().union(*(self._sound[subject] for subject in subjects))

    def _judged(self, subjects: Sequence[str]) -> tuple[Verdict, ...]:
        done: Run = run(self._gold, self._corpus, subjects, selection=self._selection, parts=self._parts)
        return judge(done.reports, self._thresholds)


def hunted(names: Sequence[str], limit: int | None) -> Iterator[Outcome]:
    """The outcome of each mutant named, of all when none is. Raises InputError."""
    unknown = set(names) - {mutant.name for mutant in MUTANTS}
    if unknown:
        raise InputError(f"There is no mutant {unknown.pop()!r}.", f"There are: {', '.join(m.name for m in MUTANTS)}.")
    thresholds = load_thresholds(GOLD.parent / THRESHOLDS)
    hunt = Hunt(GOLD, CORPUS, thresholds, Selection(limit=limit), real_parts(load_settings()))
    yield from (hunt.outcome(mutant) for mutant in MUTANTS if not names or mutant.name in names)


def line(outcome: Outcome) -> str:
    """A line of the table."""
    verdicts = [f"{v.subject}.{v.metric} {'–' if v.mean is None else f'{v.mean:.2f}'}" for v in outcome.seen_by]
    more = f" and {len(verdicts) - SEEN} more" if len(verdicts) > SEEN else ""
    seen = outcome.error or ", ".join(verdicts[:SEEN]) + more
    return f"{'killed  ' if outcome.killed else 'SURVIVES'}  {outcome.mutant.name:<38} {seen}"


def main() -> int:
    """Print the table; 1 when one survives."""
    parser = argparse.ArgumentParser(prog="python -m eval.mutants", description="Does the gate see what is broken?")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--limit", type=int, help="at most so many questions")
    typed = parser.parse_args()
    survivors, count = 0, 0
    for outcome in hunted(typed.names, typed.limit):
        sys.stdout.write(line(outcome) + "\n")
        sys.stdout.flush()
        survivors += not outcome.killed
        count += 1
    sys.stdout.write(f"{count - survivors} of {count} killed.\n")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
