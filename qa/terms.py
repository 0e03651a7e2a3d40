"""What a question is searched by: its words and phrases for the full text, its names spelled out for the models."""

import re
from collections.abc import Iterator, Mapping, Sequence

from qa.words import QUESTION_WORDS, STOP_WORDS

OtherNames = Mapping[str, Sequence[str]]
"""By a name in small letters, the other names of the same thing."""

MOST_WORDS = 8  # of a name
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+")
_CAPITALS = re.compile(r"[A-Z]{2,4}|(?:[A-Z]\.){2,}")
_BRITISH_AMERICAN = (  # the commonest pairs of endings; what this makes of other words is in no text, and finds nothing
    (r"is(e[drs]?|ing|ation|ations)$", r"iz\1"),
    (r"iz(e[drs]?|ing|ation|ations)$", r"is\1"),
    (r"(?<=[a-z]{2})our(s|ed|ing|able|er|ers|ite|ites)?$", r"or\1"),
    (r"(?<=[a-z]{2})or(s|ed|ing|able|er|ers|ite|ites)?$", r"our\1"),
    (r"enc(e|es)$", r"ens\1"),
    (r"ens(e|es)$", r"enc\1"),
    (r"tre(s?)$", r"ter\1"),
    (r"ter(s?)$", r"tre\1"),
    (r"programme(s?)$", r"program\1"),
    (r"program(s?)$", r"programme\1"),
    (r"ll(ed|ing|er|ers)$", r"l\1"),
    (r"([aeiou])l(ed|ing|er|ers)$", r"\1ll\2"),
)


def search_terms(question: str, names: OtherNames) -> list[str]:
    """The distinct content words of a question in order, how else they are spelled, and the other names of what it names.

    All its words if none carries content. A term of several words is a phrase.
    """
    tokens = _TOKEN.findall(question)
    content = [
        token for token in tokens if token.casefold() not in STOP_WORDS | QUESTION_WORDS or _CAPITALS.fullmatch(token)
    ]
    terms = [term for token in content or tokens for term in _spellings(token)]
    return list(
        dict.fromkeys([*terms, *(" ".join(_TOKEN.findall(name)).casefold() for _, name in _named(question, names))])
    )


def spelled_out(question: str, names: OtherNames) -> str:
    """The question with the other names of what it names behind it, in brackets."""
    others = dict.fromkeys(name for _, name in _named(question, names))
    return f"{question} ({'; '.join(others)})" if others else question


def _named(question: str, names: OtherNames) -> Iterator[tuple[str, str]]:
    """Each name that the question uses, with each other name that it does not use."""
    words = re.findall(r"[\w.&’'-]*[\w.]", question)
    folded = question.casefold()
    for start in range(len(words)):
        for end in range(start + 1, min(start + MOST_WORDS, len(words)) + 1):
            name = " ".join(words[start:end]).strip(".").casefold()
            if name not in STOP_WORDS or words[start].isupper():
                yield from ((name, other) for other in names.get(name, ()) if other.casefold() not in folded)


def _spellings(token: str) -> Iterator[str]:
    word = token.casefold().replace(".", "")
    yield word
    if _CAPITALS.fullmatch(token):
        yield " ".join(word)  # U.S. is indexed as two words
    for ending, other in _BRITISH_AMERICAN:
        if re.search(ending, word):
            yield re.sub(ending, other, word)
