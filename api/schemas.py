"""What a request may hold and what a response does. The nouns are those of ``qa.types``."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

from api import examples
from api.fields import Day, Line, Words
from qa import types
from qa.library import QUESTION_LIMIT

MOST_IDS = 1_000

ASKABLE: dict[str, Any] = {
    "minLength": 1,
    "maxLength": QUESTION_LIMIT,
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


class Document(BaseModel):
    """A document without its text."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    collection: str
    source: str
    title: str
    sha256: str
    publisher: str | None
    author: str | None
    published: date | None
    published_estimated: bool
    language: str | None
    url: str | None
    part: str
    offset: int
    copy_of: str | None
    added_at: str


class Listed(BaseModel):
    """A page of a list: how many entries the list has, and the offset of the next page, null on the last."""

    total: int
    next: int | None


class Documents(Listed):
    """Documents, newest first."""

    documents: list[Document]


class Text(BaseModel):
    """A document's text. A citation's ``start`` and ``end`` count its Unicode code points."""

    text: str


class Hit(BaseModel):
    """A passage found for a question, with its document."""

    model_config = ConfigDict(from_attributes=True)

    passage: types.Passage
    document: Document
    score: float
    dense_rank: int | None
    lexical_rank: int | None
    sentence_scores: tuple[float | None, ...]


class Hits(BaseModel):
    """Passages, best first."""

    model_config = ConfigDict(from_attributes=True)

    hits: tuple[Hit, ...]


class Named(BaseModel):
    """Enough to find a document again."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    title: str
    source: str


class Added(BaseModel):
    """What one ``POST /v1/documents`` did: sources by outcome, and the documents that are now there."""

    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    duplicates: tuple[str, ...]
    removed: tuple[str, ...]
    refused: tuple[types.Refused, ...]
    passages: int
    documents: tuple[Named, ...] = ()


class Job(BaseModel):
    """An upload on its way into the library. ``current`` is the file at hand; ``report`` grows with every file and names the
    documents at the end; a file that is refused is in the report, and does not make the job ``failed``.
    """

    model_config = ConfigDict(from_attributes=True)

    id: str
    state: Literal["waiting", "running", "done", "failed"]
    created_at: str
    finished_at: str | None
    files: int
    files_done: int
    passages: int
    current: str | None
    report: Added
    problem: "Problem | None"


class JobList(Listed):
    """Jobs, newest first."""

    model_config = ConfigDict(from_attributes=True)

    jobs: list[Job]


class BeginConversation(Request):
    """A new conversation."""

    title: Line | None = None


class Conversation(BaseModel):
    """A conversation without its turns; ``turns`` says how many it has."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    title: str
    created_at: str
    updated_at: str
    turns: int


class ConversationList(Listed):
    """Conversations, the one that changed last first."""

    conversations: list[Conversation]


class Turn(BaseModel):
    """A question as it was ``asked``, the ``question`` it was understood as, and its answer."""

    model_config = ConfigDict(from_attributes=True)

    number: int
    asked: str
    question: str
    answer: types.Answer
    asked_at: str


class ConversationWithTurns(Conversation):
    """A conversation with its turns, in order."""

    questions: list[Turn]


class Health(BaseModel):
    """Whether the service runs and, once it is asked whether it is ready, what it can read."""

    status: str = "ok"
    documents: int | None = None
    passages: int | None = None


class Problem(BaseModel):
    """An error, as RFC 9457 has it. ``type`` is stable; ``detail`` is for people; ``errors`` names the fields at fault."""

    model_config = ConfigDict(json_schema_extra={"example": examples.PROBLEM})

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] | None = None


class OpenAIFailure(BaseModel):
    """What went wrong, in the words of OpenAI's interface."""

    message: str
    type: str
    param: str | None
    code: str | None
