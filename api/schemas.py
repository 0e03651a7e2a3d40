"""What a request may hold."""

from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

from api import examples
from api.fields import Day, Line, Words
from qa import questions, types

MOST_IDS = 1_000

ASKABLE: dict[str, Any] = {
    "minLength": 1,
    "maxLength": questions.LONGEST,
    "pattern": r"\S",
}  # the library says it in words

T = TypeVar("T")


class Request(BaseModel):
    """Base of what clients send; an unknown key is refused, for it would be a wish silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Selection(Request):
    """Which documents, by what is known of them. Dates are inclusive; an undated document passes no date filter."""

    since: Annotated[Day | None, Field(examples=["2019-01-01"])] = None
    until: Annotated[Day | None, Field(examples=["2019-12-31"])] = None
    publisher: Annotated[Line | None, Field(examples=["Coast Gazette"])] = None

    def filters(self, collection: str | None = None, document_ids: tuple[str, ...] = ()) -> types.Filters:
        """The same for the library."""
        return types.Filters(collection, self.since, self.until, self.publisher, document_ids)


class Filters(Selection):
    """Which documents a question may draw on."""

    document_ids: Annotated[list[Line], Field(min_length=1, max_length=MOST_IDS)] | None = None

    def within(self, collection: str | None) -> types.Filters:
        """The same for the library, in one collection or in all."""
        return self.filters(collection, tuple(self.document_ids or ()))


class AskRequest(Request):
    """A question."""

    question: Annotated[Words, Field(examples=[examples.QUESTION], json_schema_extra=ASKABLE)]
    collection: Line | None = None
    filters: Filters = Filters()
    conversation_id: Line | None = None
    stream: StrictBool = Field(
        False, description="Answer with server-sent events, as `Accept: text/event-stream` does."
    )


class SearchRequest(Request):
    """What to look for."""

    query: Annotated[Words, Field(examples=["cost of the second dock"], json_schema_extra=ASKABLE)]
    k: Annotated[StrictInt, Field(ge=1, le=100)] = 10
    filters: Filters = Filters()


class Page(Request):
    """Which part of a list. The list may change between two pages; then an entry can be seen twice or be missed."""

    limit: Annotated[int, Field(ge=1, le=1_000)] = 100
    offset: Annotated[int, Field(ge=0, le=2**31)] = 0

    def page_of(self, found: Sequence[T]) -> Sequence[T]:
        """The part of a whole list."""
        return found[self.offset : self.offset + self.limit]

    def after(self, total: int) -> int | None:
        """Where the next page begins; None after the last."""
        end = self.offset + self.limit
        return end if end < total else None


class ListQuery(Page, Selection):
    """Which documents to list."""

    collection: Line | None = None


class UploadForm(Request):
    """What is said of the files of one upload; it wins over what they say of themselves."""

    collection: Line | None = None
    publisher: Line | None = None
    published: Day | None = None


class DocumentIn(UploadForm):
    """One text. Without a ``source`` it is named after its content; a known ``source`` is replaced."""

    text: Annotated[Words, Field(examples=["The harbour authority opened its second dock on Saturday."])]
    title: Line | None = None
    source: Line | None = None
    author: Line | None = None
    url: Line | None = None


class BeginConversation(Request):
    """A new conversation."""

    title: Line | None = None
