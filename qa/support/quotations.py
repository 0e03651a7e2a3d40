"""Quotation marks: what stands between them has to stand in the source, word for word."""

import re
from collections.abc import Iterator

from qa.support.evidence import Evidence, content_roots, flat
from qa.words import WORD

QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]")
LEFT_OUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")
THE_WORDS = re.compile(
    r"\b(?:the|this|that|these|those|its|same|whose) (?:\w+ ){0,2}"
    r"(?:phrases?|words?|terms?|wording|formula|expressions?|slogans?|motto|adjectives?|labels?|names?|sentence)\b",
    re.IGNORECASE,
)


def altered_quotations(claim: str, evidence: Evidence) -> Iterator[str]:
    """A quotation that the cited sentences, and the title above them, do not hold. Points show that words were left out."""
    source = _spelled(f"{evidence.joined} | {evidence.header}")
    for match in QUOTED.finditer(claim):
        quoted = next(filter(None, match.groups()))
        if not (
            all(f" {_spelled(part)} " in f" {source} " for part in LEFT_OUT.split(quoted) if flat(part))
            or _is_title(quoted, evidence.passage)
            or (THE_WORDS.search(evidence.joined) and _is_quoted(quoted, evidence.passage))
        ):
            yield f"the words “{quoted.strip()}” are not in the cited sentences"


def _spelled(text: str) -> str:
    """Its words without the hyphens between them."""
    return flat(text.replace("-", " "))


def _is_title(quoted: str, passage: str) -> bool:
    """Whether it is the name of a work, which the passage may supply."""
    words = [word for word in WORD.findall(quoted) if content_roots(word)]
    named = bool(words) and all(word[0].isupper() or word[0].isdigit() for word in words)
    return named and f" {_spelled(quoted)} " in f" {_spelled(passage)} "


def _is_quoted(quoted: str, passage: str) -> bool:
    """Whether the passage has just these words between quotation marks: what a sentence calls "the phrase"."""
    return any(_spelled(next(filter(None, match.groups()))) == _spelled(quoted) for match in QUOTED.finditer(passage))
