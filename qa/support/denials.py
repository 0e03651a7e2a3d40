"""Denials: what the cited sentences deny a claim may not affirm, and the other way round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.support.aligning import changes
from qa.support.evidence import Evidence, content_meanings, content_roots, meaning, nearest, root, roots
from qa.words import NEGATIONS

SCOPE = 5  # content words after a negation that it is taken to speak of
# "no more than" denies nothing, and neither does "not only".
EXCESS = re.compile(
    r"\b(?:no|not) (?:more|less|fewer|later|earlier|worse|longer) than\b|\bat least\b|\b(?:not|n't) (?:only|just|merely|until)\b"
    r"|\bno (?:less|worse)\b|\bnot \w* ?\w* ?alone\b",
    re.IGNORECASE,
)

PHRASES = re.compile(
    r"\b(?:left out|leaves? out|ruled out|rules? out|turned down|rather than|instead of|free of|yet to|short of|other than"
    r"|no longer|is gone|are gone|was dropped|leaves? open|left open|declined? to|outside(?: of)?|asks? anonymity"
    r"|anonymity|anonymous|all but|far from|against (?:\w+ ){0,3}(?:will|wish|wishes))\b",
    re.IGNORECASE,
)
WEAK = frozenset(
    root(word)
    for word in "lack omit absent absence silent unable unwilling unclear bar ban forbid avoid hardly barely oppose resist withhold stop"
    " prevent exclude prohibit deny dismiss reject refuse fail unlikely abandon nothing nobody nowhere".split()
)
JOINED = frozenset("nor neither".split())
HARD = frozenset("not no never none neither nor without cannot".split())
ANSWER = re.compile(r"^(?:No|None)\b[.,:;]\s*")  # to a question that the claim does not hold
CLAUSE = re.compile(r"[;:—]| (?:and|but|although|though|while|because|which|who) ")
SHORT = re.compile(r"[;:—,]| (?:and|but|although|though|while|because|which|who|if|when|until|since) ")


@dataclass(frozen=True, slots=True)
class Denial:
    """The meanings of the content words that follow a denying word in its clause, and all that the clause holds."""

    denied: tuple[str, ...]
    clause: frozenset[str]

    def meets(self, other: "Denial") -> bool:
        """Whether both speak of the same."""
        if not self.denied or not other.denied or set(self.denied) & set(other.denied):
            return True
        return bool(set(self.denied) & other.clause and set(other.denied) & self.clause)


def turned_denials(claim: str, evidence: Evidence) -> Iterator[str]:
    """A denial put in, or left out."""
    sentence, claim = nearest(claim, evidence), ANSWER.sub("", claim)
    said, held, near = denials(claim), denials(evidence.joined), denials(sentence, SHORT)
    put_in, left_out = _moved(claim, sentence)
    if (
        put_in
        or (said and not denies(evidence.joined))
        or any(_is_new(denial, held, evidence.joined) for denial in said)
    ):
        yield "it denies what the cited sentences do not deny"
    elif left_out or (not denies(claim) and any(_is_stated(denial, claim) for denial in near)):
        yield "it leaves out a denial that is in the cited sentence"


def denials(text: str, clauses: re.Pattern[str] = CLAUSE) -> list[Denial]:
    """What the text denies outright, in order; a denial does not reach beyond its clause."""
    found: list[Denial] = []
    for clause in clauses.split(EXCESS.sub(" ", text)):
        words, content = roots(clause), content_roots(clause)
        for place, word in enumerate(words):
            if word in HARD or word in NEGATIONS or word.endswith("n't"):
                denied = tuple(meaning(each) for each in words[place + 1 :] if each in content)[:SCOPE]
                found.append(Denial(denied, frozenset(content_meanings(clause))))
    return found


def denies(text: str) -> bool:
    """Whether anything in the text denies, in whatever words."""
    return _count(text) > 0


def _count(text: str) -> int:
    """How many words and phrases of the text deny; "neither … nor" is one."""
    plain = EXCESS.sub(" ", text)
    words = (word for word in roots(PHRASES.sub(" ", plain)) if word != "nor")
    return len(PHRASES.findall(plain)) + sum(
        w in HARD or w in WEAK or w in NEGATIONS or w.endswith("n't") for w in words
    )


def _moved(claim: str, sentence: str) -> tuple[bool, bool]:
    """Whether a denying word was put in, and whether one was left out, between words that are the same."""
    more = _count(claim) - _count(sentence)
    found = [change for change in changes(EXCESS.sub(" ", claim), EXCESS.sub(" ", sentence)) if change.firm]
    put_in = more > 0 and any(_denying(change.claim) and not _denying_at_all(change.sentence) for change in found)
    left_out = more < 0 and any(_denying(change.sentence) and not _denying_at_all(change.claim) for change in found)
    return put_in, left_out


def _denying(words: tuple[str, ...]) -> bool:
    plain = {word.casefold().replace("’", "'") for word in words}
    return len(words) <= 3 and any(word in HARD - JOINED or word.endswith("n't") for word in plain)


def _denying_at_all(words: tuple[str, ...]) -> bool:
    return denies(" ".join(words)) or "nor" in words


def _is_new(denial: Denial, held: list[Denial], text: str) -> bool:
    known = not denial.denied or any(denial.meets(other) for other in held)
    return not known and denial.denied[0] in content_meanings(text)


def _is_stated(denial: Denial, text: str) -> bool:
    """Whether a text speaks of what is denied: of its first word, or of half of it."""
    held = content_meanings(text)
    return bool(denial.denied) and (
        denial.denied[0] in held or 2 * len(held & set(denial.denied)) >= len(denial.denied)
    )
