"""What cannot be done is said in one line, and the conversation goes on."""

import pytest

from tests.qa.cli.chat.conftest import SPENDING, Chat


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/bogus", "There is no command /bogus. /help lists them."),
        ("/sorces 1", "There is no command /sorces. Did you mean /sources?"),
        ("/new thing", "/new takes nothing. Type /new alone."),
        ("/sources", "Nothing has been answered yet. Ask something first."),
        ("/why", "Nothing has been answered yet."),
        ("/retry", "Nothing has been answered yet."),
        ("/open 1", "Nothing has been answered yet."),
        ("/filter since=soon", "'soon' is no date. Write it as YYYY-MM-DD."),
        (
            "/filter colour=red",
            "/filter does not know 'colour=red'. Write since=…, until=…, publisher=…, collection=…, or off.",
        ),
        ('/filter publisher="x', "A quotation mark is not closed."),
        ("/filter publisher=Nobody", "No document passes publisher=Nobody. Publishers: Harbor Brief, Tide Review."),
        ("/filter since=2025-02-01 until=2025-01-01", "Swap the dates."),
        ("/model other", "No model's service is configured. Set OPENAI_API_KEY or OPENAI_BASE_URL and start again."),
        ("/add", "/add needs a file or a folder. Write /add PATH."),
        ("/add nowhere.md", "There is no file or folder nowhere.md."),
        ("/export", "/export needs a file. Write /export FILE.md."),
        ("/resume 7", "There is no conversation 7 in the list."),
        ("x" * 5_000, "The question has 5,000 characters; 4,000 is the most."),
    ],
)
def test_a_wrong_line_gets_one_line(chat: Chat, line: str, says: str) -> None:
    """And the next one is answered as if nothing had been."""
    ran = chat(line, "/filter")
    assert says in ran.out
    assert ran.out.count("\n") == 4
    assert "no filter: 3 of 3 documents" in ran.out


def test_after_an_answer_too(chat: Chat) -> None:
    """Notes that do not exist; an answer without any; and the loop knows that a line failed."""
    ran = chat(SPENDING, "/sources 9", "/sources x", "/open", "What is the capital of Mongolia?", "/sources 1")
    assert ran.out.count("The last answer has 1 to 1.") == 3
    assert "The last answer has no sources. It was a refusal; /why shows what was looked at." in ran.out
    assert ran.failed
