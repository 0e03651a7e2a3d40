"""Documents made from a name and a version: the same everywhere, told apart by every passage."""

import random

NAMES = tuple(f"doc-{number:02d}.md" for number in range(28))
SYLLABLES = "ba co di fu ga he ji ko lu ma ne pi qua ro su ta ve wi xo zu".split()
WORDS = [f"{first}{second}{third}" for first in SYLLABLES for second in SYLLABLES for third in ("n", "rt", "l")]


def text_of(name: str, version: int) -> str:
    """About a third of the paragraphs change from one version to the next; none is the same in two documents."""
    size = random.Random(name).randint(2, 14)
    paragraphs = [_paragraph(name, number, _last_change(name, number, version)) for number in range(size)]
    return "\n\n".join([f"# Report {name}", f"This is version {version}.", *paragraphs]) + "\n"


def version_in(text: str) -> int | None:
    """Which version a text says it is."""
    head, _, rest = text.partition("This is version ")
    number = rest.partition(".")[0]
    return int(number) if head and number.isdigit() else None


def _last_change(name: str, number: int, version: int) -> int:
    changes = (
        v for v in range(version, max(0, version - 20), -1) if random.Random(f"{name} {number} {v}").random() < 0.35
    )
    return next(changes, 0)


def _paragraph(name: str, number: int, change: int) -> str:
    chance = random.Random(f"{name} {number} {change} text")
    sentences = (" ".join(chance.choices(WORDS, k=chance.randint(8, 16))).capitalize() for _ in range(8))
    return ". ".join(sentences) + "."
