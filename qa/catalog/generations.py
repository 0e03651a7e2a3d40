"""What is read out of the catalog and kept until a writer changes it."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """A value that is read again once the generation has moved on."""

    def __init__(self, generation: Callable[[], int], read: Callable[[], T]) -> None:
        self._generation = generation
        self._read = read
        self._kept: tuple[int, T] | None = None

    def __call__(self) -> T:
        """The value as of the present generation."""
        generation, kept = self._generation(), self._kept  # another thread may be in another generation
        if kept is None or kept[0] != generation:
            self._kept = kept = (generation, self._read())
        return kept[1]
