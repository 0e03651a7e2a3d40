"""Values to readable text. stdout carries results, stderr everything else."""

import json
import sys
from typing import TYPE_CHECKING, Any

from qa.dating import dated
from qa.types import Answer, Citation, Document, Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import Console, RenderableType


def print_json(value: Any) -> None:
    """One JSON object on stdout."""
    from qa.answers import as_json

    sys.stdout.write(json.dumps(as_json(value), ensure_ascii=False, indent=2) + "\n")


def console(*, stderr: bool = False, plain: bool = False) -> "Console":
    """A terminal, or a pipe, whose lines are then as long as they need to be. Document text is never taken for markup.

    ``plain``: no styles on a terminal either.
    """
    from rich.console import Console

    out = Console(stderr=stderr, markup=False, highlight=False, force_terminal=False if plain else None)
    if not (sys.stderr if stderr else sys.stdout).isatty():
        out.width = 10_000
    return out


def print_answer(answer: Answer) -> None:
    """The text, its notes, and in words whatever a reader must know about it."""
    from rich.text import Text

    out = console()
    out.print(Text(one_line(answer.text)) if answer.text else Text("The documents hold no answer.", style="bold"))
    if answer.reason:
        out.print(Text(one_line(answer.reason), style="yellow" if answer.mode == "degraded" else "dim"))
    for citation in answer.citations:
        out.print()
        for line in _note(citation):
            out.print(line)


def print_hits(hits: list[Hit], why: "Callable[[Hit], Iterable[str]]" = lambda _: ()) -> None:
    """Each passage with its rank, its origin and its text, and below it why it was found."""
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    for rank, hit in enumerate(hits, start=1):
        out.print(Text(f"{rank}. {described(hit.document)}", style="bold"))
        out.print(Padding(Text(one_line(hit.passage.text)), (0, 0, 0, 3), expand=False))
        for line in why(hit):
            out.print(Padding(Text(line, style="dim"), (0, 0, 0, 3), expand=False))
        out.print()


def _note(citation: Citation) -> "Iterator[RenderableType]":
    """A quote is not repeated where the answer is that quote."""
    from rich.padding import Padding
    from rich.text import Text

    number, origin = f"[{citation.number}] ", Text(provenance(citation), style="dim")
    if citation.origin == "extracted":
        yield Text(number) + origin
    else:
        yield Text(f"{number}“{one_line(citation.quote)}”")
        yield Padding(origin, (0, 0, 0, len(number)), expand=False)


def provenance(citation: Citation) -> str:
    """Title, publisher, author, date, page and source of a note, as far as they are known."""
    return f"{origin(citation)} · {citation.source}"


def origin(citation: Citation) -> str:
    """The same without the source, which can be long."""
    page = f"p. {citation.page}" if citation.page is not None else None
    known = dict.fromkeys([citation.title, citation.publisher, citation.author, dated(citation), page])
    return " · ".join(filter(None, known))


def described(document: Document) -> str:
    """Title, publisher and date."""
    return " · ".join(filter(None, [document.title, document.publisher, dated(document)]))


def one_line(text: str) -> str:
    """White space folded, and no control character that a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
