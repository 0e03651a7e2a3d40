"""What Tab completes: commands, what they take, and titles of documents inside a question."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document as Typed

if TYPE_CHECKING:
    from qa.cli.chat.loading import Loading
    from qa.types import Document

LEAST = 2  # letters of a title's word before titles are offered


class Words(Completer):
    """Completes nothing from the library before it is open. Called in a thread."""

    def __init__(self, loading: "Loading") -> None:
        self._loading = loading
        self._paths = PathCompleter(expanduser=True)

    def get_completions(self, document: Typed, complete_event: CompleteEvent) -> Iterable[Completion]:
        """By what stands at the beginning of the line."""
        typed = document.text_before_cursor
        name, space, argument = typed.partition(" ")
        if not typed.startswith("/"):
            return self._titles(typed)
        if not space:
            return _commands(name)
        if name in ("/add", "/export"):
            return self._paths.get_completions(Typed(argument), complete_event)
        if name == "/filter":
            return self._filters(argument)
        return ()

    def _titles(self, typed: str) -> Iterator[Completion]:
        word = typed.rsplit(maxsplit=1)[-1].casefold() if typed and not typed[-1].isspace() else ""
        if len(word) < LEAST:
            return
        for title in dict.fromkeys(document.title for document in self._documents()):
            if any(part.startswith(word) for part in title.casefold().split()):
                yield Completion(title, -len(word))

    def _filters(self, argument: str) -> Iterator[Completion]:
        word = argument.rpartition(" ")[2]
        publishers = sorted({document.publisher for document in self._documents() if document.publisher})
        for each in ("since=", "until=", "off", *(f'publisher="{publisher}"' for publisher in publishers)):
            if each.startswith(word):
                yield Completion(each, -len(word))

    def _documents(self) -> "list[Document]":
        opened = self._loading.done
        return opened.library.documents() if opened else []


def _commands(name: str) -> Iterator[Completion]:
    from qa.cli.chat.commands import COMMANDS

    for command, about in COMMANDS.items():
        if command.startswith(name):
            yield Completion(f"{command} " if about.takes else command, -len(name), display_meta=about.does)
