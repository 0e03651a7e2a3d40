"""Refusals in the words a reader of them needs: which file, what is wrong with it, what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from qa.errors import UnreadableFile

LONGEST_REASON = 120


@contextmanager
def refused_if(errors: tuple[type[BaseException], ...], source: str, kind: str) -> Iterator[None]:
    """Around a library's calls: its errors mean that the file is broken. Raises UnreadableFile."""
    try:
        yield
    except UnreadableFile:
        raise
    except errors as error:
        raise UnreadableFile(
            f"{source} cannot be read as {kind}: it is broken or cut short ({_reason(error)}).",
            "Open it in the program it comes from and save it again, or fetch it again.",
        ) from error


def locked(source: str) -> UnreadableFile:
    """The file asks for a password."""
    return UnreadableFile(f"{source} is protected by a password.", "Save a copy without the password and add that.")


def too_large(source: str, reason: str) -> UnreadableFile:
    """The file would unfold to more than is safe to hold."""
    return UnreadableFile(f"{source} is refused: {reason}.", "If it is what it should be, split it into smaller files.")


def textless(source: str, reason: str, remedy: str = "There is nothing in it to add.") -> UnreadableFile:
    """The file is whole and holds no text."""
    return UnreadableFile(f"{source} holds no text: {reason}.", remedy)


def unread(source: str, kind: str, remedy: str) -> UnreadableFile:
    """A format that is known and not read."""
    return UnreadableFile(f"{source} is {kind}, which is not read.", remedy)


def _reason(error: BaseException) -> str:
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= LONGEST_REASON else said[: LONGEST_REASON - 1] + "…"
