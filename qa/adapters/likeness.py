"""Whether two texts mean much the same, by the installed embedding model."""

from collections.abc import Sequence

from qa.ports import Embedder

LEAST = 0.68  # cosine of bge-small-en-v1.5: docs/grounding.md has what it was chosen on


class CosineLikeness:
    """A Likeness by the cosines of vectors.

    The bound is bge-small's: other models' cosines lie on other scales, so the installed model is asked whichever one searches.
    """

    def __init__(self, bge: Embedder) -> None:
        self._bge = bge

    def __call__(self, claim: str, text: str, others: Sequence[str], /) -> bool:
        """Each text goes through the network: some 20 ms."""
        said, *vectors = self._bge.embed_passages([claim, text, *others])
        cosine, *rivals = (float(said @ vector) for vector in vectors)
        return cosine >= max([LEAST, *rivals])
