"""Samples and searches as rows of a report."""

from eval import explaining, finding, scorers
from eval.cases import Case
from eval.finding import Search
from eval.results import Note, Question, Row, Shown, Stated
from eval.samples import Sample
from eval.spans import quotes
from qa.reranking import best_logit
from qa.types import Answer, Citation

AROUND = 240  # characters of context on each side of a quote


def of_sample(sample: Sample, seconds: float) -> Row:
    """A sample judged by every scorer."""
    answer = sample.answer
    scores, unscored = scorers.scored(sample)
    return Row(
        id=sample.case.id,
        status=answer.status if answer else None,
        mode=answer.mode if answer else None,
        reason=answer.reason if answer else None,
        failure=sample.failure,
        text=answer.text if answer else "",
        claims=_claims(answer) if answer else (),
        notes=tuple(_note(note, sample) for note in answer.citations) if answer else (),
        sent=sample.said.written() if sample.prompt.question else None,
        change=sample.said.change,
        scores=scores,
        unscored=unscored,
        wrong=explaining.of_answer(sample, scores),
        tokens=(answer.usage.prompt_tokens, answer.usage.completion_tokens) if answer else (0, 0),
        timings_ms=answer.timings_ms if answer else {},
        seconds=seconds,
    )


def of_search(search: Search, seconds: float) -> Row:
    """A search judged by every measure."""
    scores, unscored = finding.scored(search)
    return bare(search.case.id, scores, unscored, explaining.of_search(search), search.failure, seconds)


def bare(
    id_: str,
    scores: dict[str, float | None],
    unscored: dict[str, str],
    wrong: tuple[str, ...],
    failure: str | None,
    seconds: float,
) -> Row:
    """A row without an answer."""
    return Row(id_, None, None, None, failure, "", (), (), None, None, scores, unscored, wrong, seconds=seconds)


def question(case: Case, search: Search | None = None) -> Question:
    """A question with what was found for it."""
    return Question(
        id=case.id,
        kind=case.kind,
        tags=case.tags,
        question=case.question,
        answerable=case.answerable,
        answer=case.answer,
        facts=case.facts,
        evidence=tuple((piece.document, piece.quote) for piece in case.evidence),
        passages=_passages(search) if search else (),
    )


def _passages(search: Search) -> tuple[Shown, ...]:
    return tuple(
        Shown(
            title=hit.document.title,
            heading=hit.passage.heading,
            text="\n\n".join(passage.text for passage in hit.passages),
            dense_rank=hit.dense_rank,
            lexical_rank=hit.lexical_rank,
            logit=best_logit(hit),
            gold=relevant,
        )
        for hit, relevant in zip(search.hits, search.relevant, strict=True)
    )


def _claims(answer: Answer) -> tuple[Stated, ...]:
    return tuple(Stated(claim.text, claim.citations, claim.support, claim.problems) for claim in answer.claims)


def _note(note: Citation, sample: Sample) -> Note:
    text = sample.texts.get(note.document_id, "")
    return Note(
        number=note.number,
        title=note.title,
        publisher=note.publisher,
        published=note.published.isoformat() if note.published else None,
        before=text[max(0, note.start - AROUND) : note.start],
        quote=text[note.start : note.end],
        after=text[note.end : note.end + AROUND],
        origin=note.origin,
        gold=any(quotes(note, piece) for piece in sample.case.evidence),
    )
