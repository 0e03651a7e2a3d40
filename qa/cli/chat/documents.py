"""/docs, /add and /sample."""

from pathlib import Path
from typing import TYPE_CHECKING

from qa.cli.chat.talk import CommandError
from qa.cli.chat.welcome import sample_corpus
from qa.cli.output import described

if TYPE_CHECKING:
    from qa.cli.chat.talk import Talk

MOST = 40  # documents listed at once


def docs(talk: "Talk", argument: str) -> None:
    """The documents that pass the filters, newest first; with a word, those that have it in title or publisher."""
    word = argument.casefold()
    found = [each for each in map(described, talk.library.documents(talk.filters)) if word in each.casefold()]
    for line in found[:MOST]:
        talk.screen.item("-", line)
    if not found:
        talk.screen.say(
            "No documents. /add PATH adds some." if not word else f"No document has “{argument}” in its title."
        )
    elif len(found) > MOST:
        talk.screen.say(f"… and {len(found) - MOST} more; /docs WORD narrows.", "dim")


def add(talk: "Talk", argument: str) -> None:
    """Add or update a file or a folder."""
    if not argument:
        raise CommandError("/add needs a file or a folder.", "Write /add PATH.")
    _add(talk, Path(argument.strip("'\"")).expanduser())


def sample(talk: "Talk", _: str) -> None:
    """Add the sample documents."""
    folder = sample_corpus()
    if folder is None:
        raise CommandError("The sample documents are not installed.", "/add PATH adds your own.")
    _add(talk, folder)


def _add(talk: "Talk", path: Path) -> None:
    from qa.cli.add import counted, progress_bar
    from qa.ingest.naming import Provenance

    library = talk.loading.warmed().library
    with progress_bar(quiet=talk.screen.plain) as on_progress:
        report = library.add([path], Provenance(talk.filters.collection or "default"), on_progress)
    if counts := counted(report):
        talk.screen.say(counts)
    for refused in report.refused:
        talk.screen.say(f"left out: {refused.reason}")
