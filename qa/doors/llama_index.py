"""A library as a LlamaIndex retriever and query engine: for routers, agents and tools. Loaded only by who imports it.

    from qa.assembly import build_library
    from qa.doors.llama_index import FootnoteQueryEngine
    from qa.settings import load_settings

    engine = FootnoteQueryEngine(build_library(load_settings()))
    print(engine.query("Who approved the submarines?"))

Both raise FootnoteError. The query engine does not stream: a claim can be shown only once it has been checked.
"""

import asyncio
from typing import Any

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.response.schema import Response
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from qa.answers import as_json
from qa.library import Library
from qa.types import EVERYTHING, Answer, Citation, Document, Filters, Hit

FOR_OTHERS = ["document_id", "start", "end", "number", "passage_id"]  # metadata that no model needs to read


class FootnoteRetriever(BaseRetriever):  # type: ignore[misc]  # LlamaIndex is not typed for us
    """The library's passages, best first, each a node under the passage's id."""

    def __init__(self, library: Library, *, k: int = 8, filters: Filters = EVERYTHING, **theirs: Any) -> None:
        super().__init__(**theirs)
        self._library = library
        self._k = k
        self._filters = filters

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._library.search(query_bundle.query_str, self._k, self._filters)
        return [NodeWithScore(node=_of_hit(hit), score=hit.score) for hit in hits]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)


class FootnoteQueryEngine(BaseQueryEngine):  # type: ignore[misc]  # LlamaIndex is not typed for us
    """The library's answers: the text with its notes, a source node for each note in order, the whole Answer in the metadata.

    A refusal's text is its reason, for LlamaIndex knows no refusal; ``metadata["footnote"]["status"]`` tells them apart.
    """

    def __init__(self, library: Library, *, filters: Filters = EVERYTHING, callback_manager: Any = None) -> None:
        super().__init__(callback_manager=callback_manager)
        self._library = library
        self._filters = filters

    def _query(self, query_bundle: QueryBundle) -> Response:
        return _response(self._library.ask(query_bundle.query_str, self._filters))

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> dict[str, Any]:
        """None: the prompts are part of what is measured."""
        return {}


def _response(answer: Answer) -> Response:
    nodes = [NodeWithScore(node=_of_citation(citation)) for citation in answer.citations]
    return Response(answer.text or answer.reason or "", nodes, {"footnote": as_json(answer)})


def _of_hit(hit: Hit) -> TextNode:
    passage = hit.passage
    return _node(passage.id, passage.text, _described(hit.document, passage.document_id, passage.start, passage.end))


def _of_citation(citation: Citation) -> TextNode:
    """The cited sentence; several may stand in one passage, so the id says which."""
    described = _described(citation, citation.document_id, citation.start, citation.end)
    number = {"number": citation.number, "passage_id": citation.passage_id}
    return _node(f"{citation.passage_id}:{citation.start}", citation.quote, described | number)


def _described(of: Document | Citation, document_id: str, start: int, end: int) -> dict[str, Any]:
    published = of.published.isoformat() if of.published else None
    place = {"source": of.source, "document_id": document_id, "start": start, "end": end}
    return {"title": of.title, "publisher": of.publisher, "published": published} | place


def _node(id_: str, text: str, metadata: dict[str, Any]) -> TextNode:
    return TextNode(
        id_=id_,
        text=text,
        metadata=metadata,
        start_char_idx=metadata["start"],
        end_char_idx=metadata["end"],
        excluded_llm_metadata_keys=FOR_OTHERS,
        excluded_embed_metadata_keys=FOR_OTHERS,
    )
