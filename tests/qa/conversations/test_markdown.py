"""A conversation written down: readable as it is, and no text in it is taken for markup."""

from pathlib import Path

from qa.conversations import Conversations, as_markdown
from qa.types import Answer, Claim
from tests.qa.conversations.answers import CONFLICT, DEGRADED, PARTIAL, REFUSED, answer, citation


def written(tmp_path: Path, *answers: Answer) -> str:
    """The export of a conversation with these answers."""
    store = Conversations(tmp_path)
    conversation = store.begin()
    for each in answers:
        store.append(conversation, "What did they agree?", each)
    text = as_markdown(store.get(conversation), store.turns(conversation))
    store.close()
    return text


def test_everything_about_an_answer_is_there(tmp_path: Path) -> None:
    """The question as asked and as understood, the text with its notes, and each note with its origin."""
    assert written(tmp_path, answer()).splitlines()[4:] == [
        "## 1. What did they agree?",
        "",
        "*Understood as:* What did the council agree?",
        "",
        "The council raises spending to 3.5% of income [1].",
        "",
        "- [1] “The council agreed to raise spending to 3.5% of income.” — The budget, Harbor Brief, 2025-11-14, budget.md",
    ]


def test_what_must_be_known_is_said_in_words(tmp_path: Path) -> None:
    """A refusal, a conflict, a model that failed, a claim that is not supported."""
    text = written(tmp_path, REFUSED, CONFLICT, DEGRADED, PARTIAL)
    for words in (
        "*No answer: The 3 documents do not answer this; try others.*",
        "*Sources disagree: each side is given with its source and its date.*",
        "*Without the model: these are the documents' own sentences. The model sent no word within 60 seconds.*",
        "*Partly supported: 1 of 2 statements could not be tied to the documents.*",
        "*“It was unanimous.” is unsupported: “unanimous” is not in the cited sentences.*",
    ):
        assert words in text


def test_texts_are_never_markup(tmp_path: Path) -> None:
    """Headings, links, HTML, emphasis, lists and control characters of a document are shown, not obeyed."""
    hostile = "# <b>x</b> [y](http://evil.test) *z* `c` \x1b[31m\n# second line"
    text = written(
        tmp_path,
        answer(
            text=f"{hostile} [1].",
            claims=(Claim(hostile, (1,), "supported"),),
            citations=(citation(quote=hostile, title=hostile),),
        ),
    )
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert "](http" not in text.replace("\\](http", "")
    assert "\x1b" not in text
    assert "\n# <" not in text
    assert "\n# second" not in text
    assert "\n\\# \\<b\\>" in text
    assert text.count("[1]") == 2
