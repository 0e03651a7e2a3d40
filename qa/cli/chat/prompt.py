"""Line editing by prompt-toolkit: history, search, several lines, completion; the prompt is there before anything heavy is."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import Condition, has_focus
from prompt_toolkit.formatted_text import AnyFormattedText
from prompt_toolkit.history import ThreadedHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.styles import Style

from qa.cli.chat.completing import Words
from qa.cli.chat.recalling import Recalled

if TYPE_CHECKING:
    from qa.cli.chat.talk import Talk

STYLE = Style.from_dict({"bottom-toolbar": "noreverse dim"})


class Prompt:
    """``notices`` gives the lines that are told above the prompt when the library is open."""

    def __init__(self, talk: "Talk", notices: Callable[[], Iterable[str]]) -> None:
        self._talk = talk
        self._notices = notices
        commanding = Condition(lambda: self._typing.default_buffer.text.startswith("/"))
        self._typing: PromptSession[str] = PromptSession(
            "> ",
            history=ThreadedHistory(Recalled(talk.loading)),
            completer=Words(talk.loading),
            complete_in_thread=True,
            complete_while_typing=commanding,
            enable_history_search=~commanding,  # prompt-toolkit allows one of the two at a time
            multiline=True,
            prompt_continuation="  ",
            key_bindings=_keys(),
            bottom_toolbar=self._toolbar,
            style=STYLE,
            reserve_space_for_menu=4,
        )
        self._typing.app.after_render += self._begin

    def lines(self) -> Iterator[str]:
        """What is typed, until Ctrl-D. Ctrl-C empties the line."""
        while True:
            try:
                yield self._typing.prompt()
            except KeyboardInterrupt:
                continue
            except EOFError:
                return

    def _begin(self, _: object) -> None:
        """The first time the prompt is on the screen: load, and tell what there is to tell."""
        self._typing.app.after_render -= self._begin
        loop = self._typing.app.loop
        assert loop is not None, "rendered in its loop"

        def opened() -> None:
            loop.call_soon_threadsafe(self._tell)

        self._talk.loading.begin(opened)

    def _tell(self) -> None:
        lines = list(self._notices())

        def say() -> None:
            for line in lines:
                self._talk.screen.say(line)

        if lines and self._typing.app.is_running:
            run_in_terminal(say)
        self._typing.app.invalidate()

    def _toolbar(self) -> AnyFormattedText:
        from qa.cli.chat.settings import described, written_by

        if self._talk.loading.done is None:
            return "loading …"
        count = self._talk.library.counts()[0]
        told = [f"{count} document{'' if count == 1 else 's'}", written_by(self._talk), described(self._talk.filters)]
        return " · ".join(filter(None, told))


def _keys() -> KeyBindings:
    """Enter asks, unless the line ends in a backslash; Alt-Enter begins a new line."""
    keys, typing = KeyBindings(), has_focus(DEFAULT_BUFFER)  # not while history is searched

    @keys.add("enter", filter=typing)
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.document.current_line_before_cursor.endswith("\\") and not buffer.document.current_line_after_cursor:
            buffer.delete_before_cursor()
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    @keys.add("escape", "enter", filter=typing)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys
