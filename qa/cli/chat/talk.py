"""What one conversation at the terminal knows: its filters, its last turn, and where it is kept."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from qa.cli.chat.screen import Screen
from qa.errors import InputError
from qa.events import Event, Found
from qa.types import Filters, Hit

if TYPE_CHECKING:
    from qa.cli.chat.loading import Loading
    from qa.conversations import Conversation, Conversations, Turn
    from qa.library import Library
    from qa.settings import Settings


class CommandError(InputError):
    """A command that does not exist, or that cannot do what it was told."""


class Talk:
    """``hits`` are the passages of the last answer; None where it was not given in this run."""

    def __init__(self, loading: "Loading", filters: Filters, *, plain: bool, screen: Screen | None = None) -> None:
        self.loading = loading
        self.filters = filters
        self.screen = screen or Screen(plain=plain)
        self.conversation_id: str | None = None
        self.last: Turn | None = None
        self.hits: tuple[Hit, ...] | None = None
        self.listed: list[Conversation] = []

    @property
    def library(self) -> "Library":
        """The library; waits for it."""
        return self.loading.opened().library

    @property
    def conversations(self) -> "Conversations":
        """Where conversations are kept; waits for it."""
        return self.loading.opened().conversations

    @property
    def settings(self) -> "Settings":
        """The environment; waits for it."""
        return self.loading.opened().settings

    def converse(self, asked: str) -> Generator[Event, None, None]:
        """The events of one more question; a conversation begins with its first one."""
        from qa.chat import converse

        opened = self.loading.warmed()
        store, found = opened.conversations, None
        current = self.conversation_id or store.begin()
        try:
            for event in converse(opened.library, store, current, asked, self.filters):
                found = event.hits if isinstance(event, Found) else found
                yield event
            self.conversation_id, self.last, self.hits = current, store.turns(current)[-1], found
        finally:
            if self.conversation_id is None:  # its first question was not answered
                store.delete(current)

    def answered(self) -> "Turn":
        """The last turn. Raises CommandError before there is one."""
        if self.last is None:
            raise CommandError("Nothing has been answered yet.", "Ask something first.")
        return self.last

    def renew(self) -> None:
        """Begin a new conversation with the next question."""
        self.conversation_id, self.last, self.hits = None, None, None

    def resume(self, conversation: "Conversation") -> "list[Turn]":
        """Go on with a conversation; gives its turns."""
        turns = self.conversations.turns(conversation.id)
        self.conversation_id, self.hits = conversation.id, None
        self.last = turns[-1] if turns else None
        return turns

    def close(self) -> None:
        """Release the files, if they are open."""
        if opened := self.loading.done:
            opened.close()
