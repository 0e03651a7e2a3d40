"""What can break when claims become an answer with notes."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from eval.mutations.swapping import Mutant, always

NOTE = re.compile(r"\[(\d+)\]")


def _off_by_one(sound: Any) -> Any:
    def citation(*args: Any) -> Any:
        note = sound(*args)
        return replace(note, start=note.start + 1, end=note.end + 1)

    return citation


def _generated(sound: Any) -> Any:
    """The quote is written down again, with single spaces, instead of looked up."""

    def citation(*args: Any) -> Any:
        note = sound(*args)
        return replace(note, quote=" ".join(note.quote.split()))

    return citation


def _misdescribed(sound: Any) -> Any:
    return lambda *args: replace(sound(*args), publisher="The Daily Guess")


def _renumbered(order: Callable[[int, int], int]) -> Any:
    """Notes get other numbers, in the text and in the list alike."""

    def make(sound: Any) -> Any:
        def number(*args: Any) -> Any:
            text, claims, notes = sound(*args)
            new = {note.number: order(note.number, len(notes)) for note in notes}
            text = NOTE.sub(lambda match: f"[{new[int(match[1])]}]", text)
            claims = tuple(replace(claim, citations=tuple(new[n] for n in claim.citations)) for claim in claims)
            return text, claims, tuple(replace(note, number=new[note.number]) for note in notes)

        return number

    return make


def _shifted(sound: Any) -> Any:
    """Each claim refers to the note after its own; the last to the first."""

    def number(*args: Any) -> Any:
        text, claims, notes = sound(*args)
        turned = (*notes[1:], *notes[:1])
        moved = tuple(replace(note, number=place) for place, note in enumerate(turned, start=1))
        return text, claims, moved

    return number


def _duplicated(sound: Any) -> Any:
    """The first note is there once more, at the end of the text."""

    def number(*args: Any) -> Any:
        text, claims, notes = sound(*args)
        if not notes:
            return text, claims, notes
        again = replace(notes[0], number=len(notes) + 1)
        last = replace(claims[-1], citations=(*claims[-1].citations, again.number))
        return f"{text} [{again.number}]", (*claims[:-1], last), (*notes, again)

    return number


def _never_refusing(_sound: Any) -> Any:
    from qa.answers import answer

    return lambda question, drafted, _reason, timings: answer(question, replace(drafted, claims=()), [], timings)


def _unlabelled(sound: Any) -> Any:
    return lambda claim: sound(replace(claim, support="supported"))


def _unreasoned(sound: Any) -> Any:
    return lambda *args: replace(sound(*args), reason=None)


MUTANTS = (
    Mutant("offset off by one", "qa.citing:citation", _off_by_one, ("oracle",)),
    Mutant("quotes generated", "qa.citing:citation", _generated, ("library",)),
    Mutant("citations name another publisher", "qa.citing:citation", _misdescribed, ("oracle",)),
    Mutant("citations shifted by one", "qa.citing:number", _shifted, ("oracle",)),
    Mutant("numbers reordered", "qa.citing:number", _renumbered(lambda n, most: most + 1 - n), ("oracle",)),
    Mutant("numbers from zero", "qa.citing:number", _renumbered(lambda n, _: n - 1), ("oracle",)),
    Mutant("duplicate citations", "qa.citing:number", _duplicated, ("oracle",)),
    Mutant("refusal off", "qa.citing:TiedClaim.supported", always(property(lambda _: True)), ("fabricator",)),
    Mutant("empty answers for refusals", "qa.library:refusal", _never_refusing, ("oracle",)),
    Mutant("labels hidden", "qa.citing:marked", _unlabelled, ("fabricator", "chatty")),
    Mutant("refusals without a reason", "qa.library:refusal", _unreasoned, ("oracle",)),
)
