"""A class that refuses what it is made with, in words of its own."""

from llama_index.core.llms.mock import MockLLM


class Refusing(MockLLM):  # type: ignore[misc]  # LlamaIndex is not typed for us
    """Never made."""

    def __init__(self, key: str, repeats: bool) -> None:
        raise ValueError(f"needs a region, not {key}" if repeats else "needs a region\nand more of it")
