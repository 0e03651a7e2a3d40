"""Do two sentences answer a question with different values or positions? Pure functions over words.

Two sentences that merely both hold numbers do not. They must speak of what was asked with mostly the same words, and differ in a
figure of the same unit, a date, a name, or in whether they deny it. Figures of different years are no disagreement. What cannot be
seen: positions in wholly different words ("should be built at home", "will be built in Philadelphia").
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from qa.figures import MAGNITUDES, MONTH, NUMBER, figures, months
from qa.names import PLACES, with_states_folded
from qa.questions import asks_for, names
from qa.words import NEGATIONS, STOP_WORDS, content_stems, stem, stems

# The share of the shorter sentence's words that both must hold: where a figure, a date or a name was asked for, where a position
# was, and where one sentence is nearly the other. Tuned on one half of ramdocs and on the sample; NEVER is out of reach.
ASKED, DATED, NAMED, DENIED, COPIED, NEVER = 0.4, 0.6, 0.4, 0.35, 0.75, 2.0
SHORT = 4  # a sentence of fewer words is taken to have so many
SCOPE = 6  # content words after a denying word that it is taken to speak of
# Asks how two values relate, or for one of several in time: different values are then what was asked for, and no disagreement.
RELATED = re.compile(
    r"\b(?:than|compared?|as \w+ (?:a \w+ )?(?:\w+ ){0,6}as|before|after|latest|first|second|last|previous|since|until|besides|both|"
    r"between|change[sd]? from)\b",
    re.IGNORECASE,
)
OPEN = re.compile(  # asks whether, or what somebody thinks
    r"^(?:do|does|did|is|are|was|were|will|would|can|could|should|must|may|has|have|had)\b|"
    r"\b(?:agree|differ|view|position|likely|whether)\b",
    re.IGNORECASE,
)
# What is to be and what is are no two values of one thing.
PLANNED = re.compile(
    r"\b(?:will|would|shall|is to|are to|plan(?:s|ned)?|intend(?:s|ed)?|aim(?:s|ed)?|target|promised?|pledged?|propos\w+|projected)\b",
    re.IGNORECASE,
)
_PLACES = {stem(place.casefold()) for place in PLACES}  # two sentences about one country need not be about one thing
_DENYING = NEGATIONS | {"noth", "nobodi", "nowher"}
_OPPOSITES = [
    tuple(stem(word) for word in pair.split("/"))
    for pair in (
        "include/confine include/exclude rise/fall rise/drop increase/decrease grow/shrink expand/reduce gain/loss approve/reject "
        "accept/refuse support/oppose allow/ban allow/forbid confirm/deny agree/disagree win/lose open/close begin/end likely/unlikely "
        "possible/impossible safe/unsafe legal/illegal guilty/innocent enough/insufficient"
    ).split()
]


def opposed(question: str, one: str, other: str) -> bool:
    """Whether two sentences answer the question with different values or positions."""
    if RELATED.search(question):
        return False
    asked = asks_for(question)
    topic, a, b = (content_stems(with_states_folded(text)) for text in (question, one, other))
    if not _years(question) <= _years(one) & _years(other):
        return False
    wordy = [_wordy(words) for words in (a, b)]
    share = len(wordy[0] & wordy[1]) / max(SHORT, min(map(len, wordy)))
    if any(topic & _PLACES and words & _PLACES and not topic & words & _PLACES for words in (a, b)):
        return False  # of another country
    about = topic - _PLACES or topic
    if not about & a & b or len(topic & a & b) < (1 if share >= COPIED else min(2, len(topic))):
        return False
    checks = (
        (_other_figures, ASKED if asked == "figure" else COPIED),
        (_other_dates, DATED if asked == "date" else NEVER),
        (_other_names, NAMED if asked in ("name", "attribute") else NEVER),
        (_other_position, DENIED if asked is None and OPEN.search(question) else NEVER),
    )
    return any(share >= enough and differ(question, one, other) for differ, enough in checks)


def _wordy(words: set[str]) -> set[str]:
    return {word for word in words if not any(map(str.isdigit, word)) and word not in MAGNITUDES}


def _other_figures(question: str, one: str, other: str) -> bool:
    if bool(PLANNED.search(one)) != bool(PLANNED.search(other)):
        return False
    if _years(one) and _years(other) and not _years(one) & _years(other):
        return False
    a, b = _by_unit(one), _by_unit(other)
    counted = re.search(r"\bhow many (?:more )?(\w+)", question, re.IGNORECASE)
    units = [unit for unit in a.keys() & b.keys() if counted is None or unit in ("", stem(counted[1].casefold()))]
    return any(not _near(a[unit], b[unit]) for unit in units) and not any(_near(a[unit], b[unit]) for unit in units)


def _years(text: str) -> set[Fraction]:
    return {figure.value for figure in figures(text) if figure.is_year}


def _by_unit(text: str) -> dict[str, set[Fraction]]:
    """The figures of a text by what they count: the currency, "%", or the stem of the word that follows. Years and dates are left out."""
    found: dict[str, set[Fraction]] = {}
    for match in NUMBER.finditer(text):
        (figure,) = figures(match[0])[:1] or (None,)
        if figure is None or figure.is_year or _of_date(text, match):
            continue
        before = text[match.start() - 1 : match.start()]
        follows = re.match(r"\s*([^\W\d_]+)", text[match.end() :])
        word = follows[1].casefold() if follows else ""
        unit = (
            "%"
            if figure.percent
            else before
            if before in ("$", "€", "£")
            else ""
            if word in STOP_WORDS
            else stem(word)
            if word
            else ""
        )
        found.setdefault(unit, set()).add(figure.value)
    return found


def _of_date(text: str, match: re.Match[str]) -> bool:
    return bool(
        re.search(MONTH.pattern + r"\s*$", text[: match.start()])
        or re.match(r"\s*" + MONTH.pattern, text[match.end() :])
    )


def _near(one: set[Fraction], other: set[Fraction]) -> bool:
    """Whether some figure of one is that of the other, or close enough to be it rounded."""
    return any(abs(a - b) <= max(abs(a), abs(b)) / 200 for a in one for b in other)


def _other_dates(_question: str, one: str, other: str) -> bool:
    years = [_years(text) for text in (one, other)]
    named = [months(text) for text in (one, other)]
    if years[0] and years[1]:
        return not years[0] & years[1]
    return bool(named[0] and named[1]) and not named[0] & named[1]


def _other_names(question: str, one: str, other: str) -> bool:
    known = set(stems(with_states_folded(question)))
    a, b = (names(f"x {text}") - known for text in (one, other))
    return bool(a and b) and not a & b


def _other_position(question: str, one: str, other: str) -> bool:
    topic = content_stems(with_states_folded(question))
    a, b = (stems(with_states_folded(text)) for text in (one, other))
    denied, refused = _denied(a) & topic, _denied(b) & topic
    if not denied & refused and (denied & set(b) or refused & set(a)):
        return True
    return any(_split(x, y, set(a), set(b)) or _split(y, x, set(a), set(b)) for x, y in _OPPOSITES)


def _split(x: str, y: str, one: set[str], other: set[str]) -> bool:
    return x in one - other and y in other - one


def _denied(words: Sequence[str]) -> set[str]:
    """The stems of the content words behind each denying word."""
    found: set[str] = set()
    for place, word in enumerate(words):
        if word in _DENYING or word.endswith("n't"):
            found.update([each for each in words[place + 1 :] if content_stems(each)][:SCOPE])
    return found
