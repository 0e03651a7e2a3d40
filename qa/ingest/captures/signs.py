"""Is this text a capture of a web page at all? In doubt it is not: what a person wrote is never cut."""

from collections.abc import Sequence

from qa.ingest.captures.provenance import Said, said_by
from qa.ingest.captures.units import Unit
from qa.ingest.captures.vocabulary import TAKEAWAYS, WEIGHTS

ENOUGH = 2.0  # of weights; at least one sign must be one that people hardly ever write themselves ...
MANY = 4  # ... or there are so many kinds of lesser signs
RARE = 100  # one line in so many: by that much text some lines look like furniture by chance


def is_capture(units: Sequence[Unit]) -> bool:
    """Whether the furniture in a text weighs enough. Each kind counts once, and a little more where it stands at the edge."""
    weights: dict[str, float] = {"headline again": 0.5} if _repeated(units) else {}
    signs, clear = len(weights), False
    for i in range(len(units)):
        if sign := _sign(units, i):
            kind, weight = sign
            signs += 1
            clear |= weight >= 1
            at_edge = 0.5 if i == 0 or i == len(units) - 1 else 0.0
            weights[kind] = max(weights.get(kind, 0.0), weight + at_edge)
    return (clear or len(weights) >= MANY) and sum(weights.values()) >= ENOUGH and signs * RARE >= len(units)


def _sign(units: Sequence[Unit], i: int) -> tuple[str, float] | None:
    """The kind of sign that a line is, and its weight."""
    unit = units[i]
    if unit.bullet or unit.width > 300:
        return None
    if unit.kind is not None:
        return unit.kind, WEIGHTS[unit.kind]
    if TAKEAWAYS.fullmatch(unit.text):
        return "takeaways", 0.5
    said = said_by(unit.text) if unit.role == "short" else None
    return _weighed(said, _below_doubled(units, i)) if said else None


def _weighed(said: Said, below_doubled: bool) -> tuple[str, float]:
    """People write bylines and days, too; machines print ages, minutes, and headlines twice."""
    if said.when and said.when.relative and (said.publisher or said.labelled):
        return "age", 1.0
    if said.stamped:
        return "stamp", 1.0
    if below_doubled:
        return "headline twice", 1.0
    return "byline" if said.author else "day", 0.5


def _repeated(units: Sequence[Unit]) -> bool:
    """Whether a headline stands on the page twice: after the text again, or at the end of a path of links."""
    short = (unit.text for unit in units if unit.role == "short" and 24 <= unit.width <= 220)
    lines = [line for text in short if len((line := text.rpartition(" | ")[2]).split()) > 3]
    return len(set(lines[:10]) & set(lines[10:])) > 0 or len(set(lines[:10])) < len(lines[:10])


def _below_doubled(units: Sequence[Unit], i: int) -> bool:
    """Whether a headline printed twice stands right above."""
    above = [unit.text for unit in units[max(0, i - 4) : i] if unit.width >= 20]
    return len(above) > len(set(above))
