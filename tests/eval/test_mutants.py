"""The gate turns red when the pipeline is broken on purpose: a few mutants over a small corpus; `python -m eval.mutants` has all."""

from importlib import import_module
from pathlib import Path

import pytest

from eval.command import GOLD, THRESHOLDS
from eval.gate import load_thresholds
from eval.mutants import Hunt, Outcome, hunted, line
from eval.mutations import MUTANTS, Mutant
from eval.parts import Parts
from eval.results import Verdict
from eval.selecting import Selection
from qa.errors import InputError

BY_NAME = {mutant.name: mutant for mutant in MUTANTS}


@pytest.fixture
def hunt(gold_file: Path, corpus: Path, parts: Parts) -> Hunt:
    thresholds = load_thresholds(GOLD.parent / THRESHOLDS)
    return Hunt(gold_file, corpus, thresholds, Selection(), parts)


@pytest.mark.parametrize(
    ("name", "threshold"),
    [
        ("offset off by one", "oracle.quote_validity"),
        ("refusal always, without one", "extractive.over_refusal"),
        ("support check always true", "fabricator.fabrications_caught"),
        ("stale vectors after update", "library.update_seen"),
        ("degraded hidden", "flaky.breakdown_told"),
    ],
)
def test_what_is_broken_is_seen(hunt: Hunt, name: str, threshold: str) -> None:
    """By the threshold that looks there."""
    outcome = hunt.outcome(BY_NAME[name])
    assert outcome.killed
    assert threshold in {f"{verdict.subject}.{verdict.metric}" for verdict in outcome.seen_by}


def test_what_changes_nothing_survives(hunt: Hunt) -> None:
    """Else a kill would prove nothing."""
    harmless = Mutant("harmless", "qa.library:HITS", lambda sound: sound, ("oracle",))
    outcome = hunt.outcome(harmless)
    assert (outcome.killed, outcome.seen_by) == (False, ())
    assert line(outcome).startswith("SURVIVES  harmless")


def test_every_mutant_still_has_something_to_break() -> None:
    """A function that was renamed would make a mutant of nothing; behind it all is sound again."""
    assert len(MUTANTS) == len(BY_NAME) >= 20
    for mutant in MUTANTS:
        module, _, path = mutant.place.partition(":")
        before = import_module(module)
        for part in path.split("."):
            before = getattr(before, part)
        with mutant.applied():
            pass
        after = import_module(module)
        for part in path.split("."):
            after = getattr(after, part)
        assert after is before, mutant.name


def test_a_line_names_the_thresholds() -> None:
    """At most four of them."""
    verdicts = tuple(Verdict("oracle", f"m{n}", "min", 1, "why", 0.5, met=False) for n in range(6))
    told = line(Outcome(BY_NAME["mending off"], verdicts, None, 1.0))
    assert told.startswith("killed    mending off")
    assert told.endswith("oracle.m0 0.50, oracle.m1 0.50, oracle.m2 0.50, oracle.m3 0.50 and 2 more")


def test_an_unknown_mutant_is_refused() -> None:
    """With the names there are."""
    with pytest.raises(InputError, match="no mutant 'everything'"):
        next(hunted(["everything"], None))
