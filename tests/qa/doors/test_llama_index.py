"""A library as LlamaIndex's users meet it: alone, in a router, sync and async."""

import asyncio
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from llama_index.core.base.llms.types import CompletionResponse, LLMMetadata
from llama_index.core.llms import CustomLLM
from llama_index.core.query_engine import RetrieverQueryEngine, RouterQueryEngine
from llama_index.core.selectors import LLMSingleSelector
from llama_index.core.tools import QueryEngineTool

from qa.answers import as_json
from qa.doors.llama_index import FootnoteQueryEngine, FootnoteRetriever
from qa.errors import QuestionError
from qa.library import Library
from qa.types import Filters
from tests.conftest import OpenLibrary
from tests.qa.test_library import SPENDING

QUOTE = "The council agreed to raise spending to 3.5% of income."


class Chooser(CustomLLM):  # type: ignore[misc]  # LlamaIndex is not typed for us
    """Chooses the second tool, and repeats what it is asked to answer from."""

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(model_name="chooser")

    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        chosen = json.dumps([{"choice": 2, "reason": "it has the documents"}])
        return CompletionResponse(text=chosen if "choices" in prompt else prompt)

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> Any:
        raise NotImplementedError


@pytest.fixture
def library(open_library: OpenLibrary, documents: Path) -> Library:
    opened = open_library()
    opened.add([documents])
    return opened


@pytest.fixture(params=["sync", "async"])
def query(request: pytest.FixtureRequest) -> Callable[[Any, str], Any]:
    """Asks an engine in one of its two ways."""
    if request.param == "sync":
        return lambda engine, question: engine.query(question)
    return lambda engine, question: asyncio.run(engine.aquery(question))


@pytest.fixture(params=["sync", "async"])
def retrieve(request: pytest.FixtureRequest) -> Callable[[Any, str], Any]:
    """Asks a retriever in one of its two ways."""
    if request.param == "sync":
        return lambda retriever, question: retriever.retrieve(question)
    return lambda retriever, question: asyncio.run(retriever.aretrieve(question))


def test_a_retriever_gives_the_librarys_hits(library: Library, retrieve: Callable[[Any, str], Any]) -> None:
    """In their order, under the passages' ids, with where each stands and where it is from."""
    nodes = retrieve(FootnoteRetriever(library, k=3), SPENDING)
    hits = library.search(SPENDING, 3)
    assert [(node.node.node_id, node.score, node.node.text) for node in nodes] == [
        (hit.passage.id, hit.score, hit.passage.text) for hit in hits
    ]
    best = nodes[0].node
    assert best.metadata == {
        "title": "The budget",
        "publisher": "Harbor Brief",
        "published": "2025-11-14",
        "source": hits[0].document.source,
        "document_id": hits[0].document.id,
        "start": hits[0].passage.start,
        "end": hits[0].passage.end,
    }
    text = library.document(best.metadata["document_id"]).text
    assert text[best.start_char_idx : best.end_char_idx] == best.text


def test_filters_are_kept(library: Library, query: Callable[[Any, str], Any]) -> None:
    """Of the retriever and of the engine."""
    late = Filters(since=date(2025, 12, 1))
    assert {node.metadata["title"] for node in FootnoteRetriever(library, filters=late).retrieve("spending")} == {
        "The critics"
    }
    answer = query(FootnoteQueryEngine(library, filters=late), "What did the opposition reject?").metadata["footnote"]
    assert {citation["title"] for citation in answer["citations"]} == {"The critics"}


def test_a_query_engine_gives_the_librarys_answer(library: Library, query: Callable[[Any, str], Any]) -> None:
    """Its text with notes, a source node for each note in order, the whole Answer beside it."""
    response = query(FootnoteQueryEngine(library), SPENDING)
    answer = response.metadata["footnote"]
    passing = {"id": "", "timings_ms": {}}
    assert answer | passing == as_json(library.ask(SPENDING)) | passing
    json.dumps(answer)
    assert str(response) == answer["text"]
    assert f"“{QUOTE}” [1]" in str(response)
    assert [node.text for node in response.source_nodes] == [citation["quote"] for citation in answer["citations"]]
    assert [node.metadata["number"] for node in response.source_nodes] == [1, *range(2, len(answer["citations"]) + 1)]
    first = response.source_nodes[0].node
    whole = library.document(first.metadata["document_id"]).text
    assert whole[first.metadata["start"] : first.metadata["end"]] == QUOTE
    assert "document_id" not in first.get_content(metadata_mode="llm")
    assert QUOTE[:20] in response.get_formatted_sources()


def test_a_refusal_is_told_in_its_reason(library: Library, query: Callable[[Any, str], Any]) -> None:
    """LlamaIndex would print an empty text as None."""
    response = query(FootnoteQueryEngine(library), "What is the capital of Mongolia?")
    assert response.metadata["footnote"]["status"] == "no_evidence"
    assert (str(response), response.source_nodes) == (response.metadata["footnote"]["reason"], [])


def test_what_is_no_question_is_our_error(library: Library, query: Callable[[Any, str], Any]) -> None:
    """Readable, as everywhere."""
    with pytest.raises(QuestionError, match="empty"):
        query(FootnoteQueryEngine(library), " ")


def test_in_a_router_between_two_tools(library: Library, query: Callable[[Any, str], Any]) -> None:
    """The model chooses us, and nothing of the answer is lost on the way."""
    other = RetrieverQueryEngine.from_args(FootnoteRetriever(library), llm=Chooser())
    tools = [
        QueryEngineTool.from_defaults(other, description="The weather."),
        QueryEngineTool.from_defaults(FootnoteQueryEngine(library), description="The documents."),
    ]
    router = RouterQueryEngine(LLMSingleSelector.from_defaults(llm=Chooser()), tools, llm=Chooser())
    response = query(router, SPENDING)
    assert response.metadata["selector_result"].ind == 1
    assert response.metadata["footnote"]["citations"][0]["quote"] == QUOTE
    assert str(response).startswith(f"“{QUOTE}” [1]")


def test_as_an_agents_tool(library: Library) -> None:
    """Called as an agent calls it; the output's words are the answer's."""
    tool = QueryEngineTool.from_defaults(FootnoteQueryEngine(library), name="documents", description="The documents.")
    assert QUOTE in tool.call(input=SPENDING).content
    assert QUOTE in asyncio.run(tool.acall(input=SPENDING)).content


def test_under_another_synthesizer(library: Library, query: Callable[[Any, str], Any]) -> None:
    """Our passages in their engine: a model of theirs reads text and provenance."""
    engine = RetrieverQueryEngine.from_args(FootnoteRetriever(library, k=1), llm=Chooser())
    response = str(query(engine, SPENDING))
    assert QUOTE in response
    assert "publisher: Harbor Brief" in response
