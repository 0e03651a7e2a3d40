"""An article in the making, and what falls off its end."""

from dataclasses import dataclass, field

from qa.ingest.captures.heads import Head, is_about, stems_of
from qa.ingest.captures.units import Unit

LITTLE = 300  # columns of prose that may still be a teaser, a standfirst, a site's word on itself
LEAST = 150  # columns that a text must have to be an article among "related" ones
SHORT, KNOWN = 40, 60  # columns of prose that a short line outweighs, and one of known furniture
INSIDE = frozenset({"adverts", "credit", "pointer", "read on"})  # furniture that stands between paragraphs


@dataclass(slots=True)
class Draft:
    """An article in the making, by lines."""

    head: Head
    body: list[Unit] = field(default_factory=list)
    furniture: list[Unit] = field(default_factory=list)
    related: bool = False  # stands below another article
    pairs: list[tuple[list[Unit], list[Unit]]] = field(default_factory=list)  # what came after its first prose

    @property
    def amount(self) -> int:
        """Columns of text, exact as long as it is little."""
        return sum(unit.width for unit in self.body[:LITTLE])

    @property
    def is_article(self) -> bool:
        """A teaser is short or breaks off."""
        return self.amount >= (LEAST if self.related else 1) and not (
            self.related and self.amount < 2 * LITTLE and self.body[-1].text.endswith(("...", "…"))
        )

    def drop_biography(self) -> None:
        """The last line says who the author is."""
        last = self.body[-1]
        if self.head.author and len(self.body) > 1 and last.width < LITTLE and last.text.startswith(self.head.author):
            self.body = self.body[:-1]

    def drop_last_words(self) -> None:
        """Few words of prose below many lines that are none, and about something else: the site speaking.

        Each such line takes away what SHORT or KNOWN say; prose below that does not make up for it goes.
        """
        balance = 0
        for run, block in reversed(self.pairs[-8:]):
            balance += sum(unit.width for unit in block)
            balance -= sum(KNOWN if unit.kind else SHORT for unit in run if unit.kind not in INSIDE)
            before = [unit for unit in self.body if unit.end < run[0].start]
            known = stems_of(before[:40])
            if balance >= 0 or not before or any(is_about(unit.text, known) for unit in block):
                return
            self.body = before
            self.furniture = [unit for unit in self.furniture if unit.end < run[0].start]
