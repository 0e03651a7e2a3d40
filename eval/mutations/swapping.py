"""One attribute replaced for a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

Make = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Mutant:
    """What is broken: ``place`` is ``module:attribute`` or ``module:Class.attribute``; ``make`` turns the sound one into the broken.

    ``subjects`` are those expected to see it; the others are asked only when these do not.
    """

    name: str
    place: str
    make: Make
    subjects: tuple[str, ...]

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Broken inside, sound again behind. Raises AttributeError when there is nothing of this name to break."""
        module, _, path = self.place.partition(":")
        *owners, name = path.split(".")
        owner: Any = import_module(module)
        for part in owners:
            owner = getattr(owner, part)
        sound = vars(owner)[name] if name in vars(owner) else getattr(owner, name)
        setattr(owner, name, self.make(sound))
        try:
            yield
        finally:
            setattr(owner, name, sound)


def always(value: Any) -> Make:
    """Another value in its place."""
    return lambda _sound: value


def gives(value: Any) -> Make:
    """A function that gives this, whatever it is asked."""
    return lambda _sound: lambda *_args, **_named: value
