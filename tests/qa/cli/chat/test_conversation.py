"""A person at a terminal, a model at an address: the whole command in a process of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.conversations import Conversations
from tests.qa.cli.chat.endpoint import HANGS, Endpoint, serving
from tests.qa.cli.chat.terminal import CTRL_C, CTRL_D, CTRL_R, Terminal
from tests.qa.cli.conftest import Run

REPLIES = {
    "To what share of income did the council raise spending?": "The council raises spending to 3.5% of income {The council}.",
    "Who disagreed with raising spending to 3.5% of income?": "The opposition rejected the plan {The opposition}.",
    "When are the ferries replaced?": "Two ferries are to be replaced in 2027 {Two ferries}.",
    "What does the old bridge carry?": f"The old bridge carries {HANGS}",
    "Who designed the lighthouse?": "NOT_FOUND",
    "How many ferries does the mayor want?": "Two ferries are to be replaced {Two ferries}. The mayor wants nine {The mayor}.",
    "What did the opposition want?": "The opposition wants the ferries repaired {It wants}.",
    "What was painted green?": "The pier was painted green {The pier}.",
    "누가 계획을 거부했습니까?": "The opposition rejected the plan {The opposition}.",
}
REWRITTEN = {"and who disagreed?": "Who disagreed with raising spending to 3.5% of income?"}


def reply(message: str) -> str | int:
    """What the model says: questions rewritten, answers with the ids of the sentences that begin so; else it refuses the request."""
    if "Follow-up: " in message:
        return REWRITTEN.get(message.rpartition("Follow-up: ")[2], 400)
    said = REPLIES.get(message.rpartition("Question: ")[2])

    def cited(start: re.Match[str]) -> str:
        shown = re.search(rf"\[(\d+\.\d+)\] {re.escape(start[1])}", message)
        return f"[{shown[1]}]" if shown else "[9.9]"

    return 400 if said is None else re.sub(r"\{(.*?)\}", cited, said)


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """The model's service."""
    with serving(reply) as served:
        yield served


@pytest.fixture
def chat(qa: Run, home: Path, documents: Path, endpoint: Endpoint) -> Iterator[Terminal]:
    """A chat over the three documents."""
    assert qa("add", documents).code == 0
    with Terminal(home, OPENAI_BASE_URL=endpoint.address, QA_MODEL="mocked", PAGER="cat") as terminal:
        yield terminal


def test_ten_turns(chat: Terminal, endpoint: Endpoint, home: Path, tmp_path: Path) -> None:
    """Answers, a follow-up, an interrupt, refusals, doubts, a model that fails, commands between them; all of it kept."""
    chat.expect("3 documents · model mocked")
    chat.say("To what share of income did the council raise spending?")
    chat.expect("The council raises spending to 3.5% of income¹.")
    chat.expect("¹ The budget · Harbor Brief · 2025-11-14 “The council agreed to raise spending to 3.5% of income.”")
    chat.say("and who disagreed?")
    chat.expect("understood as: Who disagreed with raising spending to 3.5% of income?")
    chat.expect("The opposition rejected the plan¹.")
    chat.say("/sources 1")
    chat.expect("»The opposition rejected the plan to raise spending.« It wants the ferries repaired instead.")
    chat.say("/open 1")
    chat.expect("> /open 1 The opposition rejected the plan to raise spending. It wants the ferries")
    chat.expect("showed the text of")
    interrupted(chat)
    chat.say("When are the ferries replaced?")
    chat.expect("Two ferries are to be replaced in 2027¹.")
    chat.say("Who designed the lighthouse?")
    chat.expect("No answer: The words “designed” and “lighthouse” are in none of the 3 documents; the nearest is")
    chat.say("How many ferries does the mayor want?")
    chat.expect("(not supported by the")
    chat.expect("Partly supported: 1 of 2 statements could not be tied to the documents.")
    chat.expect("“The mayor wants nine.” is unsupported:")
    chat.say("To what share of income did the mayor call spending?")  # the endpoint does not know it: 400
    chat.expect(
        "Without the model: these are the documents' own sentences. The model's service refused the request (400)."
    )
    added(chat, tmp_path)
    chat.say('/filter publisher="Tide Review"')
    chat.expect("publisher='Tide Review': 1 of 4 documents")
    chat.say("What did the opposition want?")
    chat.expect("The opposition wants the ferries repaired¹.")
    chat.say("/filter off")
    chat.say("누가 계획을 거부했습니까?")
    exported(chat, tmp_path)
    chat.press(CTRL_D)
    assert chat.ended() == 0
    assert "Traceback" not in chat.text
    resumed(home, endpoint)


def interrupted(chat: Terminal) -> None:
    """The answer stops while it is written, and the chat goes on."""
    chat.type("What does the old bridge carry?")
    chat.press("\r")
    chat.expect("The old bridge carries")
    chat.press(CTRL_C)
    chat.expect("Stopped. Nothing of it is kept.")


def added(chat: Terminal, tmp_path: Path) -> None:
    """A document added in between answers the next question."""
    (tmp_path / "pier report.txt").write_text("Report on the pier\n\nThe pier was painted green in April.\n")
    chat.say(f"/add {tmp_path / 'pier report.txt'}")
    chat.expect("1 added; 1 passages written.")
    chat.expect("4 documents · model mocked")
    chat.say("What was painted green?")
    chat.expect("The pier was painted green¹.")


def exported(chat: Terminal, tmp_path: Path) -> None:
    """Nine questions were answered, one was stopped."""
    chat.say(f"/export {tmp_path / 'talk.md'}")
    chat.expect("9 questions written to")
    written = (tmp_path / "talk.md").read_text()
    assert "## 2. and who disagreed?\n\n*Understood as:* Who disagreed with raising" in written
    assert "The opposition rejected the plan [1]." in written
    assert "old bridge carry" not in written


def resumed(home: Path, endpoint: Endpoint) -> None:
    """In a new process the conversation goes on, a follow-up leans on its last question, and typed lines are found again."""
    with Terminal(home, "--resume", OPENAI_BASE_URL=endpoint.address, QA_MODEL="mocked") as chat:
        chat.expect("Going on with “To what share of income did the council raise spending?” (9 questions).")
        chat.press(CTRL_R)
        chat.press("lighthouse")
        chat.expect("> Who designed the lighthouse?")
        chat.press("\r")  # ends the search
        chat.press("\r")  # asks
        chat.expect("No answer: The words “designed” and “lighthouse” are in none of the 4 documents")
        chat.ready()
        chat.press(CTRL_D)
        assert chat.ended() == 0
    store = Conversations(home)
    (conversation,) = store.recent()
    assert conversation.turns == 10
    store.close()
