"""Denials: what the cited sentences deny a claim may not affirm, and the other way round."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.support.aligning import changes
from qa.support.evidence import Evidence, content_meanings, content_roots, meaning, nearest, root, roots
from qa.support.opposites import opposed
from qa.words import NEGATIONS

SCOPE = 5  # content words after a negation that it is taken to speak of
# "no more than" denies nothing, and neither does "not only".
EXCESS = re.compile(
    r"\b(?:no|not) (?:more|less|fewer|later|earlier|worse|longer) than\b|\bat least\b|\b(?:not|n't) (?:only|just|merely|until)\b"
    r"|\bno (?:less|worse)\b|\bnot \w* ?\w* ?alone\b"
    r"|\b(?:cannot|can not|may not|must not|does not|do not|not) (?:\w+ ){0,2}(?:exceed|go beyond|(?:by )?more than)\b",
    re.IGNORECASE,
)

PHRASES = re.compile(
    r"\b(?:left out|leaves? out|ruled out|rules? out|turned down|rather than|instead of|free of|yet to|short of|other than"
    r"|hardly|barely|scarcely|no longer|is gone|are gone|was dropped|leaves? open|left open|declined? to|outside(?: of)?|asks? anonymity"
    r"|anonymity|anonymous|all but|far from|against (?:[\w'’]+ ){0,3}(?:will|wish|wishes))\b",
    re.IGNORECASE,
)
WEAK = frozenset(
    root(word)
    for word in "lack omit absent absence silent unable unwilling unclear bar ban forbid avoid oppose resist withhold stop"
    " prevent exclude prohibit deny dismiss reject refuse fail unlikely abandon nothing nobody nowhere".split()
)
JOINED = frozenset("nor neither".split())
HARD = frozenset("not no never none neither nor without cannot".split())
NO = re.compile(r"\b[Nn]o ")
AGAIN = re.compile(r"(?:(?<=, )|(?<= and )|(?<= or ))no ")
ANSWER = re.compile(r"^(?:No|None)\b[.,:;]\s*")  # to a question that the claim does not hold
STRICT = HARD - JOINED - {"without"} | frozenset(map(root, "neither nothing nobody nowhere".split()))
DOUBLE = re.compile(
    r"\b(?:not|never|n['’]t|no) (?:\w+ ){0,1}(?:yet to|outside|turned down|ruled out|left out|stop(?:ped)?|fail(?:ed)?|un[a-z]{5,}ed"
    r"|reject(?:ed)?|refused?|deny|denied|dismissed|abandon(?:ed)?)\b",
    re.IGNORECASE,
)
PART = re.compile(r"[;:,—]| (?:and|but|although|though|while|because) ")
CONTRAST = re.compile(r"\b(?:instead of|rather than|other than)\b", re.IGNORECASE)
OUTRIGHT = re.compile(
    r"\b(?:left out|ruled out|turned down|no longer|is gone|are gone|was dropped|were dropped)\b", re.IGNORECASE
)
NEAREST = 3  # words after a denying one of which an opposite may stand for the denial
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
    said, held, near = (
        denials(claim),
        denials(evidence.joined, wide=True),
        [*denials(sentence, SHORT), *_outright(sentence)],
    )
    put_in, left_out = _moved(claim, sentence)
    alone = len(SHORT.split(sentence)) == 1
    if (
        (put_in and not _is_mirrored(said, sentence))
        or (said and not denies(evidence.joined) and not _is_mirrored(said, evidence.joined))
        or any(_is_new(denial, held, evidence.joined) for denial in said)
        or any(_crosses(denial, other) for denial in said for other in near)
        or _doubled(claim) > _doubled(evidence.joined)
    ):
        yield "it denies what the cited sentences do not deny"
    elif (left_out and not _is_mirrored(near, claim)) or (
        not denies(claim)
        and any((_is_stated(denial, claim) or alone) and not _is_mirrored([denial], claim) for denial in near)
    ):
        yield "it leaves out a denial that is in the cited sentence"


def denials(text: str, clauses: re.Pattern[str] = CLAUSE, *, wide: bool = False) -> list[Denial]:
    """What the text denies outright, in order; a denial does not reach beyond its clause. ``wide``: in words like "bars", too."""
    found: list[Denial] = []
    for clause in clauses.split(EXCESS.sub(" ", text)):
        words, content = roots(clause), content_roots(clause)
        for place, word in enumerate(words):
            if _is_denying(word) or (wide and word in WEAK):
                denied = tuple(meaning(each) for each in words[place + 1 :] if each in content)[:SCOPE]
                found.append(Denial(denied, frozenset(content_meanings(clause))))
    return found


def _outright(text: str) -> Iterator[Denial]:
    """ "Steel is left out" denies what stands before it."""
    for clause in SHORT.split(text):
        if OUTRIGHT.search(clause):
            about = frozenset(content_meanings(OUTRIGHT.split(clause)[0]))
            yield Denial(tuple(about), about)


def denies(text: str) -> bool:
    """Whether anything in the text denies, in whatever words."""
    return _count(text) > 0


def _count(text: str) -> int:
    """How many words and phrases of the text deny; "neither … nor" is one."""
    plain = _plain(text)
    words = (word for word in roots(PHRASES.sub(" ", plain)) if word != "nor")
    return len(PHRASES.findall(plain)) + sum(_is_denying(word) or word in WEAK for word in words)


def _plain(text: str) -> str:
    """Without what only looks like a denial; "no dates, no figures and no names" denies once."""
    before, *behind = NO.split(EXCESS.sub(" ", text), maxsplit=1)
    return before + "".join(f"no {AGAIN.sub('', rest)}" for rest in behind)


def _is_denying(word: str) -> bool:
    return word in HARD or word in NEGATIONS or word.endswith("n't")


def _doubled(text: str) -> bool:
    """Whether a clause denies what it denies: "not outside", "no year is not named"."""
    for clause in PART.split(_plain(text)):
        if DOUBLE.search(clause) or sum(root in STRICT or root.endswith("n't") for root in roots(clause)) > 1:
            return True
    return False


def _is_mirrored(said: list[Denial], text: str) -> bool:
    """Whether a text says without denying what is denied: "will keep" for "will not change"."""
    held = content_meanings(text)
    return any(opposed(word, other) for denial in said for word in denial.clause for other in held - denial.clause)


def _crosses(denial: Denial, other: Denial) -> bool:
    """Whether both deny, one the opposite of the other: "will not keep" for "will not change"."""
    ours = set(denial.denied[:NEAREST]) - other.clause
    return any(opposed(one, another) for one in ours for another in other.clause - denial.clause)


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
    if not denial.denied or any(denial.meets(other) for other in held):
        return False
    stated = content_meanings(text)
    most = 2 * len(stated & set(denial.denied)) > len(denial.denied)
    return denial.denied[0] in stated or (most and not denies(CONTRAST.sub(" ", text)))


def _is_stated(denial: Denial, text: str) -> bool:
    """Whether a text speaks of what is denied: of its first word, or of half of it."""
    held = content_meanings(text)
    return bool(denial.denied) and (
        denial.denied[0] in held or 2 * len(held & set(denial.denied)) >= len(denial.denied)
    )
