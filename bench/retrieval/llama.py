"""LlamaIndex's defaults over our embedding model: SentenceSplitter's chunks of 1,024 tokens, Chroma, VectorStoreIndex."""

from pathlib import Path

from bench.pipelines import bridge
from bench.retrieval.data import Collection
from bench.retrieval.systems import DEPTH, Found, Search
from qa.ports import Embedder

NAME = "LlamaIndex, defaults"


def searching(collection: Collection, folder: Path, embedder: Embedder) -> Search:
    """Index the collection in a folder and give what searches it.

    The file's name is kept out of what is embedded: with a reader's default it would be a path of this machine.
    """
    import chromadb
    from llama_index.core import Document, StorageContext, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.vector_stores.chroma import ChromaVectorStore

    store = chromadb.PersistentClient(path=str(folder)).get_or_create_collection("retrieval", embedding_function=None)
    hidden = {"excluded_embed_metadata_keys": ["file_name"], "excluded_llm_metadata_keys": ["file_name"]}
    index = VectorStoreIndex.from_documents(
        [Document(text=text, metadata={"file_name": name}, **hidden) for name, text in collection.files.items()],
        storage_context=StorageContext.from_defaults(vector_store=ChromaVectorStore(chroma_collection=store)),
        embed_model=bridge(embedder),
        transformations=[SentenceSplitter()],
    )
    retriever = index.as_retriever(similarity_top_k=DEPTH)

    def search(question: str) -> list[Found]:
        nodes = [scored.node for scored in retriever.retrieve(question)]
        return [Found(node.metadata["file_name"], node.start_char_idx, node.end_char_idx, node.text) for node in nodes]

    return search
