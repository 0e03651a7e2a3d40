"""Does a question lean on the ones before it? By rules, for English; a question that shows no sign of it stands alone."""

import re

from qa.chat.naming import named
from qa.words import QUESTION_WORDS, STOP_WORDS, WORD

OPENING = re.compile(r"^(?:(?:and|but|so|or|also|then|ok|okay)\b[ ,]*)+", re.IGNORECASE)
ABOUT = re.compile(r"^(?:what|how) (?:about|of)\b ?", re.IGNORECASE)
CARRIED = re.compile(r" \(([^()]*)\)(?=\W*$)")  # a topic carried along, as we or the person wrote it
_POLITE = re.compile(
    r"^(?:thanks|thank you|hello|hi|hey|good (?:morning|day|evening)|bye|goodbye)\b[^?]*$", re.IGNORECASE
)
_DEFINES = re.compile(
    r"^(?:who|what|where|when)(?:'s|’s| is| are| was| were) (?:an? )?(?!the\b|it\b)\w[\w.-]*(?: \w[\w.-]*)?\?*$", re.I
)
_EMPTY = frozenset(
    "explain detail details example examples happen happened exactly please elaborate continue mean means tell why".split()
)

# What only points: at the end of a question, in front of a noun, or wherever it stands.
_POINTS = re.compile(
    r"\bthis\b(?! (?:year|month|week|decade|century|morning|spring|summer|autumn|winter)\b)"
    r"|\bthese\b|\bthose\b(?! (?:who|that|which|in|of|for|with|from)\b)"
    r"|\b(?:was|is|were|are|did|does|do|will|would|has|had|can|could|should|about|of|with|for|to|by|after|before|from|against|on|than|in|at"
    r"|like|behind) that\b(?! [\w-]+ (?:on|of|for|about|between|with)\b)"
    r"|\bthat\b(?=\W*$| (?:in|on|at|to|by|about|publicly|again|now)\b)|^that\b"
    r"|\b(?:else|instead|otherwise|elsewhere)\b|\b(?:too|as well|so|then|ones?|either|both|there)\W*$"
    r"|\bthe (?:others?|rest|former|latter|same|opposite|first one|second one)\b|\banother\b",
    re.IGNORECASE,
)
_REACTS = re.compile(
    r"\b(?:react|respond|reply|agree|disagree|object|vote|comment|decide|think|protest|approve|refuse)(?:ed|d|s)?\W*$"
    r"|\b(?:left|remains?|still) (?:open|unclear|undecided|unsettled)\W*$",
    re.IGNORECASE,
)  # to what?
_EXISTS = re.compile(r"\b(?:is|are|was|were|be|been) there\W*$", re.IGNORECASE)
_EXPLETIVE = re.compile(
    r"\bit (?:be |been )?(?:\w+ly )?(?:possible|likely|true|clear|important|necessary|legal|certain|known|expected|takes?|took|costs?"
    r"|matter|matters)\b.*\b(?:to|that|whether|if|for|when)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
_THING = re.compile(r"\b(?:its?|they|their|theirs|them)\b", re.IGNORECASE)
_OBJECT = re.compile(
    r"\b(?:it|them)\b(?=\W*$| (?:in|on|at|to|by|for|with|from|before|after|as|and|now|so)\b)", re.IGNORECASE
)
_OF_NOUN = re.compile(
    r"^(?:what|who|when|where)(?:'s|’s| is| was| are| were) (?:the )?\w+ (?:of|for|to|in|behind|on|with|against|from)$",
    re.I,
)
_NOUN = re.compile(r"\b(?:the|an?|each|every) [a-z][\w-]+")
_CLAUSE = re.compile(
    r"\b(?:when|after|before|because|if|while|although|whether|since|until|that|who|which)\b", re.IGNORECASE
)
_ROLE = re.compile(
    r"\b(?:minister|president|secretary|commander|general|admiral|envoy|ambassador|mayor|director|leader|senator|spokes\w+|chair\w*|official"
    r"|governor|judge|author|chief|captain|engineer|librarian|king|queen)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\bthe (?:plan|deal|agreement|decision|proposal|announcement|statement|changes?|move|figures?|number|amount|date|law|vote|talks"
    r"|meeting|reasons?|consequences|critics|opponents|supporters|costs?|results?|dispute|disagreement|sources?|evidence|exceptions?|conditions?)\b"
    r"(?! (?:of|for|on|to|between|with|in|about|from|by|at|against|over|under|behind)\b)",
    re.IGNORECASE,
)


def leans(asked: str) -> bool:
    """Whether a question cannot be understood without those before it."""
    text = " ".join(asked.split())
    if _POLITE.match(text) or CARRIED.search(text):
        return False
    question = OPENING.sub("", text)
    names = named(question)
    plain = content(question, [name.text for name in names])
    if ABOUT.match(question):
        return not (names and len(plain) >= 3)
    if _points(question) or (not names and len(plain) <= 2 and _GENERIC.search(question) is not None):
        return True
    if question != text and len(plain) + len(names) < 4:
        return True
    reacts = _REACTS.search(question) is not None
    if not reacts and _DEFINES.match(question) and (names or (plain and question[:4].casefold() == "what")):
        return False
    least = 3 if reacts else 1 if names else 2
    return len(plain) < least


def content(question: str, names: list[str]) -> list[str]:
    """The words of a question that carry a topic of their own, names left out."""
    inside = {word.casefold() for name in names for word in WORD.findall(name)}
    words = [word.casefold() for word in WORD.findall(question)]
    return [word for word in words if word not in STOP_WORDS | QUESTION_WORDS | _EMPTY | inside]


def _points(question: str) -> bool:
    if any(not _EXISTS.search(question[: found.end()]) for found in _POINTS.finditer(question)):
        return True
    if any(not _has_person(question[: found.start()]) for found in _PERSON.finditer(question)):
        return True
    return not _EXPLETIVE.search(question) and any(not _bound(question, found) for found in _THING.finditer(question))


def _has_person(before: str) -> bool:
    return any(name.kind == "name" for name in named(before)) or _ROLE.search(before) is not None


def _bound(question: str, pronoun: re.Match[str]) -> bool:
    """Whether the question itself says what the pronoun stands for.

    The subject of a clause cannot be its own object: "Why did the minister reject it?" points elsewhere.
    """
    before = question[: pronoun.start()].rstrip()
    nouns = len(named(before)) + len(_NOUN.findall(before))
    if _OF_NOUN.match(before):
        return False
    if _OBJECT.match(question, pronoun.start()):
        return nouns >= 2 or (nouns == 1 and _CLAUSE.search(before, 1) is not None)
    return nouns >= 1 or any(word.endswith("s") and not word.endswith("ss") for word in content(before, []))
