"""Where articles begin, go on and end: runs of lines that are no prose alternate with prose, and each run may do any of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.ingest.captures.drafts import LEAST, LITTLE, Draft
from qa.ingest.captures.heads import Head, is_about, likely_head, read_head, stems_of
from qa.ingest.captures.names import is_house
from qa.ingest.captures.phrases import LINKS
from qa.ingest.captures.provenance import said_by
from qa.ingest.captures.units import Unit
from qa.ingest.captures.vocabulary import ENDS, TAKEAWAYS
from qa.sentences import split_sentences

TWO_PARAGRAPHS = 200  # columns


def drafts_of(units: Sequence[Unit]) -> list[Draft]:
    """The articles on a page, in order."""
    drafts = _Reader(units).drafts()
    for draft in drafts:
        draft.drop_last_words()
        draft.drop_biography()
    return [draft for draft in drafts if draft.is_article]


def _blocks(units: Sequence[Unit]) -> Iterator[tuple[list[Unit], list[Unit]]]:
    """Pairs of a run of lines that are no prose and the prose below it."""
    run: list[Unit] = []
    block: list[Unit] = []
    for unit in units:
        if unit.body or (not block and run and _opens_list(run[-1], unit)):
            block.append(unit)
            continue
        if block:
            yield run, block
            run, block = [], []
        run.append(unit)
    yield run, block


def _is_thread(units: Sequence[Unit]) -> bool:
    """Whether replies belong to the page's text, as in a forum, and do not stand below "Comments" as under an article."""
    first = next((i for i, unit in enumerate(units) if unit.body), len(units))
    kinds = [unit.kind for unit in units[first:] if unit.kind in ("forum", "comments")]
    return len(kinds) > 1 and kinds[0] == "forum" and kinds.count("forum") > 1


def _opens_list(above: Unit, unit: Unit) -> bool:
    return unit.bullet and unit.kind is None and TAKEAWAYS.fullmatch(above.text) is not None


class _Reader:
    """Walks down a page once and keeps the article that is open."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.done: list[Draft] = []
        self.open: Draft | None = None
        self.ended_by: str | None = None
        self.thread = _is_thread(units)

    def drafts(self) -> list[Draft]:
        """All articles in order, the teasers among them."""
        blocks = [*_blocks(self.units), ([], [])]
        for (run, block), (_, next_block) in pairwise(blocks):
            self._end(run)
            if block:
                self._begin_or_go_on(run, block, [*block[:6], *next_block[:6]])
        return self.done

    def _end(self, run: list[Unit]) -> None:
        """The first line that ends articles, if one is open; in a thread only links and rights do."""
        if self.open is None or self.ended_by is not None:
            return
        kinds = {LINKS, "rights"} if self.thread else ENDS
        ends = [i for i, unit in enumerate(run) if unit.kind in kinds]
        if ends:
            self.ended_by = LINKS if all(run[i].kind == LINKS for i in ends) else "for good"
        if self._late_byline(run) and self.open.amount >= LITTLE and not self.thread:
            self.ended_by = "for good"

    def _begin_or_go_on(self, run: list[Unit], block: list[Unit], prose: list[Unit]) -> None:
        below = run if self.open is None or self.ended_by is None else _after_end(run)
        head = read_head(below, prose)
        if head.title is None and (self.open is None or self._only_preamble()):
            head = head.filled(likely_head(run, prose))
        if self.open is None or self._begins(head):
            self._start(head, run, block)
        elif self.ended_by is None or self._resumes(run, prose):
            self._go_on(run, block, head)
        else:
            self.ended_by = "for good"

    def _begins(self, head: Head) -> bool:
        """Whether a new article begins under this head although one is open."""
        assert self.open is not None
        slogan = self._only_preamble() and self.open.head.title is None and self.open.amount < LEAST
        if head.title is None or not (head.dated or (slogan and head.fits)):
            return False
        if self.ended_by is not None:
            return head.dated
        standfirst = self.open.head.title is not None and is_house(head.title)
        return not self.thread and (head.strong or (self._only_preamble() and not standfirst))

    def _only_preamble(self) -> bool:
        """Whether what is open may be a site's word on itself."""
        assert self.open is not None
        return len(self.done) == 1 and not self.open.head.dated and self.open.amount < LITTLE

    def _start(self, head: Head, run: list[Unit], block: list[Unit]) -> None:
        if self.open is not None and self._only_preamble() and (self.ended_by is None or self.open.amount < LEAST):
            head = head.filled(Head(publisher=self.open.head.publisher))
            self.done.pop()
        lead = [run[-1]] if run and TAKEAWAYS.fullmatch(run[-1].text) else []
        self.open = Draft(head, lead + block, related=bool(self.done))
        self.done.append(self.open)
        self.ended_by = None

    def _resumes(self, run: list[Unit], prose: list[Unit]) -> bool:
        """A box of links in the middle has paragraphs below it; teasers at the end are single sentences among headlines."""
        assert self.open is not None
        if self.ended_by != LINKS or len(run) > 8:
            return False
        known = stems_of(self.open.body[:40])
        much = sum(unit.width for unit in prose) >= TWO_PARAGRAPHS
        return much or (len(split_sentences(prose[0].text)) > 1 and is_about(prose[0].text, known, 4))

    def _go_on(self, run: list[Unit], block: list[Unit], head: Head) -> None:
        assert self.open is not None
        lines = run if self.ended_by is None else _after_end(run)
        dropped = lines if self.ended_by else list(self._furniture_in(run))
        if self.open.amount < LITTLE and head.dated and not self.thread:
            self._standfirst(head, block)
        else:
            if self._only_preamble() and self.open.amount < LEAST and not self.open.head.title:
                self.open.head = self.open.head.filled(Head(title=head.title))
            self.open.furniture += dropped
            self.open.body += block
            if not self.thread:
                self.open.pairs.append((run, block))
        self.ended_by = None

    def _furniture_in(self, run: list[Unit]) -> Iterator[Unit]:
        """Among headings: known furniture, the entries of a table of contents, and provenance but where it names a poster."""
        contents = False
        for unit in run:
            entry = contents and (unit.bullet or unit.text[0].isdigit())
            contents = entry or unit.kind == "contents"
            votes = self.thread and unit.text.isdecimal()
            if unit.kind or entry or votes or (not self.thread and said_by(unit.text)):
                yield unit

    def _standfirst(self, head: Head, block: list[Unit]) -> None:
        """A byline below one or two sentences: they stood between headline and byline, and the body begins only here."""
        assert self.open is not None
        house = head.title if head.title and is_house(head.title) else None
        self.open.head = self.open.head.filled(head).filled(Head(publisher=house))
        self.open.body = block
        self.open.furniture = []
        self.open.pairs = []

    def _late_byline(self, run: list[Unit]) -> bool:
        """Whether the author is named right below the text, as Korean papers do: it ends there."""
        assert self.open is not None
        first = next((unit for unit in run if unit.kind is None), None)
        said = said_by(first.text) if first else None
        if said is None or said.author is None or said.when:
            return False
        self.open.head = self.open.head.filled(Head(author=said.author))
        return True


def _after_end(run: list[Unit]) -> list[Unit]:
    first = next((i for i, unit in enumerate(run) if unit.kind in ENDS), 0)
    return run[first:]
