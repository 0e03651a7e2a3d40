"""What is said once the library is open."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import qa

if TYPE_CHECKING:
    from qa.cli.chat.talk import Talk


def welcome(talk: "Talk", *, resume: bool) -> Iterator[str]:
    """The conversation gone on with, or what to do with an empty library. Raises FootnoteError."""
    if resume:
        yield from _resumed(talk)
    if talk.library.counts()[0] == 0:
        yield "The library is empty. /add PATH adds a file or a folder."
        if sample := sample_corpus():
            count = len(list(sample.glob("*.md")))
            yield f"To try Footnote first: /sample adds {count} short briefings on the alliance of South Korea and the United States."


def sample_corpus() -> Path | None:
    """The sample documents: in an installed wheel inside the package, in the repository beside it."""
    package = Path(qa.__file__).parent
    return next((folder for folder in (package / "sample", package.parent / "corpus") if folder.is_dir()), None)


def _resumed(talk: "Talk") -> Iterator[str]:
    latest = talk.conversations.recent(limit=1)
    if not latest:
        yield "There is no conversation to resume; this is a new one."
        return
    turns = talk.resume(latest[0])
    count = f"{len(turns)} question{'' if len(turns) == 1 else 's'}"
    yield f"Going on with “{latest[0].title}” ({count})."
    if turns:
        yield f"Last asked: {turns[-1].asked}"
