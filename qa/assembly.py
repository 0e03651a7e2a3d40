"""Chooses the real parts; nobody else does."""

from qa.adapters.chroma_index import ChromaIndex
from qa.adapters.chroma_server import ChromaServer
from qa.adapters.endpoint import OPENAI, Endpoint
from qa.adapters.llama_chat import LlamaChat
from qa.adapters.llama_embedding import LlamaEmbedder
from qa.adapters.llama_reranker import LlamaReranker
from qa.adapters.onnx_models import BgeEmbedder, CrossEncoder, models_folder
from qa.adapters.openai_chat import OpenAIChat
from qa.adapters.openai_embedding import OpenAIEmbedder
from qa.adapters.plugs import Plug
from qa.answering import Manners
from qa.library import Library
from qa.likeness import Likeness
from qa.ports import ChatModel, Embedder, Reranker, VectorIndex
from qa.settings import Settings


def build_library(settings: Settings, *, extractive: bool = False) -> Library:
    """The library that the settings describe; with ``extractive`` no chat model is asked. Nothing heavy is loaded yet."""
    return Library(
        home=settings.home,
        index=_index(settings),
        embedder=_embedder(settings),
        reranker=build_reranker(settings),
        model=None if extractive else chat_model(settings),
        manners=_manners(settings),
        exact_limit=settings.exact_limit,
    )


def build_reranker(settings: Settings) -> Reranker:
    """The installed one, or another's order on its scale."""
    installed = CrossEncoder(models_folder(settings.models))
    if settings.reranker is None:
        return installed
    return LlamaReranker(
        Plug("QA_RERANKER", settings.reranker, settings.reranker_args or {}), installed, settings.timeout
    )


def _index(settings: Settings) -> VectorIndex:
    if settings.chroma_url is None:
        return ChromaIndex(settings.home / "chroma")
    return ChromaServer(settings.chroma_url, settings.home)


def chat_model(settings: Settings, name: str | None = None) -> ChatModel | None:
    """The chat model of the settings, or another by its name at the same service; None when no service is configured."""
    if settings.llm is not None:
        named = {"model": name or settings.model} if name or settings.model_was_set else {}
        plug = Plug("QA_LLM", settings.llm, named | (settings.llm_args or {}))
        return LlamaChat(plug, name or settings.chat_name, settings.timeout)
    if not settings.chat_configured:
        return None
    return OpenAIChat(name or settings.model, _endpoint(settings, settings.openai_base_url))


def warm_up(library: Library, settings: Settings) -> None:
    """Load what the first question would have to wait for. Nothing is sent over the network. Raises FootnoteError."""
    if isinstance(library.model, OpenAIChat):
        library.model.load()
    if settings.embed_model is None:
        library.search("Is anybody there?", 1)


def _embedder(settings: Settings) -> Embedder:
    if settings.embedding is not None:
        named = {"model_name": settings.embed_model} if settings.embed_model else {}
        return LlamaEmbedder(
            Plug("QA_EMBEDDING", settings.embedding, named | (settings.embedding_args or {})), settings.timeout
        )
    if settings.embed_model is None:
        return BgeEmbedder(models_folder(settings.models))
    return OpenAIEmbedder(
        settings.embed_model, _endpoint(settings, settings.embed_base_url or settings.openai_base_url)
    )


def _manners(settings: Settings) -> Manners:
    return Manners(
        seconds=settings.timeout,
        context_tokens=settings.context_tokens,
        price=(settings.prices or {}).get(settings.chat_name),
        second_opinion=settings.verify == "model",
        unsupported=settings.unsupported,
        likeness=Likeness(BgeEmbedder(models_folder(settings.models))),
    )


def _endpoint(settings: Settings, base_url: str | None) -> Endpoint:
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else "none"
    return Endpoint(base_url or OPENAI, key, settings.timeout)
