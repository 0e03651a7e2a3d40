"""Each judge of one sample against values computed by hand."""

import dataclasses

import pytest

from eval.cases import Case, Evidence
from eval.fabricating import Change
from eval.personas import NOTHING, Said, Statement
from eval.scorers import SCORERS, Sample
from qa.types import Answer, Citation, Claim, Document, Hit, Passage, Sentence

TEXT = "The dock cost 41 million. It opened in May. Ships came."
EVIDENCE = (Evidence("dock.md", "The dock cost 41 million."), Evidence("dock.md", "It opened in May."))
CASE = Case("dock", "?", "fact", True, "The dock cost 41 million.", (("41 million",), ("May",)), EVIDENCE, ("any",))
NEEDS_ALL = dataclasses.replace(CASE, tags=("all",))
UNANSWERABLE = Case("none", "?", "off-topic", False, None, (), (), ())


def score(name: str, sample: Sample) -> float | None:
    return next(scorer for scorer in SCORERS if scorer.name == name).score(sample)


def hit(text: str, source: str = "/corpus/dock.md") -> Hit:
    passage = Passage("p", "d", 0, "", (Sentence(0, len(text), text),), text)
    return Hit(passage, Document("d", "default", source, "Dock", TEXT, ""), 1.0)


def note(quote: str, shift: int = 0, document_id: str = "d") -> Citation:
    start = TEXT.index(quote) + shift
    place = (start, start + len(quote), "p", "model")
    return Citation(1, document_id, "Dock", None, None, None, False, None, "/corpus/dock.md", quote, *place)  # type: ignore[arg-type]


def answer(*claims: Claim, notes: tuple[Citation, ...] = ()) -> Answer:
    status = "answered" if claims else "no_evidence"
    text = " ".join(claim.text for claim in claims)
    return Answer("id", "?", status, None, text, claims, notes, "llm", "mocked")  # type: ignore[arg-type]


REFUSED = answer()
ANSWERED = answer(Claim("The dock cost 41 million.", (1,), "supported"), notes=(note("The dock cost 41 million."),))


@pytest.mark.parametrize(
    ("case", "hits", "value"),
    [
        (CASE, [hit("Ships came."), hit("- It opened in May.")], 1.0),
        (NEEDS_ALL, [hit("- It opened in May.")], 0.0),
        (NEEDS_ALL, [hit("It opened in May."), hit("The dock cost 41 million.")], 1.0),
        (CASE, [hit("Ships came.")] * 5 + [hit("It opened in May.")], 0.0),
        (CASE, [hit("It opened in May.", "/corpus/other.md")], 0.0),
        (CASE, [], 0.0),
        (UNANSWERABLE, [hit("It opened in May.")], None),
    ],
)
def test_hit_at_5_asks_for_evidence_in_the_first_five(case: Case, hits: list[Hit], value: float | None) -> None:
    """Any piece, or all where all are needed, of the right document."""
    assert score("hit@5", Sample(case, tuple(hits), REFUSED)) == value


def test_quotes_are_held_against_the_librarys_own_text() -> None:
    """One right, one shifted by a character, one of an unknown document: a third."""
    quote = "It opened in May."
    notes = (note(quote), note(quote, shift=1), note(quote, document_id="gone"))
    assert score("quote_validity", Sample(CASE, answer=answer(notes=notes), texts={"d": TEXT})) == pytest.approx(1 / 3)
    assert score("quote_validity", Sample(CASE, answer=REFUSED)) is None


def test_a_citation_is_correct_when_it_is_gold_evidence() -> None:
    """Two of three cited sentences are."""
    notes = (note("It opened in May."), note("Ships came."), note("The dock cost 41 million."))
    sample = Sample(CASE, answer=answer(notes=notes))
    assert score("citation_correct", sample) == pytest.approx(2 / 3)
    assert score("citation_correct", dataclasses.replace(sample, case=UNANSWERABLE)) is None
    assert score("citation_correct", dataclasses.replace(sample, answer=REFUSED)) is None


