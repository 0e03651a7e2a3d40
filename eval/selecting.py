"""Which of the questions are asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.cases import Case
from qa.errors import InputError


@dataclass(frozen=True, slots=True)
class Selection:
    """Which of the questions are asked: of one kind, with one tag, every n-th so that so many are left. All by default."""

    kind: str | None = None
    tag: str | None = None
    limit: int | None = None

    def of(self, cases: Sequence[Case]) -> tuple[Case, ...]:
        """The questions it leaves. Raises InputError when it leaves none."""
        chosen = [c for c in cases if self.kind in (None, c.kind) and (self.tag is None or self.tag in c.tags)]
        if not chosen:
            raise InputError(f"No question is left by {self}.", "Leave out --kind or --tag.")
        step = max(1, -(-len(chosen) // self.limit)) if self.limit else 1
        return tuple(chosen[::step])

    def __str__(self) -> str:
        parts = (("kind", self.kind), ("tag", self.tag), ("limit", self.limit))
        return " ".join(f"--{name} {value}" for name, value in parts if value is not None) or "all"


EVERYTHING = Selection()
