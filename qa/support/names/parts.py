"""Who a part of a sentence is about: "Voss built the dock, and Lund paid for the cranes" tells one thing of each of two."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from qa.support.evidence import Evidence, content_roots, roots
from qa.support.kin import topics
from qa.support.names.families import how_often
from qa.words import STOP_WORDS, WORD, stem

CUT = re.compile(r"(?:[,;:]| [–—])\s+|\s+(?=(?:while|whereas|although|but)\s)")
LEADS = re.compile(
    r"^(?!(?:who|whom|whose|which|where|when|that)\b)(?:(?:and|but|while|whereas|although|though|yet|or) )?"
    r"(?:(?!\w+(?:ing|ed) )[a-z][\w-]* ){0,3}(?:[A-Z][a-z]+ )?(?=[A-Z])"
)
# What stands behind a name may speak of it: "Lund's plan, which Voss rejected, …", "Lund wrote, and Voss answered him".
REFERS = re.compile(
    r"\b(?:s?he|it|they|him|them|his|hers?|its|theirs?|one|which|whom?|whose|both|all|each)\b", re.IGNORECASE
)
ALIKE = re.compile(r"\b(?:so|too|also|likewise|same|latter|former|n?either|nor|others?|both|as well)\b", re.IGNORECASE)
VERBAL = re.compile(r"(?:ing|ed)$")
LEAST = 2  # words of a claim that another's part must hold


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a sentence, and the names that they are about."""

    about: tuple[str, ...]
    text: str


def swapped_parts(claim: str, evidence: Evidence) -> Iterator[str]:
    """A claim of somebody whose part of the cited sentence has none of its words, while another's part has some."""
    parts = _parts(evidence.joined) if len(evidence.sentences) == 1 else ()
    named = " ".join(_names(evidence.joined)) if len(parts) > 1 else ""
    ours = [name for name in _names(claim) if how_often(name, named)]
    theirs = [place for place, part in enumerate(parts) if _has(part, ours)]
    if not theirs or any(ALIKE.search(parts[place].text) for place in theirs):
        return
    said = content_roots(claim) - {stem(name.casefold()) for name in ours}
    if any(_held(said, parts[place].text) for place in theirs):
        return
    for place, part in enumerate(parts):
        free = place < theirs[0] or not REFERS.search(part.text)
        if free and part.about and not _shares(part, claim) and len(_held(said, part.text)) >= LEAST:
            yield f"the name {ours[0]} stands where the cited sentence has {part.about[0]}"
            return


def _has(part: Part, names: Iterable[str]) -> bool:
    named = " ".join([*part.about, *_names(part.text)])
    return any(how_often(name, named) for name in names)


def _shares(part: Part, claim: str) -> bool:
    """Whether a claim and a part have a name in common, or what the part is about."""
    return _has(part, _names(claim)) or any(how_often(name, claim) for name in part.about)


def _held(said: set[str], text: str) -> set[str]:
    """Which of some roots a part holds, in words that tell of the same."""
    near = _near(text)
    return {root for root in said if topics(root) & near}


@lru_cache(maxsize=2_000)  # a sentence is held against many claims
def _near(text: str) -> frozenset[str]:
    return frozenset().union(*map(topics, roots(text)))


@lru_cache(maxsize=2_000)
def _names(text: str) -> tuple[str, ...]:
    """Its words with a capital, but for those that a sentence of anybody may begin with."""
    return tuple(
        w for w in WORD.findall(text) if w[0].isupper() and w.casefold() not in STOP_WORDS and not VERBAL.search(w)
    )


@lru_cache(maxsize=2_000)
def _parts(sentence: str) -> tuple[Part, ...]:
    """The parts of a sentence; what is about the same is one."""
    found: list[Part] = []
    bare: tuple[str, ...] = ()
    for text in CUT.split(sentence):
        names = _names(text)
        leads = names if LEADS.match(text) or not found else ()
        alone = bool(leads) and len(content_roots(text)) <= len(leads) + 1
        if alone and text.endswith(leads[-1]):
            bare += leads
        elif bare or not found or (leads and not alone):
            found.append(Part(bare + leads, text))
            bare = ()
        else:
            found[-1] = Part(found[-1].about + names, f"{found[-1].text} {text}")
    return tuple(found)
