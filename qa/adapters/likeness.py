"""Whether two texts mean much the same, by the installed embedding model."""

from qa.ports import Embedder

LEAST = 0.74  # cosine of bge-small-en-v1.5: docs/grounding.md has what it was chosen on


class CosineLikeness:
    """A Likeness by the cosine of two vectors.

    The bound is bge-small's: other models' cosines lie on other scales, so the installed model is asked whichever one searches.
    """

    def __init__(self, bge: Embedder) -> None:
        self._bge = bge

    def __call__(self, claim: str, text: str) -> bool:
        """Two texts through the network: some 40 ms."""
        ours, theirs = self._bge.embed_passages([claim, text])
        return float(ours @ theirs) >= LEAST
