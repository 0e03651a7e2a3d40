"""Questions and answers as they were, kept beside the library: stored, resumed, written down as Markdown."""

from qa.conversations.markdown import as_markdown
from qa.conversations.store import Conversation, Conversations, Turn

__all__ = ["Conversation", "Conversations", "Turn", "as_markdown"]
