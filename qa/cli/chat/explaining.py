"""How an answer came about, in lines: what was found and by which search, what the checks said, time and cost."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.cli.output import described
from qa.cli.why import ranks
from qa.types import Answer, Hit

if TYPE_CHECKING:
    from qa.conversations import Turn

Line = tuple[str, int]  # the text and how far it is indented


def explained(turn: "Turn", hits: Sequence[Hit] | None) -> Iterator[Line]:
    """``hits`` is None for an answer of an earlier run: what was found is not kept with a conversation."""
    if turn.question != turn.asked:
        yield f"Understood as: {turn.question}", 0
    yield from _found(hits)
    yield from _checks(turn.answer)
    yield _cost(turn.answer), 0


def _found(hits: Sequence[Hit] | None) -> Iterator[Line]:
    if hits is None:
        yield "What was found is not kept with a conversation; /retry finds it again.", 0
        return
    yield f"{len(hits)} passage{'' if len(hits) == 1 else 's'} found:", 0
    for number, hit in enumerate(hits, start=1):
        yield f"{number}. {described(hit.document)}", 2
        yield ranks(hit), 5
        scores = [f"{score:.1f}" for score in hit.sentence_scores if score is not None]
        if scores:
            yield f"its sentences: {' '.join(scores)}", 5


def _checks(answer: Answer) -> Iterator[Line]:
    from qa.conversations.labels import doubts

    if answer.claims:
        yield "Checks:", 0
    by_number = {citation.number: citation for citation in answer.citations}
    for number, claim in enumerate(answer.claims, start=1):
        notes = ", ".join(f"{n} ({by_number[n].origin})" for n in claim.citations)
        yield f"{number}. {doubts(claim) or 'supported'}; notes {notes or 'none'}", 2
    if answer.reason:
        yield answer.reason, 0


def _cost(answer: Answer) -> str:
    times = ", ".join(f"{name} {value:.0f} ms" for name, value in answer.timings_ms.items())
    usage = answer.usage
    spent = f"{usage.prompt_tokens} + {usage.completion_tokens} tokens"
    price = "price not known" if usage.cost_usd is None else f"${usage.cost_usd:.4f}"
    by = f"{answer.mode}, {answer.model}; {spent}, {price}" if answer.model else f"{answer.mode}, no model"
    return f"{by}; {times}"
