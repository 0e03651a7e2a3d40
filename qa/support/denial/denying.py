"""What a text denies, and in which words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qa.support.denial.idle import bare
from qa.support.evidence import content_meanings, content_roots, meaning, root, roots
from qa.words import NEGATIONS

SCOPE = 5  # content words after a negation that it is taken to speak of
NEAR = 2  # of them after a word that may mean something else
PHRASES = re.compile(
    r"\b(?:left out|leaves? out|ruled out|rules? out|(?:turned|voted|struck) (?:\w+ ){0,3}down|rather than|instead of|free of|yet to"
    r"|(?:stay|keep|kept)(?:s|ed)? (?:\w+ )?(?:out|away|clear)|short of|other than|hardly|barely|scarcely|no longer|is gone|are gone"
    r"|was dropped|leaves? open|left open|declin(?:e|es|ed|ing) (?:to|any|all|further|the|an?|his|her|its|their)\b"
    r"|blocked|vetoed|outside(?: of)?|asks? anonymity"
    r"|anonymity|anonymous|all but|(?<!so )far from|against (?:[\w'’]+ ){0,3}(?:will|wish|wishes)"
    r"|(?:failures?|failing|neglect) to|(?:turn|switch|shut)(?:s|ed|ing)? off|(?:do|does|did|done) away with"
    r"|g(?:ive|ives|ave|iven|iving) up"
    r"|dispens(?:e|es|ed) with|(?:put|puts) an? (?:end|stop) to|await(?:s|ed|ing)?|remain(?:s|ed)? to be|waiting to be"
    r"|(?:keep|keeps|kept) (?:[\w'’]+ ){1,4}from \w+ing"
    r"|(?:spared|saved|safe|kept|excused|shielded|protected) (?:[\w'’]+ ){0,2}from|spared (?:an?|the|its|their|his|her|much|most))\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"\b(?:rather than|instead of) [^,.;:]*? (?=that\b)", re.IGNORECASE)  # what is told of it is so
YET = re.compile(r"\b(?:yet|failed|fails?|declined|declines?|refused|refuses?) to\b", re.IGNORECASE)
AS_WELL = re.compile(r"(\b(?:no|not|never)\b[^.;:]*), neither\b", re.IGNORECASE)
WEAK = frozenset(
    root(word)
    for word in "lack omit absent absence silent unable unwilling unclear bar ban forbid avoid oppose resist withhold stop"
    " prevent exclude prohibit deny dismiss reject refuse fail unlikely abandon"
    " unsuccessful vain thwart impossible incapable inability".split()
)
# Words that deny what they speak of to a reader, though they stand beside a denial as often as for one.
GIVEN_UP = frozenset(
    root(word)
    for word in "discard scrap cancel abolish repeal withdraw lose miss neglect ignore shun forgo"
    " renounce cease discontinue violate breach exempt except free unknown secret silence".split()
)
JOINED = frozenset("nor neither".split())
HARD = frozenset("not no never none neither nor without cannot".split()) | frozenset(
    map(root, "nobody nothing nowhere".split())
)
COUNTING = frozenset("no none neither nor".split()) | frozenset(map(root, "nobody nothing".split()))
AUXILIARIES = frozenset("be have do will would can could may might must should shall".split())
NO = re.compile(r"\b[Nn]o ")
AGAIN = re.compile(r"(?:(?<=, )|(?<= and )|(?<= or ))no ")
ADVERB = re.compile(
    r"\b(?!(?:only|early|supply|apply|reply|rely|ally|family|assembly|imply|comply|daily|weekly|monthly|yearly|fly|italy|july)\b)[a-z]{3,}ly\b"
)
# Words that hold the place of what is denied: "not something that it will do", "will not come to harm".
HOLLOW = frozenset(
    root(word)
    for word in "still already even yet ever quite rather nowadays today now something anything thing way such longer enough also"
    " take make get go come put set give idea notion prospect suggestion".split()
)
OUTRIGHT = re.compile(
    r"\b(?:left out|ruled out|turned down|no longer|is gone|are gone|was dropped|were dropped)\b", re.IGNORECASE
)
CLAUSE = re.compile(r"[;:—]|, yet | (?:rather than|instead of|and|but|although|though|while|because|which|who) ")
SHORT = re.compile(r"[;:—,]| (?:and|but|although|though|while|because|which|who|if|when|until|since) ")


@dataclass(frozen=True, slots=True)
class Denial:
    """The meanings of the content words that follow a denying word in its clause, and all that the clause holds.

    ``heads``: those of which it is said above all; "no ship was seen" speaks of a ship and of seeing. ``by``: the denying word.
    """

    denied: tuple[str, ...]
    clause: frozenset[str]
    heads: tuple[str, ...] = ()
    by: str = "not"

    @property
    def is_soft(self) -> bool:
        """Whether a word like "rejects" denies, which others say with others of its kind."""
        return self.by not in HARD and not self.by.endswith("n't")

    def meets(self, other: "Denial") -> bool:
        """Whether both speak of the same."""
        if not self.denied or set(self.denied) & set(other.denied):
            return True
        if not other.denied:
            return bool(self.clause & other.clause)
        return bool(set(self.denied) & other.clause and set(other.denied) & self.clause)

    def is_told_of(self, text: str) -> bool:
        """Whether a text names all that is denied of what this clause leaves unnamed: "Neither has sailed"."""
        return self.clause - HARD <= set(self.denied) <= content_meanings(text)


@lru_cache(maxsize=500)  # one sentence is asked for each denial of a claim
def denials(text: str, clauses: re.Pattern[str] = CLAUSE, *, wide: bool = False) -> tuple[Denial, ...]:
    """What the text denies outright, in order; a denial does not reach beyond its clause. ``wide``: in words like "bars", too."""
    found: list[Denial] = []
    plainly = bare(text)
    for clause in clauses.split(PHRASES.sub(" not ", RELATIVE.sub(r"\g<0>; ", plainly)) if wide else plainly):
        words, content, said = roots(ADVERB.sub(" ", clause)), content_roots(clause), said_in(clause)
        for place, word in enumerate(words):
            behind = tuple(meaning(each) for each in words[place + 1 :] if each in content)
            if is_denying(word) or (wide and word in WEAK):
                found.append(Denial(behind[:SCOPE], said, tuple(_heads(words, place, content)), word))
            elif wide and word in GIVEN_UP and behind:
                found.append(Denial(behind[:NEAR], frozenset(behind[:NEAR]), by=word))
    return tuple(found)


def outright(text: str) -> Iterator[Denial]:
    """ "Steel is left out" denies what stands before it."""
    for clause in SHORT.split(text):
        if OUTRIGHT.search(clause):
            about = said_in(OUTRIGHT.split(clause)[0])
            yield Denial(tuple(about), about, tuple(about))


def said_in(text: str) -> frozenset[str]:
    """The meanings of a text's content words, and "same", which is the opposite of one."""
    return frozenset(content_meanings(text) | ({"same"} & set(roots(text))))


