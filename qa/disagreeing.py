"""Do two sentences from different documents answer the same with different values or positions? Pure functions over words.

Two sentences that merely both hold numbers do not disagree. They must speak of what was asked with mostly the same words, and
differ in a figure of the same unit, a date, a name, or in whether they deny it. Figures of different years are no disagreement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from qa.citing import Draft, Ref, TiedClaim, plain, quoted
from qa.figures import MAGNITUDES, MONTH, NUMBER, figures, months
from qa.names import PLACES, with_states_folded
from qa.orders import orders_in
from qa.questions import Kind, asks_for, names
from qa.types import Document, Hit
from qa.words import NEGATIONS, STOP_WORDS, content_stems, stem, stems

ANSWERS = -2.0  # the reranker's logit from which a sentence that is not cited yet is taken for another side: docs/decisions/0004
# The share of the shorter sentence's words that both must hold: where a figure, a date or a name was asked for, where a position
# was, and where one sentence is nearly the other. Tuned on one half of ramdocs and on the sample; NEVER is out of reach.
ASKED, DATED, NAMED, DENIED, COPIED, NEVER = 0.4, 0.6, 0.4, 0.35, 0.75, 2.0
SHORT = 4  # a sentence of fewer words is taken to have so many
SCOPE = 6  # content words after a denying word that it is taken to speak of
DECLARED = re.compile(
    r"^(?:however, )?(?:the |these |our )?(?:sources|documents|passages|accounts|reports|opinions|forecasts|figures) "
    r"(?:disagree|differ|conflict|contradict|vary|are divided)\b[^.:]{0,60}[.:]?$",
    re.IGNORECASE,
)
_PREFIXED = re.compile(r"^(?:the )?(?:sources|documents|passages) (?:disagree|differ|conflict)\s*[:;,–—-]\s*", re.IGNORECASE)
# Asks how two values relate, or for one of several in time: different values are then what was asked for, and no disagreement.
RELATED = re.compile(
    r"\b(?:than|compared?|as \w+ (?:a \w+ )?(?:\w+ )*as|before|after|latest|first|second|last|previous|since|until|besides|both|between|change[sd]? from)\b",
    re.IGNORECASE,
)
OPEN = re.compile(  # asks whether, or what somebody thinks
    r"^(?:do|does|did|is|are|was|were|will|would|can|could|should|must|may|has|have|had)\b|\b(?:agree|differ|view|position|likely|whether)\b",
    re.IGNORECASE,
)
_PLACES = {stem(place.casefold()) for place in PLACES}  # two sentences about one country need not be about one thing
_DENYING = NEGATIONS | {"noth", "nobodi", "nowher"}
_OPPOSITES = [
    tuple(stem(word) for word in pair.split("/"))
    for pair in "include/confine include/exclude rise/fall rise/drop increase/decrease grow/shrink approve/reject accept/refuse support/oppose "
    "allow/ban allow/forbid confirm/deny win/lose likely/unlikely possible/impossible open/close begin/end safe/unsafe guilty/innocent "
    "gain/loss agree/disagree legal/illegal enough/insufficient expand/reduce".split()
]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two claims, by their places, that take different sides; the first is of the earlier date where both dates are known."""

    sides: tuple[int, int]
    dated: bool


def declared(drafts: Sequence[Draft]) -> tuple[bool, list[Draft]]:
    """Whether a draft says that its sources disagree, and the drafts without that sentence, which is no claim."""
    kept = [replace(draft, text=_capital(_PREFIXED.sub("", draft.text))) for draft in drafts if not DECLARED.search(draft.text)]
    return len(kept) < len(drafts) or any(one.text != other.text for one, other in zip(kept, drafts, strict=False)), kept


