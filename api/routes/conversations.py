"""``/v1/conversations``: questions that lean on one another, kept."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.dependencies import TheConversations
from api.responses import Conversation, ConversationList, ConversationWithTurns
from api.schemas import BeginConversation, Page
from qa.conversations import as_markdown

router = APIRouter(prefix="/v1/conversations", tags=["conversations"])

MARKDOWN = "text/markdown; charset=utf-8"


@router.post("", status_code=201, response_model=Conversation)
def begin_conversation(request: BeginConversation, conversations: TheConversations, response: Response) -> Any:
    """Begin a conversation; its id goes into `POST /v1/ask`. Without a title its first question becomes the title."""
    begun = conversations.get(conversations.begin(request.title or ""))
    response.headers["Location"] = f"/v1/conversations/{begun.id}"
    return begun


@router.get("", response_model=ConversationList)
def list_conversations(page: Annotated[Page, Query()], conversations: TheConversations) -> Any:
    """Conversations, the one that changed last first, a page at a time."""
    total = conversations.count()
    found = conversations.recent(page.limit, page.offset)
    return {"conversations": found, "total": total, "next": page.after(total)}


@router.get("/{conversation_id}", response_model=ConversationWithTurns)
def show_conversation(conversation_id: str, conversations: TheConversations) -> Any:
    """A conversation with all its questions and answers."""
    found = Conversation.model_validate(conversations.get(conversation_id))
    return ConversationWithTurns(**found.model_dump(), questions=conversations.turns(conversation_id))


@router.get(
    "/{conversation_id}/markdown",
    response_class=Response,
    responses={200: {"content": {MARKDOWN: {"schema": {"type": "string"}}}, "description": "The conversation."}},
)
def export_conversation(conversation_id: str, conversations: TheConversations) -> Response:
    """A conversation as a Markdown file."""
    text = as_markdown(conversations.get(conversation_id), conversations.turns(conversation_id))
    name = f"attachment; filename=conversation-{conversation_id}.md"
    return Response(text, headers={"Content-Type": MARKDOWN, "Content-Disposition": name})


@router.delete("/{conversation_id}", status_code=204, response_class=Response)
def delete_conversation(conversation_id: str, conversations: TheConversations) -> None:
    """Forget a conversation."""
    conversations.delete(conversation_id)
