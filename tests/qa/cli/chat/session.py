"""Plays the conversation that docs/chat.md shows, and writes it there: ``python -m tests.qa.cli.chat.session``.

The documents are of the sample corpus, the storage is real; search and model are fakes, so that it reads the same on every
machine. What it prints holds no times, no ids and no paths from outside its folder.
"""

import io
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir
from pathlib import Path

from rich.console import Console

from qa.cli.chat.loading import Loading, Opened
from qa.cli.chat.loop import Loop
from qa.cli.chat.screen import Screen
from qa.cli.chat.talk import Talk
from qa.conversations import Conversations
from qa.errors import ModelBusy
from qa.library import Library
from qa.ports import ChatMessage, Completion
from qa.settings import Settings
from qa.types import EVERYTHING, Usage
from tests.fakes import MemoryIndex, OverlapReranker, WordEmbedder

ROOT = Path(__file__).parents[4]
DOC = ROOT / "docs" / "chat.md"
BLOCK = re.compile(r"(?<=<!-- played: make chat-doc -->\n)```text\n.*?\n```\n", re.DOTALL)
WIDTH = 96
BRIEFINGS = (
    "2025-11-14-scm-57-outcomes.md",
    "2025-11-21-nuclear-submarine-and-enrichment.md",
    "2025-11-24-opcon-by-2030.md",
    "2025-11-27-opcon-conditions-first.md",
    "2025-12-05-defense-spending-in-figures.md",
)
LINES = (
    "/add briefings",
    "What share of GDP will Seoul spend on defense?",
    "and when will that be reached?",
    "/sources 1",
    "Will wartime operational control pass to Seoul by 2030?",
    "Who designed the submarine?",
    "/filter since=2025-12-01",
    "/export talk.md",
    "/quit",
)
# What the model says, with the beginnings of the sentences it cites.
SAID = {
    "What share of GDP will Seoul spend on defense?": "Seoul will raise its defense spending to 3.5% of GDP {Seoul will raise}.",
    "When will defense spending of 3.5% of GDP be reached?": (
        "On the ministry's path the share would be 3.5% in 2035 {On the ministry}. "
        "The joint fact sheet sets no year {The joint fact sheet sets}."
    ),
    "Will wartime operational control pass to Seoul by 2030?": (
        "The Lee Jae Myung government intends to complete the transfer before June 2030 {The Lee Jae Myung}. "
        "No document signed by both governments says so {No document signed}. All 28 states agreed {The allies have agreed}."
    ),
    "Who designed the submarine?": "NOT_FOUND",
}
REWRITTEN = {"and when will that be reached?": "When will defense spending of 3.5% of GDP be reached?"}


class ScriptedModel:
    """A ``ChatModel`` that knows its lines."""

    name = "a-model"

    def complete(self, messages: Sequence[ChatMessage]) -> Completion:
        prompt = messages[-1].content
        for asked, alone in REWRITTEN.items():
            if prompt.endswith(f"Follow-up: {asked}"):
                return Completion(alone, Usage(80, 12))
        said = SAID.get(prompt.rpartition("Question: ")[2])
        if said is None:
            raise ModelBusy("The script has no line for this.")

        def cited(start: re.Match[str]) -> str:
            shown = re.search(rf"\[(\d+\.\d+)\] (?:- )?{re.escape(start[1])}", prompt)
            return f"[{shown[1]}]" if shown else "[99.9]"

        return Completion(re.sub(r"\{(.*?)\}", cited, said), Usage(900, 40))

    def stream(self, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        yield self.complete(messages)

    def check(self) -> None:
        """Always there."""


def played() -> str:
    """The conversation as it is printed, each line that is typed behind its prompt."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        os.mkdir("briefings")
        for name in BRIEFINGS:
            shutil.copy(ROOT / "corpus" / name, "briefings")
        home = Path("home").resolve()
        library = Library(home, MemoryIndex(), WordEmbedder(), OverlapReranker(), ScriptedModel())
        opened = Opened(library, Conversations(home), Settings(home=home))
        screen = Screen(plain=True, out=Console(file=out, width=WIDTH, markup=False, highlight=False))
        talk = Talk(Loading(lambda: opened, lambda _: None), EVERYTHING, plain=True, screen=screen)
        Loop(talk).run(_typed(screen))
        talk.close()
    return "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines())


def _typed(screen: Screen) -> Iterator[str]:
    for line in LINES:
        screen.say(f"> {line}")
        yield line


def main() -> None:
    """Write the conversation into the page."""
    DOC.write_text(BLOCK.sub(lambda _: f"```text\n{played()}\n```\n", DOC.read_text()))


if __name__ == "__main__":
    main()
