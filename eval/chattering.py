"""The persona that says the right thing in a form that nobody asked for: greetings, bullets, bold, ids in front or missing."""

from collections.abc import Callable, Sequence
from zlib import crc32

from eval.cases import Case
from eval.personas import Said, Statement, oracle
from eval.prompting import ShownSentence
from qa.prompts import NOT_FOUND

GREETINGS = ("Great question!", "Certainly, happy to help!", "Sure thing!")
FAREWELLS = ("I hope this helps!", "Let me know if you would like to hear more.", "Feel free to ask me anything else!")
REGRET = "I am sorry, but I looked everywhere and could not find that."

FORMS: tuple[Callable[[str, str], str], ...] = (
    lambda text, ids: f"- **{text}** {ids}",
    lambda text, ids: f"- {ids} {text}",
    lambda text, _: f"* {text}",
    lambda text, ids: f"1. {text.removesuffix('.')} {ids}.",
    lambda text, ids: f"{ids} {text}",
)


def chatty(case: Case, shown: Sequence[ShownSentence]) -> Said:
    """The oracle's statements, each in another form, between sentences that say nothing; a refusal with regrets."""
    true, seed = oracle(case, shown), crc32(case.id.encode())
    greeting, farewell = GREETINGS[seed % len(GREETINGS)], FAREWELLS[seed // 3 % len(FAREWELLS)]
    if not true.statements:
        return Said(chatter=(greeting, REGRET, farewell), sent=f"{greeting} {REGRET}\n\n{NOT_FOUND}\n\n{farewell}")
    lines = [_form(statement, seed + place) for place, statement in enumerate(true.statements)]
    sent = "\n".join([f"{greeting} Here is what I found:", "", *lines, "", farewell])
    return Said(true.statements, chatter=(greeting, farewell), sent=sent)


def _form(statement: Statement, place: int) -> str:
    return FORMS[place % len(FORMS)](statement.text, f"[{', '.join(statement.ids)}]")
