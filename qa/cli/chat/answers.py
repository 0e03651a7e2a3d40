"""/sources, /open, /why and /retry: what is behind the last answer."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qa.cli.chat.explaining import explained
from qa.cli.chat.opening import opened
from qa.cli.chat.talk import CommandError
from qa.cli.output import one_line, provenance
from qa.types import Citation

if TYPE_CHECKING:
    from qa.cli.chat.talk import Talk

CONTEXT = 400  # characters shown on each side of a sentence


def sources(talk: "Talk", argument: str) -> None:
    """The cited sentence where it stands; without a number, every note with its source."""
    if not argument:
        for citation in _cited(talk):
            talk.screen.item(talk.screen.number(citation.number), _origin(citation))
        return
    citation = _note(talk, argument)
    text = talk.library.document(citation.document_id).text
    if text[citation.start : citation.end] != citation.quote:
        raise CommandError("The document has changed since this answer.", "/retry answers from what it says now.")
    talk.screen.say(_origin(citation), "dim")
    before, after = _around(text, citation)
    talk.screen.in_context(before, citation.quote, after)


def open_source(talk: "Talk", argument: str) -> None:
    """The source of a note, in the program or the pager the person uses."""
    citation = _note(talk, argument)
    talk.screen.say(opened(talk.library.document(citation.document_id), citation))


def why(talk: "Talk", _: str) -> None:
    """How the last answer was found and checked."""
    for line, indent in explained(talk.answered(), talk.hits):
        talk.screen.item(" " * indent, line)


def retry(talk: "Talk", _: str) -> None:
    """Ask the last question once more, as it was understood."""
    from qa.cli.chat.asking import ask

    ask(talk, talk.answered().question)


def _cited(talk: "Talk") -> tuple[Citation, ...]:
    cited = talk.answered().answer.citations
    if not cited:
        raise CommandError("The last answer has no sources.", "It was a refusal; /why shows what was looked at.")
    return cited


def _note(talk: "Talk", argument: str) -> Citation:
    """The note of that number. Raises CommandError."""
    cited = {str(citation.number): citation for citation in _cited(talk)}
    if argument not in cited:
        raise CommandError(
            f"There is no note {one_line(argument)}." if argument else "Say which note.",
            f"The last answer has 1 to {len(cited)}.",
        )
    return cited[argument]


def _origin(citation: Citation) -> str:
    """Where a note comes from; a file below the working folder by its path from there."""
    path, here = Path(citation.source), Path.cwd()
    near = path.is_absolute() and path.is_relative_to(here)
    return provenance(replace(citation, source=str(path.relative_to(here))) if near else citation)


def _around(text: str, citation: Citation) -> tuple[str, str]:
    """What stands before and behind a sentence, whole lines as far as they go, cut at a word."""
    before = text[max(citation.start - CONTEXT, 0) : citation.start]
    after = text[citation.end : citation.end + CONTEXT]
    if citation.start > CONTEXT:
        before = f"… {before.partition(' ')[2]}"
    if citation.end + CONTEXT < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return before, after
