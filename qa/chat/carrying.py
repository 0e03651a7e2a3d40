"""A follow-up made to stand alone by rules: what it points at is put where it points, or the topic is put behind it."""

import re
from collections.abc import Sequence

from qa.chat.leaning import ABOUT, CARRIED, OPENING, content
from qa.chat.naming import Named, is_state, named
from qa.conversations import Turn

TOPIC_LIMIT = 24  # words carried along
_PREPOSITION = re.compile(
    r"^(?:in|on|for|since|until|by|before|after|during|from|with|to|at)\b ?(?:the )?", re.IGNORECASE
)
_ASKS = re.compile(  # what a question begins with, as "and the ferries?" does not
    r"(?:(?:at|by|in|on|to|from|for|with|since|until|according to) )?"
    r"(?:who|whom|whose|when|where|why|what|which|how|did|does|do|is|are|was|were|will|would|has|have|had|can|could|should|tell|explain)\b",
    re.IGNORECASE,
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
    """The follow-up with the last question, which stands alone itself, in brackets behind it; or the last question of another name."""
    last = history[-1]
    question = OPENING.sub("", " ".join(asked.split()))
    subject = ABOUT.sub("", question).rstrip(" ?!.")
    if subject == question.rstrip(" ?!.") and question != asked and not _ASKS.match(question):
        question = f"what about {question}"
    question = question[:1].upper() + question[1:]
    subject = subject.title() if is_state(subject) and not subject.isupper() else subject
    names = named(subject)
    if _is_bare(subject, names) and (swapped := _swapped(last.question, subject, names[0])):
        return swapped
    if person := _person(last):
        question = _HE.sub(person, _HIS.sub(f"{person}’s", question))
        if person in question and len(content(question, [person])) >= 2:
            return question
    return _with_topic(
        question, topic(last.question, [name for name in names if _replaces(name, subject, last.question)])
    )


def topic(question: str, instead: Sequence[Named] = ()) -> str:
    """What a question is about: what it carried along itself, and its own words, as they stand in the middle of a sentence.

    Of a name in it and one of ``instead`` of the same kind, the latter stands: the follow-up asks for another.
    """
    earlier = CARRIED.search(question)
    own = OPENING.sub("", CARRIED.sub("", question).rstrip(" ?!."))
    parts = [earlier[1] if earlier else "", _inside(own) if content(own, []) or named(own) else ""]
    about = "; ".join(filter(None, parts))
    for name in instead:
        about = _swapped(about, name.text, name, append=False) or about
    return about


def _replaces(name: Named, subject: str, last: str) -> bool:
    """Another date always does; another state only where the same is asked of it, and not "How did Beijing react?"."""
    others = set(subject.replace(name.text, " ").casefold().split())
    return name.kind == "date" or (name.kind == "state" and others <= set(last.casefold().split()))


def _inside(question: str) -> str:
    """A question's first letter in the middle of a sentence."""
    first = question.split(" ", maxsplit=1)[0]
    keeps = any(name.start == 0 for name in named(question)) or (len(first) > 1 and first.isupper())
    return question if keeps else question[:1].lower() + question[1:]


def _with_topic(question: str, about: str) -> str:
    words = about.split()
    if not words:
        return question
    body = question.rstrip(" ?!.")
    return f"{body} ({' '.join(words[:TOPIC_LIMIT]).rstrip(',;')}){question[len(body) :].strip() or '?'}"


def _is_bare(subject: str, names: Sequence[Named]) -> bool:
    """Whether a follow-up is nothing but a name or a date: "Japan", "in 2024"."""
    return len(names) == 1 and len(_PREPOSITION.sub("", subject)) <= len(names[0].text) + 2


def _swapped(last: str, subject: str, name: Named, *, append: bool = True) -> str | None:
    """The last question asked of another state, day or name; None when it has nothing of the kind."""
    same = [each for each in named(last) if each.kind == name.kind]
    if same:
        return f"{last[: same[0].start]}{name.text}{last[same[0].end :]}"
    if append and name.kind == "date":
        body = last.rstrip(" ?!.")
        return f"{body} {subject[0].lower() + subject[1:] if _PREPOSITION.match(subject) else f'in {name.text}'}?"
    return None


def _person(last: Turn) -> str | None:
    """Whom "he" or "she" stands for: the one person named in the last question, else in its answer; None when it may be several."""
    for text in (last.question, " ".join(claim.text for claim in last.answer.claims)):
        names = (name.text for name in named(text) if name.kind == "name" and _looks_like_a_person(name.text))
        people = {name.split()[-1]: name for name in (*names, *_TITLED.findall(text))}
        if people:
            return next(iter(people.values())) if len(people) == 1 else None
    return None


def _looks_like_a_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 3
        and not _NO_PERSON.search(name)
        and not any(is_state(word) or word.isupper() for word in words)
    )
