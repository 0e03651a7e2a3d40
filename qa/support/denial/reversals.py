"""What a claim tells against its sentence where neither of both denies: the opposite word, most for few, the exception as the rule.

"Censored" for "uncensored", "accepted" for "rejected"; "most of them" for "hardly any"; "the shuttle stopped too" for "all but the
shuttle stopped". Each asks that the claim have no other word by which it may say the same.
"""

import re
from collections.abc import Iterator

from qa.figures import NUMBER_WORDS
from qa.support.denial.denying import SHORT, count
from qa.support.denial.holding import MOST, SHARE, is_about, is_held
from qa.support.denial.opposites import is_in_undone, is_undone
from qa.support.denial.privatives import is_privative
from qa.support.evidence import content_roots, meaning, root, roots
from qa.words import WORD

_VERBS = "accept approve|reject refuse; allow permit|forbid prohibit; succeed|fail; confirm|deny; comply|violate; acquit|convict"
VERBS = [tuple(frozenset(map(root, side.split())) for side in pair.split("|")) for pair in _VERBS.split(";")]
FEW = re.compile(
    r"\b(?:(?<!a )few|(?<!a )little|hardly|barely|scarcely|seldom|rarely|a handful of|a minority of|only)\b",
    re.IGNORECASE,
)
MANY = re.compile(
    r"\b(?:most(?= of| [a-z]+s\b)|(?:the|a) (?:\w+ )?majority|nearly all|almost all|always|often|usually|widely|thoroughly)\b",
    re.IGNORECASE,
)
EXCEPT = re.compile(
    r"\b(?:except(?:ing)?(?: for| that)?|(?:with the exception|exclusive) of|apart from|aside from|save for|other than|all but"
    r"|(?:all|every|any|none|no|each)\b[^.,;]{0,30}? but)\b(?P<one>[^.,;:]*)",
    re.IGNORECASE,
)
AS_WELL = re.compile(
    r"\b(?:too|also|as well|alike|equally|like (?:the|all|every|any)|along with|together with|including|included"
    r"|as (?:all|every|did|does|were|was)|(?:no|without) exception)\b",
    re.IGNORECASE,
)
APART = re.compile(
    r"\b(?:apart|aside|save|other than|but|unlike|whereas|while|alone|only|besides|not|no|none|never|nor)\b|n['’]t\b"
    r"|\bexcept(?!ion\b)\w*",
    re.IGNORECASE,
)
# A part of them, or another time: "three were insured" for "five were uninsured", "allowed from May" for "forbidden until May".
_TIMES = "until till before after afterwards once later again since unless if only formerly previously originally first then now"
_SHARES = "half quarter third rest remain remaining other others some many most few several more less part except"
ELSE = frozenset(map(root, [*_TIMES.split(), *_SHARES.split(), *NUMBER_WORDS]))
FROM = re.compile(r"\bfrom (?=\d|[A-Z])|\d+")
NAMED = 2  # words by which an exception is known


def reversals(claim: str, sentence: str) -> Iterator[str]:
    """Where a claim without a denial says the opposite of its sentence."""
    yield from _joined_exceptions(claim, sentence)
    if count(claim):
        return
    yield from _most_for_few(claim, sentence)
    yield from _opposite_words(claim, sentence)


def _opposite_words(claim: str, sentence: str) -> Iterator[str]:
    """Where one stands for the other, and both tell of the same part and the same time."""
    if ELSE & (set(roots(claim)) ^ set(roots(sentence))) or set(FROM.findall(claim)) - set(FROM.findall(sentence)):
        return
    ours, theirs = content_roots(claim), content_roots(sentence)
    for one in sorted(ours - theirs):
        for other in sorted(theirs - ours):
            if not _are_opposite(one, other) or is_held(one, sentence) or is_held(other, claim):
                continue
            rest = ours - {one}
            if _is_alone(one, claim) and _is_alone(other, sentence) and _held(rest, sentence) >= SHARE:
                yield f"it says {_written(one, claim)} where the cited sentence says {_written(other, sentence)}"


def _are_opposite(one: str, other: str) -> bool:
    """Whether one word is the other with "un-", or both are verbs of which one undoes the other."""
    short, long = sorted((meaning(one), meaning(other)), key=len)
    if is_undone(long, short) or is_in_undone(one, other):
        return True
    return any((one in a and other in b) or (one in b and other in a) for a, b in VERBS)


def _is_alone(word: str, text: str) -> bool:
    """Whether nothing else in the clauses with a word denies."""
    for clause in SHORT.split(text):
        held = roots(clause)
        if word in held and count(clause.replace(word, "")) > (1 if count(word) else 0):
            return False
        if word in held and any(is_privative(each) for each in held if each != word):
            return False
    return True


def _most_for_few(claim: str, sentence: str) -> Iterator[str]:
    many, few = MANY.search(claim), FEW.search(sentence)
    if not (many and few) or FEW.search(claim) or MANY.search(sentence) or any(map(is_privative, roots(claim))):
        return
    told, said = _clause(claim, many), _clause(sentence, few)
    content = content_roots(told) - set(roots(many[0]))
    behind = [word for word in roots(told[told.index(many[0]) :]) if word in content]
    if _held(content, said) >= MOST and all(is_about(word, said) for word in (*behind[:1], *behind[-1:])):
        yield f"it says {many[0]} where the cited sentence says {few[0]}"


def _joined_exceptions(claim: str, sentence: str) -> Iterator[str]:
    """ "Like the others" and "too" of what the sentence excepts."""
    well = AS_WELL.search(claim)
    if not well or AS_WELL.search(sentence) or APART.search(claim):
        return
    for match in EXCEPT.finditer(sentence):
        content = content_roots(match["one"])
        named = [word for word in roots(match["one"]) if word in content][:NAMED]
        if named and all(is_held(word, claim) for word in named):
            yield f"it says “{well[0]}” of what the cited sentence excepts"


def _clause(text: str, match: re.Match[str]) -> str:
    """The clause in which something stands."""
    return next((clause for clause in SHORT.split(text) if match[0] in clause), text)


def _written(word: str, text: str) -> str:
    """A root as a text writes it."""
    return next((each for each in WORD.findall(text) if root(each.casefold()) == word), word)


def _held(words: set[str], text: str) -> float:
    """How many of some words a text holds."""
    return sum(is_about(word, text) for word in words) / len(words) if words else 0.0
