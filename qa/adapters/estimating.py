"""Tokens of a model whose vocabulary is not here, estimated."""

from collections.abc import Sequence

from qa import tokens


class EstimatedTokens:
    """What an Embedder says of tokens when it cannot know them."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has, estimated."""
        return [len(spans) for spans in self.token_spans(texts)]

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Character span of each estimated token."""
        return [tokens.spans(text) for text in texts]
