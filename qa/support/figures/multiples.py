"""Amounts that the evidence tells through others: three quarters of £84 million, four times as deep, half as much again."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from qa.figures import Figure, figures
from qa.support.figures.beside import around
from qa.support.figures.shares import shares

TIMES = re.compile(r"^(?: |-)?(?:times|fold|to (?:one|1))\b", re.IGNORECASE)
MULTIPLIED = {
    Fraction(2): re.compile(
        r"\b(?:doubl(?:ed?|es|ing)|twice|twofold|half as|halv(?:ed?|es|ing)|half (?:of )?(?:that|the|what)|as (?:much|many) again"
        r"|the same (?:again|amount again))\b",
        re.IGNORECASE,
    ),
    Fraction(3): re.compile(
        r"\b(?:tripl(?:ed?|es|ing)|trebl(?:ed?|es|ing)|three times|thrice|threefold|a third of that)\b", re.IGNORECASE
    ),
    Fraction(4): re.compile(r"\b(?:quadrupl(?:ed?|es|ing)|four times|fourfold|a quarter of that)\b", re.IGNORECASE),
    Fraction(3, 2): re.compile(r"\bhalf (?:as (?:\w+ ){1,2}again|again as|more again)\b", re.IGNORECASE),
}
MORE = re.compile(
    r"\b(?:more|again|extra|ris\w+|rose|raised?|raising|grow\w*|gr[eo]w\w*|increas\w+|gain\w*|up|climb\w*|higher|larger|bigger|longer"
    r"|advance\w*|jump\w*|add\w*)\b",
    re.IGNORECASE,
)
LESS = re.compile(
    r"\b(?:less|fewer|f[ae]ll\w*|drop\w*|cut\w*|reduc\w+|decreas\w+|declin\w+|los[et]\w*|down|off|lower|smaller|shorter|shr[aiu]nk\w*"
    r"|discount\w*|slump\w*|shed\w*)\b",
    re.IGNORECASE,
)
OF = re.compile(r"^ (?:of|as)\b")
FEW = 4  # ways to take a part, beyond which a small number is hit by chance
SMALL = 12


def multiples(amounts: Sequence[Figure], text: str) -> Iterator[Figure]:
    """What was there before it doubled, and what is half as much."""
    for factor in factors(text):
        for each in (each for each in amounts if each.value != factor):
            yield each._replace(value=each.value * factor)
            yield each._replace(value=each.value / factor)


def factors(text: str) -> list[Fraction]:
    """How many times as much a text says that something is."""
    told = (
        each
        for each in dict.fromkeys(figures(text))
        if any(TIMES.match(behind) for _, behind in around(each.written, text))
    )
    found = [*(factor for factor, words in MULTIPLIED.items() if words.search(text)), *(each.value for each in told)]
    return [factor for factor in dict.fromkeys(found) if factor > 1]


def parts(figure: Figure, amounts: Sequence[Figure], text: str) -> Iterator[Figure]:
    """ "£63 million", of three quarters of £84 million, and what 20% more or less make of an amount."""
    taken, wholes = taken_of(amounts, text)
    bare = {share.value for share in shares(text) if any(OF.match(behind) for _, behind in around(share.written, text))}
    if figure.value <= SMALL and len(taken) * len(wholes) > FEW:
        return
    more, less = MORE.search(text) is not None, LESS.search(text) is not None
    for part in taken:
        changed = [share for share, said in ((1 + part, more), (1 - part, less)) if said and part not in bare]
        for whole in wholes:
            for share in (part, *changed):
                yield whole._replace(value=whole.value * share)
                yield whole._replace(value=whole.value / share)


def taken_of(amounts: Sequence[Figure], text: str) -> tuple[list[Fraction], list[Figure]]:
    """The shares that a text tells, and of what they may be."""
    percent = [each.value / 100 for each in amounts if each.percent]
    taken = dict.fromkeys([*(share.value for share in shares(text)), *percent])
    wholes = [each for each in amounts if not each.percent and each.value > 1]
    return [share for share in taken if 0 < share < 1], wholes