def affirmed(text: str) -> str:
    """What stands in the text's clauses before anything is denied in them."""
    found: list[str] = []
    for clause in CLAUSE.split(PHRASES.sub(" not ", RELATIVE.sub(r"\g<0>; ", bare(text)))):
        words = roots(clause)
        end = next((place for place, word in enumerate(words) if is_denying(word) or word in WEAK), len(words))
        found += words[:end]
    return " ".join(found)


def denies(text: str) -> bool:
    """Whether anything in the text denies, in whatever words."""
    return count(text) > 0


def denies_beside(words: frozenset[str], text: str) -> bool:
    """Whether something else denies in a clause that holds one of these roots: "no yard accepts" is no acceptance."""
    for clause in CLAUSE.split(text):
        held = words & set(roots(clause))
        if held and count(clause) > sum(is_denying(word) or word in WEAK for word in held):
            return True
    return False


def count(text: str) -> int:
    """How many words and phrases of the text deny; "neither … nor" is one."""
    text = plain(text)
    words = (word for word in roots(PHRASES.sub(" ", text)) if word != "nor")
    return len(PHRASES.findall(text)) + sum(is_denying(word) or word in WEAK for word in words)


def plain(text: str) -> str:
    """Without what only looks like a denial; "no dates, no figures and no names" denies once."""
    before, *behind = NO.split(AS_WELL.sub(r"\1,", bare(text)), maxsplit=1)
    return before + "".join(f"no {AGAIN.sub('', rest)}" for rest in behind)


def is_denying(word: str) -> bool:
    """Whether a root denies what follows it."""
    return word in HARD or word in NEGATIONS or word.endswith("n't")


def _heads(words: list[str], place: int, content: set[str]) -> Iterator[str]:
    """The word denied; beside "no" and "neither", with the verb that it is the subject or the object of."""
    behind = [place for place in range(place + 1, len(words)) if _is_telling(words[place], content)]
    if not behind or "enough" in words[place : behind[0]]:
        return
    yield words[behind[0]]
    if words[place] in COUNTING:
        verb = next((n for n in range(place + 1, len(words)) if words[n] in AUXILIARIES), len(words))
        yield from [words[n] for n in behind[1:] if n > verb][:1]
        yield from [word for word in words[max(0, place - 1) : place] if word.isalpha() and _is_telling(word, content)]


def _is_telling(word: str, content: set[str]) -> bool:
    return (word in content and word not in HOLLOW) or word == "say"
