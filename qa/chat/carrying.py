"""A follow-up made to stand alone by rules: what it points at is put where it points, or the topic is put behind it."""

import re
from collections.abc import Sequence
from itertools import chain

from qa.chat.leaning import ABOUT, CARRIED, OPENING, content
from qa.chat.naming import Kind, Named, is_state, named
from qa.conversations import Turn

TOPIC_LIMIT = 24  # words carried along
_PREPOSITION = re.compile(
    r"^(?:in|on|for|since|until|by|before|after|during|from|with|to|at)\b ?(?:the )?", re.IGNORECASE
)
_HEAD = re.compile(
    r"^(?:(?:can|could|would|will) you )?(?:please )?(?:(?:tell me|explain|describe|list|name|give|show|summari[sz]e)\b ?(?:me )?)?"
    r"(?:(?:at|by|in|on|to|from|for|with|since|until|according to) )?"
    r"(?:(?:who|whom|whose|when|where|why|what|which|how(?: (?:many|much|long|often|far|big|large))?)\b(?:'s|’s)? ?)?"
    r"(?:(?:did|does|do|is|are|was|were|will|would|has|have|had|can|could|should|may|might)\b ?)?",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(did|does|do|is|are|was|were|will|would|has|have|had|can|could|should) ((?:[A-Z][\w-]*|U\.S\.)(?: [A-Z][\w-]*)*)"
)
_PRONOUN = re.compile(
    r"\b(?:it|its|that|this|these|those|they|them|their|he|she|him|his|her|else|so|then|too|there)\b", re.IGNORECASE
)
_HE = re.compile(r"\b(?:he|she|him|hers)\b", re.IGNORECASE)
_HIS = re.compile(r"\b(?:his|her)\b(?= \w)", re.IGNORECASE)
_TITLES = (
    "President|Prime Minister|Minister|Secretary|Undersecretary|General|Gen\\.|Admiral|Adm\\.|Commander|Ambassador|Senator|Sen\\."
    "|Mayor|Mr|Ms|Dr"
)
_TITLED = re.compile(rf"\b(?:{_TITLES}) ([A-Z][\w-]+(?: [A-Z][\w-]+){{0,2}})")
_NO_PERSON = re.compile(
    r"\b(?:House|Ministry|Department|Council|Committee|Congress|Assembly|Forces?|Command|Agency|University|Institute|Cent(?:er|re)|Sea|Guard|Act"
    r"|Treaty|Brief|Review|Times|Post|Party|Bank|Group|Union|Office|Summit|Statement|Meeting|Island|Strait|Korea|Korean|States|American)\b"
)


def carried(asked: str, history: Sequence[Turn]) -> str:
    """The follow-up with the topic of the last question, which stands alone itself."""
    last = history[-1]
    question = OPENING.sub("", " ".join(asked.split()))
    question = question[:1].upper() + question[1:]
    subject = ABOUT.sub("", question).rstrip(" ?!.")
    names = named(subject)
    if names and not content(_PREPOSITION.sub("", subject), [name.text for name in names]) and _is_bare(subject, names):
        return _swapped(last.question, subject, names[0]) or _with_topic(question, topic(last.question, names))
    if person := _person(last):
        question = _HE.sub(person, _HIS.sub(f"{person}’s", question))
        if person in question and len(content(question, [person])) >= 2:
            return question
    return _with_topic(question, topic(last.question, names))


def topic(question: str, instead: Sequence[Named] = ()) -> str:
    """What a question is about: its words without those that ask, and what it carried along itself in front.

    Of a name of the same kind as one of ``instead``, nothing is carried: the follow-up asks for another one.
    """
    earlier = CARRIED.search(question)
    own = _HEAD.sub("", OPENING.sub("", CARRIED.sub("", question).rstrip(" ?!.")), count=1)
    own = _AUXILIARY.sub(r"\2 \1", own) if earlier is None else _PRONOUN.sub("", own)
    parts = [earlier[1] if earlier else "", own if content(own, []) or named(own) else ""]
    kinds: set[Kind] = {name.kind for name in instead if name.kind in ("state", "date")}
    return ", ".join(filter(None, (_without(part, kinds) for part in parts)))


def _with_topic(question: str, about: str) -> str:
    words = about.split()
    if not words:
        return question
    body = question.rstrip(" ?!.")
    return f"{body} ({' '.join(words[:TOPIC_LIMIT]).rstrip(',')}){question[len(body) :].strip() or '?'}"


def _without(text: str, kinds: set[Kind]) -> str:
    for name in reversed(named(text)):
        if name.kind in kinds:
            text = _PREPOSITION.sub("", text[: name.start]) + text[name.end :]
    return " ".join(text.split()).strip(" ,")


def _is_bare(subject: str, names: Sequence[Named]) -> bool:
    """Whether a follow-up is nothing but a name or a date: "Japan", "in 2024"."""
    return len(names) == 1 and len(_PREPOSITION.sub("", subject)) <= len(names[0].text) + 2


def _swapped(last: str, subject: str, name: Named) -> str | None:
    """The last question asked of another state, day or name; None when it has nothing of the kind."""
    same = [each for each in named(last) if each.kind == name.kind]
    if same:
        return f"{last[: same[0].start]}{name.text}{last[same[0].end :]}"
    if name.kind == "date":
        body = last.rstrip(" ?!.")
        return f"{body} {subject[0].lower() + subject[1:] if _PREPOSITION.match(subject) else f'in {name.text}'}?"
    return None


def _person(last: Turn) -> str | None:
    """Whom "he" or "she" may stand for: somebody named in the last question, else in its answer."""
    texts = [last.question, *(claim.text for claim in last.answer.claims)]
    titled = chain.from_iterable(_TITLED.findall(text) for text in texts)
    untitled = (
        name.text for text in texts for name in named(text) if name.kind == "name" and _looks_like_a_person(name.text)
    )
    return next(chain(titled, untitled), None)


def _looks_like_a_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 3
        and not _NO_PERSON.search(name)
        and not any(is_state(word) or word.isupper() for word in words)
    )
