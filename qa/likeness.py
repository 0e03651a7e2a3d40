"""Whether two texts mean much the same, by the cosines of an embedding model."""

from collections.abc import Sequence

from qa.ports import Embedder

LEAST = 0.76  # cosine of a claim and what says it in quite other words: decision 8 has what this was chosen on
EASED = 0.5  # of the share of its words that it has: a claim that half is there asks for a cosine of .51


class Likeness:
    """What is asked of meaning where words do not tell. A text costs some 20 ms.

    The bound is that of bge-small-en-v1.5, the installed model: cosines of others lie on other scales.
    """

    def __init__(self, bge: Embedder) -> None:
        self._bge = bge

    def is_said(self, claim: str, text: str, others: Sequence[str], shared: float = 0.0) -> bool:
        """Whether a text, with that share of a claim's words, says what it says, and none of the others says it more nearly."""
        said, *vectors = self._bge.embed_passages([claim, text, *others])
        cosine, *rivals = (float(said @ vector) for vector in vectors)
        return cosine >= max([LEAST - EASED * shared, *rivals])
