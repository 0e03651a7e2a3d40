"""A model as judge of live answers: LlamaIndex's evaluators of faithfulness and correctness, over our own ChatModel port.

Over the port, so that retries are ours and every token is counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from eval.results import Question, Row
from qa.errors import ModelError
from qa.ports import ChatMessage, ChatModel

if TYPE_CHECKING:  # importing it takes seconds
    from llama_index.core.llms import LLM

FAITHFULNESS, CORRECTNESS = "faithfulness", "correctness"
MEANINGS = {
    FAITHFULNESS: "1 if the judge finds the answer supported by its quotes",
    CORRECTNESS: "the judge's mark against the gold answer, 1 to 5, as 0 to 1",
}
BEST = 5.0


class Judge:
    """Judges rows; ``tokens`` counts what that took: of prompts, of replies."""

    def __init__(self, model: ChatModel) -> None:
        self.tokens = (0, 0)
        self._model = model
        self._llm = _socket(self._ask)

    def judged(self, row: Row, question: Question) -> Row:
        """The row with its marks; a mark that the judge would not give is counted as not scored."""
        marks = {FAITHFULNESS: self._faithfulness, CORRECTNESS: self._correctness}
        scores: dict[str, float | None] = dict(row.scores)
        unscored: dict[str, str] = dict(row.unscored)
        for name, judge in marks.items():
            try:
                mark = judge(row, question)
            except ModelError as error:
                unscored[name] = str(error)
                continue
            if isinstance(mark, str):
                unscored[name] = mark
            else:
                scores[name] = mark
        return replace(row, scores=scores, unscored=unscored)

    def _faithfulness(self, row: Row, _question: Question) -> float | str | None:
        from llama_index.core.evaluation import FaithfulnessEvaluator

        if not row.notes:
            return None
        said = " ".join(claim.text for claim in row.claims)
        verdict = FaithfulnessEvaluator(llm=self._llm).evaluate(
            query=None, response=said, contexts=[note.quote for note in row.notes]
        )
        feedback = (verdict.feedback or "").casefold()
        if "yes" not in feedback and "no" not in feedback:
            return f"the judge said neither yes nor no: “{verdict.feedback}”"
        return 1.0 if verdict.passing else 0.0

    def _correctness(self, row: Row, question: Question) -> float | str | None:
        from llama_index.core.evaluation import CorrectnessEvaluator

        if question.answer is None:
            return None
        said = " ".join(claim.text for claim in row.claims) or "(no answer)"
        try:
            verdict = CorrectnessEvaluator(llm=self._llm).evaluate(
                query=question.question, response=said, reference=question.answer
            )
        except ValueError:  # its parser takes a number for granted
            return "the judge gave no mark"
        if verdict.score is None or not 1 <= verdict.score <= BEST:
            return f"the judge gave no mark from 1 to 5: “{verdict.feedback}”"
        return (float(verdict.score) - 1) / (BEST - 1)

    def _ask(self, prompt: str) -> str:
        completion = self._model.complete([ChatMessage("user", prompt)])
        usage = completion.usage
        self.tokens = (self.tokens[0] + usage.prompt_tokens, self.tokens[1] + usage.completion_tokens)
        return completion.text


def judge_all(judge: Judge, rows: Sequence[Row], questions: Mapping[str, Question]) -> list[Row]:
    """Each row judged; a failed one has nothing to judge."""
    return [row if row.failure else judge.judged(row, questions[row.id]) for row in rows]


def _socket(ask: Any) -> "LLM":
    """Our port as LlamaIndex sees models."""
    from llama_index.core.llms import CompletionResponse, CustomLLM, LLMMetadata

    class Port(CustomLLM):  # type: ignore[misc]  # LlamaIndex is not typed for us
        """A ChatModel, prompt in, text out."""

        @property
        def metadata(self) -> Any:
            """Enough room that no evaluator cuts a prompt."""
            return LLMMetadata(context_window=128_000, num_output=512, model_name="judge")

        def complete(self, prompt: str, formatted: bool = False, **_rest: Any) -> Any:  # noqa: ARG002 - theirs
            """The whole reply."""
            return CompletionResponse(text=ask(prompt))

        def stream_complete(self, prompt: str, formatted: bool = False, **_rest: Any) -> Any:  # noqa: ARG002 - theirs
            """Nothing streams here."""
            text = ask(prompt)
            return iter([CompletionResponse(text=text, delta=text)])

    return Port()
