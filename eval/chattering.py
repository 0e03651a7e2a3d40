"""The persona that says the right thing in a form that nobody asked for: greetings, bullets, bold, ids in front or missing.

It also embroiders: a sentence that no document holds, without a name or a figure to check, on a true id. And now and then it glues the
refusal to an answer.
"""

from collections.abc import Callable, Sequence
from zlib import crc32

from eval.cases import Case
from eval.personas import Said, Statement, oracle
from eval.prompting import ShownSentence
from qa.prompts import NOT_FOUND

GREETINGS = ("Great question!", "Certainly, happy to help!", "Sure thing!")
FAREWELLS = ("I hope this helps!", "Let me know if you would like to hear more.", "Feel free to ask me anything else!")
EMBROIDERY = (
    "Many observers had long hoped for such an outcome.",
    "Weary aides settled the last points over several difficult evenings.",
    "Shopkeepers nearby were the first to notice.",
)
REGRET = "I am sorry, but I looked everywhere and could not find that."

FORMS: tuple[Callable[[str, str], str], ...] = (
    lambda text, ids: f"- **{text}** {ids}",
    lambda text, ids: f"- {ids} {text}",
    lambda text, _: f"* {text}",
    lambda text, ids: f"1. {text.removesuffix('.')} {ids}.",
    lambda text, ids: f"{ids} {text}",
)


def chatty(case: Case, shown: Sequence[ShownSentence]) -> Said:
    """The oracle's statements, each in another form, between sentences that say nothing or nothing true; a refusal with regrets."""
    true, seed = oracle(case, shown), crc32(case.id.encode())
    greeting, farewell = GREETINGS[seed % len(GREETINGS)], FAREWELLS[seed // 3 % len(FAREWELLS)]
    if not true.statements:
        return Said(chatter=(greeting, REGRET, farewell), sent=f"{greeting} {REGRET}\n\n{NOT_FOUND}\n\n{farewell}")
    lines = [_form(statement, seed + place) for place, statement in enumerate(true.statements)]
    invented = EMBROIDERY[seed // 9 % len(EMBROIDERY)]
    lines.append(Statement(invented, true.statements[0].ids[:1]).written())
    glued = [NOT_FOUND] if seed // 27 % 3 == 0 else []
    sent = "\n".join([f"{greeting} Here is what I found:", "", *lines, "", *glued, farewell])
    return Said(true.statements, chatter=(greeting, farewell), embroidery=(invented,), sent=sent)


def _form(statement: Statement, place: int) -> str:
    return FORMS[place % len(FORMS)](statement.text, f"[{', '.join(statement.ids)}]")
