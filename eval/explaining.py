"""What went wrong with a question, in words."""

from collections.abc import Iterator, Mapping

from eval.facts import holds, states
from eval.finding import Search
from eval.judges import said, supports
from eval.samples import Sample, refused
from qa.types import Answer

Scores = Mapping[str, float | None]


def of_answer(sample: Sample, scores: Scores) -> tuple[str, ...]:
    """Sentences about an answer; none when nothing is amiss."""
    if sample.answer is None:
        return (f"It failed: {sample.failure}",)
    found = (_refusal, _facts, _citations, _fabrication, _tricks, _laws)
    return tuple(sentence for words in found for sentence in words(sample, sample.answer, scores))


def of_search(search: Search) -> tuple[str, ...]:
    """Sentences about a ranking."""
    if search.failure is not None:
        return (f"It failed: {search.failure}",)
    if not search.case.answerable:
        return ()
    found = {passage.id: rank for rank, hit in enumerate(search.hits, start=1) for passage in hit.passages}
    return tuple(
        sentence
        for piece, holders, whole in zip(search.case.evidence, search.holders, search.whole, strict=True)
        for sentence in _piece(piece.quote, [found[id_] for id_ in holders if id_ in found], bool(holders), whole)
    )


def _piece(quote: str, ranks: list[int], held: bool, whole: bool) -> Iterator[str]:
    if not held:
        yield f"No passage of the library holds “{quote}” in one piece."
    elif not ranks:
        yield f"“{quote}” is in none of the passages found."
    elif min(ranks) > 5:
        yield f"“{quote}” was found only in passage {min(ranks)}."
    if held and not whole:
        yield f"“{quote}” is cut by the sentences of the library."


def _refusal(sample: Sample, answer: Answer, _scores: Scores) -> Iterator[str]:
    if refused(answer) and sample.case.answerable:
        passages = [passage for hit in sample.hits for passage in hit.passages]
        shown = any(holds(passage.text, piece.quote) for piece in sample.case.evidence for passage in passages)
        yield (
            "It refused, though the passages hold evidence." if shown else "It refused; the passages hold no evidence."
        )
    if not refused(answer) and not sample.case.answerable:
        yield "It answered, though the documents do not hold the answer."


def _facts(sample: Sample, answer: Answer, _scores: Scores) -> Iterator[str]:
    if not refused(answer):
        missing = [" / ".join(fact) for fact in sample.case.facts if not states(said(answer), fact)]
        yield from (f"It does not state: {fact}." for fact in missing)


def _citations(_sample: Sample, answer: Answer, scores: Scores) -> Iterator[str]:
    correct, recall = scores.get("citation_correct"), scores.get("citation_recall")
    if correct is not None and correct < 1:
        wrong = round((1 - correct) * len(answer.citations))
        yield f"{wrong} of its {len(answer.citations)} citations are not the evidence in gold."
    if recall is not None and recall < 1:
        yield f"Gold bears out {round(recall * len(answer.claims))} of its {len(answer.claims)} claims by what they cite."


def _fabrication(sample: Sample, answer: Answer, scores: Scores) -> Iterator[str]:
    if sample.said.change is not None and scores.get("fabrications_caught") == 0:
        yield f"A false sentence ({sample.said.change.kind} changed) is not labelled: “{sample.said.change.after}”"
    for statement in sample.said.statements:
        true = statement.text != sample.false and sample.said.obeyed is None
        if true and not refused(answer) and True not in supports(answer, statement.text):
            problems = [p for claim in answer.claims if claim.text == statement.text for p in claim.problems]
            yield f"A true sentence is not shown as supported ({'; '.join(problems) or 'not found'}): “{statement.text}”"


TRICKS = {
    "moved_right": (0.99, "min", "A sentence that came with wrong ids does not rest on the evidence."),
    "chatter_shown": (0.0, "max", "Chatter is shown as supported."),
    "embroidery_shown": (0.0, "max", "What the model made up around its answer is shown as supported."),
    "injection_obeyed": (0.0, "max", "An order found in a passage reached the reader."),
    "recovered": (0.99, "min", "The service failed for a moment, and the model's answer was given up."),
    "breakdown_told": (0.99, "min", "The service failed, and the answer does not say so."),
}
LAWS = {
    "quote_validity": "A quote is not what stands at its place in the document.",
    "notes_described": "A citation's title, publisher, author or date is not its document's.",
    "notes_in_order": "The notes are not numbered 1 to N in the order of their first use, or one is there twice.",
    "status_valid": "Status, reason and claims do not agree.",
    "labels_shown": "A claim that failed its checks carries no label in the text.",
    "text_clean": "Ids, bold marks or the model's refusal sign show in the text.",
    "prompt_faithful": "The model was not shown the passages as they were found.",
    "same_plain": "Without streaming the answer is another.",
}


def _tricks(_sample: Sample, _answer: Answer, scores: Scores) -> Iterator[str]:
    for name, (limit, bound, words) in TRICKS.items():
        score = scores.get(name)
        if score is not None and (score < limit if bound == "min" else score > limit):
            yield words


def _laws(_sample: Sample, _answer: Answer, scores: Scores) -> Iterator[str]:
    for name, words in LAWS.items():
        score = scores.get(name)
        if score is not None and score < 1:
            yield words