def settle(
    question: str, claims: Sequence[TiedClaim], hits: Sequence[Hit], *, told: bool = False
) -> tuple[list[TiedClaim], Disagreement | None]:
    """The claims, with a quoted one for a side that none of them cites, and the disagreement among them.

    ``told``: the model said that its sources disagree; then its claims from different documents are the sides.
    """
    pair = _among(question, claims, hits)
    if pair is not None:
        return list(claims), _dated(pair, claims, hits)
    unseen = _unseen(question, claims, hits)
    if unseen is not None:
        place, ref = unseen
        extra = TiedClaim(quoted(hits[ref.hit].passage.sentences[ref.sentence].text), (ref,), "extracted")
        longer = [*claims[: place + 1], extra, *claims[place + 1 :]]
        return longer, _dated((place, place + 1), longer, hits)
    pair = _apart(claims, hits) if told else None
    return list(claims), None if pair is None else _dated(pair, claims, hits)


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
        (_other_position, DENIED if OPEN.search(question) else NEVER),
    )
    return any(share >= enough and differ(question, one, other) for differ, enough in checks)


def side(document: Document, *, later: bool) -> str:
    """A side's source and date, as they stand behind its sentence."""
    return ", ".join(
        filter(None, [plain(document.publisher or document.title), str(document.published or ""), "the later" if later else ""])
    )


def _among(question: str, claims: Sequence[TiedClaim], hits: Sequence[Hit]) -> tuple[int, int] | None:
    supported = [place for place, claim in enumerate(claims) if claim.supported]
    for one, other in combinations(supported, 2):
        for a in claims[one].refs:
            for b in claims[other].refs:
                if _foreign(hits[a.hit], hits[b.hit]) and opposed(question, _text(a, hits), _text(b, hits)):
                    return one, other
    return None


def _unseen(question: str, claims: Sequence[TiedClaim], hits: Sequence[Hit]) -> tuple[int, Ref] | None:
    """A claim and the best sentence shown, cited by none, that takes another side."""
    cited = {ref for claim in claims for ref in claim.refs}
    open_ = sorted((pair for pair in _answering(hits) if pair[1] not in cited), key=lambda pair: -pair[0])
    for place, claim in enumerate(claims):
        for _, ref in open_ if claim.supported else ():
            if any(
                _foreign(hits[a.hit], hits[ref.hit]) and opposed(question, _text(a, hits), _text(ref, hits))
                for a in claim.refs
            ):
                return place, ref
    return None


def _answering(hits: Sequence[Hit]) -> Iterator[tuple[float, Ref]]:
    for place, hit in enumerate(hits):
        orders = orders_in(hit.passage)
        for number, score in enumerate(hit.sentence_scores):
            if score is not None and score >= ANSWERS and number not in orders:
                yield score, Ref(place, number)


def _apart(claims: Sequence[TiedClaim], hits: Sequence[Hit]) -> tuple[int, int] | None:
    """The first two supported claims from different documents; failing that, from different sentences."""
    pairs = list(combinations([place for place, claim in enumerate(claims) if claim.supported], 2))
    foreign = [(a, b) for a, b in pairs if _foreign(hits[claims[a].refs[0].hit], hits[claims[b].refs[0].hit])]
    return next(iter([*foreign, *((a, b) for a, b in pairs if not set(claims[a].refs) & set(claims[b].refs))]), None)


def _dated(pair: tuple[int, int], claims: Sequence[TiedClaim], hits: Sequence[Hit]) -> Disagreement:
    dates = [hits[claims[place].refs[0].hit].document.published for place in pair]
    if dates[0] is None or dates[1] is None or dates[0] == dates[1]:
        return Disagreement(pair, dated=False)
    return Disagreement(pair if dates[0] < dates[1] else (pair[1], pair[0]), dated=True)


def _foreign(one: Hit, other: Hit) -> bool:
    """Of two documents, neither a copy of the other."""
    return (one.document.copy_of or one.document.id) != (other.document.copy_of or other.document.id)


def _text(ref: Ref, hits: Sequence[Hit]) -> str:
    return hits[ref.hit].passage.sentences[ref.sentence].text


def _wordy(words: set[str]) -> set[str]:
    return {word for word in words if not any(map(str.isdigit, word)) and word not in MAGNITUDES}


def _other_figures(question: str, one: str, other: str) -> bool:
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
        unit = "%" if figure.percent else before if before in ("$", "€", "£") else "" if word in STOP_WORDS else stem(word) if word else ""
        found.setdefault(unit, set()).add(figure.value)
    return found


def _of_date(text: str, match: re.Match[str]) -> bool:
    return bool(re.search(MONTH.pattern + r"\s*$", text[: match.start()]) or re.match(r"\s*" + MONTH.pattern, text[match.end() :]))


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


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
