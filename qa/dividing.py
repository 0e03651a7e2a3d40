"""A question of several parts taken apart, by a model where there is one and it keeps to the words; else by rules."""

from qa.answering import Asker
from qa.compound import parts
from qa.errors import ModelError
from qa.prompts import PARTS, dividing
from qa.rewording import adds_nothing
from qa.words import content_stems


def divided(question: str, asker: Asker | None = None) -> tuple[str, ...]:
    """The parts of a question, each standing alone; none where it is one.

    A model is asked only where the rules see several parts; what it makes of them is better. Where it fails, the rules stand.
    """
    found = parts(question)
    if not found or asker is None:
        return found
    try:
        reply = asker.whole(dividing(question))
    except ModelError:
        return found
    lines = tuple(line.strip(' -•*"“”') for line in reply.splitlines() if line.strip())
    return lines if _are_parts(lines, question) else found


def _are_parts(lines: tuple[str, ...], question: str) -> bool:
    """Two or three different questions, none of which is the whole, together holding most of its words."""
    asked = content_stems(question)
    held = [content_stems(line) & asked for line in lines]
    whole = len(set().union(*held)) * 4 >= len(asked) * 3
    return (
        1 < len(set(lines)) == len(lines) <= PARTS
        and all(adds_nothing(line, question) for line in lines)
        and all(held)
        and not any(words >= asked for words in held)
        and whole
    )
