"""Answers and notes on the terminal: readable at 40 columns, in a pipe, without colour."""

import re
import sys
from itertools import groupby
from typing import TYPE_CHECKING

from qa.cli.output import console, one_line, origin
from qa.types import Answer, Citation

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_NOTES = re.compile(r"(?: \[\d+\])+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "[]")


class Screen:
    """``plain``: no styles, notes as [1]. Nothing is loaded before the first line is printed."""

    def __init__(self, *, plain: bool = False, out: "Console | None" = None) -> None:
        self.plain = plain
        self._out = out

    @property
    def out(self) -> "Console":
        """The terminal."""
        if self._out is None:
            self._out = console(plain=self.plain)
        return self._out

    def say(self, line: str, style: str = "") -> None:
        """One line of ours, or of a document with its control characters removed."""
        from rich.text import Text

        self.out.print(Text(one_line(line), style=style))

    def item(self, mark: str, line: str, style: str = "") -> None:
        """A line behind a mark, going on under its own beginning."""
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(Text(mark), Text(one_line(line), style=style))
        self.out.print(grid)

    def in_context(self, before: str, sentence: str, after: str) -> None:
        """A sentence where it stands: marked, not only in another style. Lines are kept."""
        from rich.text import Text

        lines = Text(_printable(before).lstrip("\n"), style="dim")
        lines.append(f"»{_printable(sentence)}«", style="bold not dim")
        lines.append(_printable(after).rstrip())
        self.out.print(lines)

    def blank(self) -> None:
        """An empty line."""
        self.out.print()

    def answer(self, answer: Answer) -> None:
        """The text with its notes, what must be known about it in words, and its sources."""
        from qa.citing import marked
        from qa.conversations.labels import doubts, labels

        told = labels(answer)
        if answer.status == "conflict":
            self.say(told.pop(0), "bold")
        for text in [answer.text] if answer.mode == "llm" else map(marked, answer.claims):
            self.out.print(self._noted(text))
        for line in told:
            self.say(line, "bold" if answer.status == "no_evidence" else "yellow")
        for claim in answer.claims:
            if doubt := doubts(claim):
                self.say(f"“{claim.text}” is {doubt}.", "yellow")
        if answer.citations:
            self.blank()
        for _, group in groupby(answer.citations, lambda citation: citation.document_id):
            self._notes(list(group))

    def _noted(self, text: str) -> "Text":
        """An answer's text with its notes raised, or in brackets where the terminal shows no raised figures."""
        from rich.text import Text

        line = one_line(text)
        if self._raises:
            line = _NOTES.sub(lambda match: match[0].strip().translate(_RAISED), line)
        return Text(line)

    def number(self, number: int) -> str:
        """A note's number as it stands in the text."""
        return str(number).translate(_RAISED) if self._raises else f"[{number}]"

    @property
    def _raises(self) -> bool:
        return not self.plain and (sys.stdout.encoding or "").casefold().startswith("utf")

    def _notes(self, citations: list[Citation]) -> None:
        """Notes from one document: where they come from, and each sentence, unless the answer is that sentence."""
        from qa.citing import without_bullet

        numbers = [self.number(citation.number) for citation in citations]
        self.item(" ".join(numbers), origin(citations[0]), "dim")
        for number, citation in zip(numbers, citations, strict=True):
            if citation.origin != "extracted":
                self.item(" " * len(number) if len(citations) == 1 else number, f"“{without_bullet(citation.quote)}”")


def _printable(text: str) -> str:
    """A text with its lines, and no control character that a terminal would obey."""
    return re.sub(r"\n{3,}", "\n\n", "".join(c if c.isprintable() or c == "\n" else " " for c in text))
