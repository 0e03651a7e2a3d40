"""The gate turns red when the pipeline is broken on purpose: the sample's own thresholds, a sound library and three broken ones."""

import dataclasses
from collections.abc import Generator, Sequence
from typing import Any

import pytest

from eval.cases import Case
from eval.command import GOLD, THRESHOLDS
from eval.gate import load_thresholds, missed
from eval.personas import PersonaName
from eval.run import Answering, evaluate
from qa.library import Library
from qa.types import Answered, Event
from tests.eval.conftest import OpenLibrary

Cases = tuple[Case, ...]


class OffByOne(Library):
    """Every note begins and ends a character late."""

    def stream(self, question: str, *rest: Any) -> Generator[Event, None, None]:
        for event in super().stream(question, *rest):
            if isinstance(event, Answered):
                notes = event.answer.citations
                late = tuple(dataclasses.replace(n, start=n.start + 1, end=n.end + 1) for n in notes)
                yield Answered(dataclasses.replace(event.answer, citations=late))
            else:
                yield event


class Certain:
    """A reranker to which every sentence answers every question."""

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        return [9.0] * len(sentences)


class Doubtful:
    """A reranker to which no sentence answers any question."""

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        return [-9.0] * len(sentences)


def missed_by(library: Answering, cases: Cases, persona: PersonaName) -> set[str]:
    thresholds = load_thresholds(GOLD.parent / THRESHOLDS)
    return {miss.threshold.metric for miss in missed([evaluate(library, cases, persona)], thresholds)}


@pytest.mark.parametrize("persona", ["oracle", "extractive"])
def test_a_sound_pipeline_misses_nothing(cases: Cases, open_library: OpenLibrary, persona: PersonaName) -> None:
    """Else the others would prove nothing."""
    assert missed_by(open_library(mocked=persona == "oracle"), cases, persona) == set()


@pytest.mark.parametrize("persona", ["oracle", "extractive"])
def test_offsets_that_are_off_by_one_are_seen(cases: Cases, open_library: OpenLibrary, persona: PersonaName) -> None:
    """By quote validity and by nothing else: the quotes still look right."""
    library = open_library(mocked=persona == "oracle", kind=OffByOne)
    assert missed_by(library, cases, persona) == {"quote_validity"}


def test_a_pipeline_that_never_refuses_is_seen(cases: Cases, open_library: OpenLibrary) -> None:
    """The questions that have no answer get one."""
    assert "refusal_recall" in missed_by(open_library(reranker=Certain()), cases, "extractive")


def test_a_pipeline_that_always_refuses_is_seen(cases: Cases, open_library: OpenLibrary) -> None:
    """Perfect refusal recall does not hide it."""
    missing = missed_by(open_library(reranker=Doubtful()), cases, "extractive")
    assert {"over_refusal", "fact_recall"} <= missing
    assert "refusal_recall" not in missing
