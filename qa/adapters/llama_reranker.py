"""Any LlamaIndex node postprocessor, named in QA_RERANKER, as a reranker: its order on the installed model's scale.

A postprocessor's scores have a scale of their own, or none. docs/decisions/0006 says why they are not taken for logits.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from qa.adapters.plugs import Plug, guarded, made
from qa.adapters.retrying import Patience
from qa.ports import Reranker

KIND = "llama_index.core.postprocessor.types:BaseNodePostprocessor"


class LlamaReranker:
    """A Reranker. ``scale`` gives the logits; they are dealt out in the order that the postprocessor puts the sentences in."""

    def __init__(self, plug: Plug, scale: Reranker, seconds: float) -> None:
        self._plug = plug
        self._scale = scale
        self._patience = Patience(seconds, plug.named.service)

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        """One logit a sentence: the best of them for the first in the order, and so on. Raises ModelError."""
        logits = self._scale.score(question, sentences)
        if not sentences:
            return logits
        ranker = self._ranker  # loaded before the time is counted
        first = self._patience.call(lambda _: self._order(ranker, question, sentences))
        kept = set(first)
        # Most postprocessors return only their best few; the others keep the order of the installed model.
        rest = sorted((n for n in range(len(sentences)) if n not in kept), key=lambda n: -logits[n])
        dealt = dict(zip([*first, *rest], sorted(logits, reverse=True), strict=True))
        return [dealt[n] for n in range(len(sentences))]

    def _order(self, ranker: Any, question: str, sentences: Sequence[str]) -> list[int]:
        from llama_index.core.schema import NodeWithScore, TextNode

        nodes = [NodeWithScore(node=TextNode(id_=str(n), text=text), score=0.0) for n, text in enumerate(sentences)]
        with guarded(self._plug):
            ranked = ranker.postprocess_nodes(nodes, query_str=question)
            places = [int(node.node.node_id) for node in ranked]
            return [place for place in dict.fromkeys(places) if 0 <= place < len(sentences)]

    @cached_property
    def _ranker(self) -> Any:
        return made(self._plug, KIND, "node postprocessor")
