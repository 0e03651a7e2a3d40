"""What only looks like a denial: "no more than", "not only", a failed plot, Saint-Denis, "whether it is not"."""

import re
from functools import lru_cache

from qa.support.evidence import root
from qa.words import NEGATIONS

EXCESS = re.compile(
    r"\b(?:no|not) (?:more|less|fewer|later|earlier|worse|longer) than\b|\bat least\b|\b(?:not|n't) (?:only|just|merely|until)\b"
    r"|\bno (?:less|worse|doubt|wonder|matter|sooner|stranger)\b|\bno (?:choice|option|alternative) but\b"
    r"|\b(?:nothing|none) (?:but|other than|less than)\b|\bnot \w* ?\w* ?alone\b|\bunlike\b|\bwhether or not\b|\bnot (?:least|to mention)\b"
    r"|\bdismissed (?:in|after|as|for|from|on|when|because)\b"
    r"|\b(?:cannot|can not|may not|must not|does not|do not|not) (?:\w+ ){0,2}(?:exceed|go beyond|(?:by )?more than)\b"
    r"|\b(?:the|an?|this|that|its|his|her|their) failed (?=\w)|\bfailing (?:that|which|this)\b|\bfailings\b"
    r"|(?:\w['’]s|\ban?|\bthis) failing\b"
    r"|\b(?:of|the|and|household) refuse\b(?! to\b)|\bwith (?:and|or) without\b|\b(?:more|as) often (?:than|as) not\b"
    r"|\bnot (?:a few|unlike)\b|\bnext to (?:nothing|no)\b|\bnos?\. ?(?=\d)"
    r"|\bif not (?:all|every|most|the|an?|more|quite|always|entirely|wholly|impossible)\b|\bnothing short of\b|\bnone the (?:less|worse)\b"
    r"|\bno (?:small|mean|little) (?:part|measure|feat|matter|number|amount|degree|extent)\b|\bwithout (?:a )?(?:doubt|question|fail)\b",
    re.IGNORECASE,
)
WHETHER = re.compile(r"(\bwhether\b[^.,;:]*?) not\b", re.IGNORECASE)
NAMED = re.compile(r"(?<=[\w,] |\w-)[A-Z]\w+|\bDenis\b")
HYPHENED = re.compile(r"\b(non|un)-(?=[a-z])", re.IGNORECASE)
FREE = re.compile(r"\b([a-z]{3,})-free\b")


@lru_cache(maxsize=500)  # one text is asked for what it denies and for how often
def bare(text: str) -> str:
    """A text without what only looks like a denial."""
    return NAMED.sub(lambda match: _unless_denying(match[0]), WHETHER.sub(r"\1", EXCESS.sub(" ", text)))


def joined(text: str) -> str:
    """With one word for "non-permanent", which denies "permanent", and for "sugar-free"."""
    return FREE.sub(r"\1less", HYPHENED.sub(r"\1", text))


def _unless_denying(name: str) -> str:
    """A name, or nothing where it has the stem of a word that denies: Denis, Ban."""
    return " " if root(name.casefold()) in NEGATIONS | {"ban", "bar", "vain"} else name
