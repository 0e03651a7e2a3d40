"""Adding a folder, ours beside LlamaIndex's default pipeline with the same embedding model, in the same run.

    python -m bench.pipelines [FOLDER]

LlamaIndex: SimpleDirectoryReader, SentenceSplitter, VectorStoreIndex over ChromaVectorStore; once with its default chunks (1,024
tokens, of which the model reads 512) and once with chunks of our size. What counts is the time outside the model: reading,
splitting, storing. By default FOLDER is the SQuAD articles in ../shared/data.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.adding import ARTICLES, TimedEmbedder
from qa.adapters.chroma_index import ChromaIndex
from qa.adapters.onnx_models import CrossEncoder, models_folder
from qa.library import Library
from qa.ports import Embedder

OUR_CHUNK = 200  # tokens


def ours(folder: Path, home: Path, embedder: TimedEmbedder) -> None:
    """Everything that `qa add` does."""
    library = Library(home, ChromaIndex(home / "chroma"), embedder, CrossEncoder(models_folder(None)))
    library.add([folder])
    library.close()


def their_pipeline(chunk: int | None) -> Callable[[Path, Path, TimedEmbedder], None]:
    """Its default pipeline, with its default chunks or with chunks of a size."""

    def run(folder: Path, home: Path, embedder: TimedEmbedder) -> None:
        import chromadb
        from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
        from llama_index.core.node_parser import SentenceSplitter
        from llama_index.vector_stores.chroma import ChromaVectorStore

        collection = chromadb.PersistentClient(path=str(home)).get_or_create_collection(
            "pipeline", embedding_function=None
        )
        splitter = SentenceSplitter() if chunk is None else SentenceSplitter(chunk_size=chunk, chunk_overlap=0)
        VectorStoreIndex.from_documents(
            SimpleDirectoryReader(str(folder)).load_data(),
            storage_context=StorageContext.from_defaults(vector_store=ChromaVectorStore(chroma_collection=collection)),
            embed_model=bridge(embedder),
            transformations=[splitter],
        )

    return run


def measure(name: str, run: Callable[[Path, Path, TimedEmbedder], None], folder: Path) -> float:
    """Run in a new folder; print the row; give the seconds outside the model."""
    embedder = TimedEmbedder(models_folder(None))
    embedder.embed_query("warm up")
    embedder.seconds, embedder.texts = 0.0, []
    with tempfile.TemporaryDirectory() as home:
        begun = time.perf_counter()
        run(folder, Path(home), embedder)
        wall = time.perf_counter() - begun
    outside = wall - embedder.seconds
    print(f"{name:<34} {len(embedder.texts):>7} {wall:>8.1f} {embedder.seconds:>8.1f} {outside:>8.1f}", flush=True)
    return outside


def bridge(embedder: Embedder) -> Any:
    """An embedder as LlamaIndex's embedding."""
    from llama_index.core.embeddings import BaseEmbedding

    class Bridge(BaseEmbedding):  # type: ignore[misc]  # untyped here: see mypy's overrides
        def _get_text_embedding(self, text: str) -> list[float]:
            vector: list[float] = embedder.embed_passages([text])[0].tolist()
            return vector

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            vectors: list[list[float]] = embedder.embed_passages(texts).tolist()
            return vectors

        def _get_query_embedding(self, query: str) -> list[float]:
            vector: list[float] = embedder.embed_query(query).tolist()
            return vector

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    return Bridge(embed_batch_size=256)


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return
    import chromadb  # noqa: F401 - imports are counted for neither
    import llama_index.core  # noqa: F401

    print(f"{'':<34} {'texts':>7} {'wall s':>8} {'model s':>8} {'outside':>8}")
    us = measure("Footnote", ours, folder)
    theirs = measure("LlamaIndex, its chunks", their_pipeline(None), folder)
    same = measure(f"LlamaIndex, chunks of {OUR_CHUNK}", their_pipeline(OUR_CHUNK), folder)
    print(f"outside the model, LlamaIndex to Footnote: {theirs / us:.1f} and {same / us:.1f} times")


if __name__ == "__main__":
    main()
