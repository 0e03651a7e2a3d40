"""What a response holds. The nouns are those of ``qa.types``."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from api import examples
from qa import types
from qa.ingest import reports


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
    """A passage found for a question, with its document and what stands around it. The scores go through before, passage, after."""

    model_config = ConfigDict(from_attributes=True)

    passage: types.Passage
    document: Document
    score: float
    dense_rank: int | None
    lexical_rank: int | None
    sentence_scores: tuple[float | None, ...]
    before: tuple[types.Passage, ...]
    after: tuple[types.Passage, ...]


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
    refused: tuple[reports.Refused, ...]
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
