"""What came of adding documents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be added, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What one ``add`` did: sources by outcome, and the passages written.

    ``duplicates`` are files with the very content of one that is there; ``removed`` were there and are no longer in the folder.
    """

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    passages: int = 0
