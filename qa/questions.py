"""What a question asks for, and the values of that kind in a sentence. Pure, and English; any other question asks for nothing known."""

import re
from typing import Literal

from qa.errors import QuestionError
from qa.figures import figures, months
from qa.names import with_states_folded
from qa.words import STOP_WORDS, WORD, stems

LONGEST = 4_000  # characters

Kind = Literal["figure", "date", "name", "attribute"]

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "figure",
        re.compile(
            r"\bhow (?:many|much|large|big|high|long|old|far|fast|tall|deep|wide|often|heavy)\b|\bwhat (?:is|was|are|were) the (?:\w+ )?"
            r"(?:population|price|cost|budget|number|share|percentage|size|length|height|area|rate|amount|sum|ceiling)\b"
            r"|\bwhat (?:sum|share|percentage|part)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "date",
        re.compile(
            r"^(?:when|since when|until when)\b|\b(?:what|which) (?:year|date|day|month)\b|\b(?:birth|release|founding) ?date\b"
            r"|\bdate of\b|\band when\b",
            re.IGNORECASE,
        ),
    ),
    (
        "name",
        re.compile(
            r"^(?:who|whom|where|(?:in )?(?:which|what) (?:city|country|state|town|place|county)) ", re.IGNORECASE
        ),
    ),
    (
        "attribute",
        re.compile(
            r"^(?:what|which) (?:is|was|are|were) the (?:\w+ ){1,3}(?:of|for|associated|play)\b"
            r"|^(?:what|which) (?:\w+ ){1,2}(?:is|was|does|did)\b",
            re.IGNORECASE,
        ),
    ),
)
_ASIDE = re.compile(r"\([^()]*\)")  # a follow-up may carry the earlier question in brackets


def checked(question: str) -> str:
    """The question as it is searched and stored. Raises QuestionError where there is none, or too much of it."""
    stripped = question.encode(errors="replace").decode().strip()  # half a surrogate pair cannot be searched or stored
    if not stripped:
        raise QuestionError("The question is empty.", "Ask something.")
    if len(stripped) > LONGEST:
        raise QuestionError(f"The question has {len(stripped):,} characters; {LONGEST:,} is the most.", "Shorten it.")
    return stripped


def asks_for(question: str) -> Kind | None:
    """A figure, a date, the name of a person or place, or another attribute of something; None for anything else."""
    asked = itself(question)
    return next((kind for kind, pattern in _KINDS if pattern.search(asked)), None)


def itself(question: str) -> str:
    """A question without what it carries along in brackets."""
    return _ASIDE.sub("", question)


def subject(question: str) -> frozenset[str]:
    """The stems of the names in a question; its first word is none."""
    return names(question.partition(" ")[2])


def names(text: str) -> frozenset[str]:
    """The stems of the capitalised words of a text, but for its first."""
    folded = with_states_folded(text)
    found = (match for match in WORD.finditer(folded) if match.start() and match[0][0].isupper())
    return frozenset(stem for match in found if match[0].casefold() not in STOP_WORDS for stem in stems(match[0]))


def holds_a_value(kind: Kind, sentence: str, question: str) -> bool:
    """Whether a sentence has a value of the kind that is asked for; any sentence may state another attribute."""
    match kind:
        case "figure":
            return any(not figure.is_year for figure in figures(sentence))
        case "date":
            return bool(months(sentence)) or any(figure.is_year for figure in figures(sentence))
        case "name":
            return bool(names(f"x {sentence}") - set(stems(with_states_folded(question))))
        case "attribute":
            return True
