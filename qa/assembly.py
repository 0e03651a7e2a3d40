"""Chooses the real parts; nobody else does."""

from qa.adapters.chroma_index import ChromaIndex
from qa.adapters.chroma_server import ChromaServer
from qa.adapters.endpoint import OPENAI, Endpoint
from qa.adapters.onnx_models import BgeEmbedder, CrossEncoder, models_folder
from qa.adapters.openai_chat import OpenAIChat
from qa.adapters.openai_embedding import OpenAIEmbedder
from qa.library import Library
from qa.ports import ChatModel, Embedder, VectorIndex
from qa.settings import Settings


def build_library(settings: Settings, *, extractive: bool = False) -> Library:
    """The library that the settings describe; with ``extractive`` no chat model is asked. Nothing heavy is loaded yet."""
    folder = models_folder(settings.models)
    return Library(
        home=settings.home,
        index=_index(settings),
        embedder=_embedder(settings),
        reranker=CrossEncoder(folder),
        model=None if extractive else chat_model(settings),
    )


def _index(settings: Settings) -> VectorIndex:
    if settings.chroma_url is None:
        return ChromaIndex(settings.home / "chroma")
    return ChromaServer(settings.chroma_url, settings.home)


def chat_model(settings: Settings, name: str | None = None) -> ChatModel | None:
    """The chat model of the settings, or another by its name at the same service; None when no service is configured."""
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
    if settings.embed_model is None:
        return BgeEmbedder(models_folder(settings.models))
    return OpenAIEmbedder(
        settings.embed_model, _endpoint(settings, settings.embed_base_url or settings.openai_base_url)
    )


def _endpoint(settings: Settings, base_url: str | None) -> Endpoint:
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else "none"
    return Endpoint(base_url or OPENAI, key, settings.timeout)
