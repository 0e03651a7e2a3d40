"""/export, /new and /resume."""

from pathlib import Path
from typing import TYPE_CHECKING

from qa.cli.chat.talk import CommandError

if TYPE_CHECKING:
    from qa.cli.chat.talk import Talk
    from qa.conversations import Conversation

MOST = 20  # conversations listed


def export(talk: "Talk", argument: str) -> None:
    """Write this conversation down as Markdown; a file that is there is left alone."""
    from qa.conversations import as_markdown

    if not argument:
        raise CommandError("/export needs a file.", "Write /export FILE.md.")
    talk.answered()
    assert talk.conversation_id is not None
    conversation = talk.conversations.get(talk.conversation_id)
    path = Path(argument.strip("'\"")).expanduser()
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(as_markdown(conversation, talk.conversations.turns(conversation.id)))
    except FileExistsError as error:
        raise CommandError(f"There is a file {path} already.", "Name another.") from error
    except OSError as error:
        raise CommandError(f"{path} cannot be written ({error.strerror}).", "Name another file.") from error
    talk.screen.say(f"{conversation.turns} question{'' if conversation.turns == 1 else 's'} written to {path}")


def new(talk: "Talk", _: str) -> None:
    """Begin a new conversation; the old one is kept."""
    talk.renew()
    talk.screen.say("A new conversation; /resume goes back.")


def resume(talk: "Talk", argument: str) -> None:
    """List the latest conversations, or go on with one of that list."""
    listed = talk.conversations.recent(limit=MOST)
    if not argument:
        for number, each in enumerate(listed, start=1):
            talk.screen.item(f"{number}.", _described(each))
        talk.screen.say("/resume N goes on with one." if listed else "There are no conversations yet.", "dim")
        talk.listed = listed
        return
    listed = talk.listed or listed
    if not argument.isdecimal() or not 1 <= int(argument) <= len(listed):
        raise CommandError(f"There is no conversation {argument} in the list.", "/resume lists them.")
    for turn in talk.resume(listed[int(argument) - 1]):
        talk.screen.say(f"> {turn.asked}", "dim")
    if talk.last:
        talk.screen.answer(talk.last.answer)


def _described(conversation: "Conversation") -> str:
    """Title, day and number of questions."""
    count = f"{conversation.turns} question{'' if conversation.turns == 1 else 's'}"
    return f"{conversation.title or 'untitled'} · {conversation.updated_at[:10]} · {count}"
