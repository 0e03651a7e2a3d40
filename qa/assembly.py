"""Chooses the real parts; nobody else does."""

from qa.adapters.chroma_index import ChromaIndex
from qa.adapters.endpoint import OPENAI, Endpoint
from qa.adapters.onnx_models import BgeEmbedder, CrossEncoder, models_folder
from qa.adapters.openai_chat import OpenAIChat
from qa.adapters.openai_embedding import OpenAIEmbedder
from qa.library import Library
from qa.ports import ChatModel, Embedder
from qa.settings import Settings


def build_library(settings: Settings, *, extractive: bool = False) -> Library:
    """The library that the settings describe; with ``extractive`` no chat model is asked. Nothing heavy is loaded yet."""
    folder = models_folder(settings.models)
    return Library(
        home=settings.home,
        index=ChromaIndex(settings.home / "chroma"),
        embedder=_embedder(settings),
        reranker=CrossEncoder(folder),
        model=None if extractive else _chat_model(settings),
        unsupported=settings.unsupported,
    )


def _embedder(settings: Settings) -> Embedder:
    if settings.embed_model is None:
        return BgeEmbedder(models_folder(settings.models))
    return OpenAIEmbedder(
        settings.embed_model, _endpoint(settings, settings.embed_base_url or settings.openai_base_url)
    )


def _chat_model(settings: Settings) -> ChatModel | None:
    if not settings.chat_configured:
        return None
    return OpenAIChat(settings.model, _endpoint(settings, settings.openai_base_url))


def _endpoint(settings: Settings, base_url: str | None) -> Endpoint:
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else "none"
    return Endpoint(base_url or OPENAI, key, settings.timeout)