def test_fact_recall_counts_the_facts_that_are_stated() -> None:
    """One of two; a refusal states none; no facts, no score."""
    assert score("fact_recall", Sample(CASE, answer=ANSWERED)) == 0.5
    assert score("fact_recall", Sample(CASE, answer=REFUSED)) == 0.0
    assert score("fact_recall", Sample(UNANSWERABLE, answer=ANSWERED)) is None


@pytest.mark.parametrize(
    ("case", "given", "precision", "recall", "over"),
    [
        (CASE, ANSWERED, None, None, 0.0),
        (CASE, REFUSED, 0.0, None, 1.0),
        (UNANSWERABLE, ANSWERED, None, 0.0, None),
        (UNANSWERABLE, REFUSED, 1.0, 1.0, None),
    ],
)
def test_refusals_are_measured_in_both_directions(
    case: Case, given: Answer, precision: float | None, recall: float | None, over: float | None
) -> None:
    """The four cells of the table."""
    sample = Sample(case, answer=given)
    names = ("refusal_precision", "refusal_recall", "over_refusal")
    assert tuple(score(name, sample) for name in names) == (precision, recall, over)


TRUE, FALSE = "The dock cost 41 million.", "It opened in June."
LIED = Said((Statement(TRUE, ("1.1",)), Statement(FALSE, ("1.2",))), Change("date", "It opened in May.", FALSE))


@pytest.mark.parametrize(
    ("given", "said", "caught"),
    [
        (answer(Claim(TRUE, (1,), "supported"), Claim(FALSE, (1,), "unsupported")), LIED, 1.0),
        (answer(Claim(TRUE, (1,), "supported"), Claim(FALSE, (1,), "supported")), LIED, 0.0),
        (answer(Claim(TRUE, (1,), "supported"), Claim(FALSE, (), "uncited")), LIED, 1.0),
        (answer(Claim(TRUE, (1,), "supported")), LIED, 0.0),
        (REFUSED, LIED, 1.0),
        (ANSWERED, NOTHING, None),
    ],
)
def test_a_fabrication_is_caught_when_it_is_not_shown_as_supported(given: Answer, said: Said, caught: float) -> None:
    """One that cannot be found in the answer was not seen to be caught."""
    assert score("fabrications_caught", Sample(CASE, answer=given, said=said)) == caught


def test_true_claims_flagged_leaves_the_false_one_out() -> None:
    """Of two true sentences one is not shown as supported; the false one does not count."""
    said = dataclasses.replace(LIED, statements=(*LIED.statements, Statement("Ships came.", ("1.3",))))
    given = answer(
        Claim(TRUE, (1,), "supported"), Claim(FALSE, (1,), "unsupported"), Claim("Ships came.", (), "uncited")
    )
    assert score("true_claims_flagged", Sample(CASE, answer=given, said=said)) == 0.5
    assert score("true_claims_flagged", Sample(CASE, answer=REFUSED, said=said)) == 1.0
    assert score("true_claims_flagged", Sample(CASE, answer=REFUSED)) is None


def test_a_failed_question_scores_the_worst_and_is_counted() -> None:
    """0, or 1 where less is better; None only where the question cannot arise."""
    scores = {scorer.name: scorer.score(Sample(CASE, failure="no connection", said=LIED)) for scorer in SCORERS}
    assert scores == {
        "hit@5": 0.0,
        "quote_validity": 0.0,
        "citation_correct": 0.0,
        "fact_recall": 0.0,
        "refusal_precision": None,
        "refusal_recall": None,
        "over_refusal": 1.0,
        "fabrications_caught": 0.0,
        "true_claims_flagged": 1.0,
        "failed": 1.0,
    }
    assert score("refusal_recall", Sample(UNANSWERABLE)) == 0.0
    assert score("failed", Sample(CASE, answer=ANSWERED)) == 0.0
