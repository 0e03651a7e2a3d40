"""What is left of a whole: 15% where 85% are gone, five of 20 where 15 are."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from qa.figures import SPELLED, Figure, counted, figures
from qa.support.denial.idle import EXCESS
from qa.support.evidence import Evidence, cover, nearest
from qa.support.figures.beside import around
from qa.support.figures.counting import listed
from qa.support.figures.multiples import taken_of
from qa.support.figures.rounding import NEAR_SHARE
from qa.words import NEGATIONS

REST = re.compile(r"\b(?:rest|remain\w*|others?|left|balance)\b", re.IGNORECASE)
BUT = re.compile(r"\b(?:all but|apart from|only|just|alone)\b", re.IGNORECASE)
ALL_BUT = re.compile(
    rf"\b(?:all|every(?:one|thing)?|each)(?: \w+)? (?:but|except(?: for)?|save) (one|\d+|{SPELLED})\b", re.IGNORECASE
)
OF_THEM = re.compile(r"^ of (?:them|those|these|whom|all)\b")
WANTING = re.compile(r"\b(?:empty|lack\w*|miss\w*|lost|gone|outside|elsewhere|except)\b", re.IGNORECASE)
FALLEN = re.compile(
    r"\b(?:down|off|fell|fall\w*|drop\w*|declin\w+|shr[aiu]nk\w*|lost|los\w+|lower|less|fewer|cut\w*|reduc\w+|decreas\w+|sank|slump\w*)\b",
    re.IGNORECASE,
)
OF_WHAT_WAS = re.compile(r"^ of (?:what|its|his|her|their|the|that)\b")
OF_WHOLE = re.compile(r"^ of (?:(?:the|its|his|her|their|those|these) )?(?=[\w$€£]+\b)")
BEFORE = re.compile(r"\b(?:before|until|till|prior|by)\b", re.IGNORECASE)
SINCE = re.compile(r"\b(?:since|after|from)\b", re.IGNORECASE)
NUMBERS = re.compile(rf"\b(?:{SPELLED}|one|every|percent|per cent|\d[\d.,]*)\b", re.IGNORECASE)
LEAST = Fraction(1, 200)  # by which two shares must differ to be two


def is_rest(share: Fraction, written: str, claim: str, evidence: Evidence, held: Sequence[Figure]) -> bool:
    """ "15% are left", where 85% are gone: the two tell it from opposite sides."""
    parts = [each.value / 100 if each.percent else each.value for each in held if each.percent or 0 < each.value < 1]
    near = LEAST if re.search(r"\d", written) else NEAR_SHARE
    if not any(abs(1 - part - share) < near for part in parts):
        return False
    sentence = nearest(claim, evidence)
    if _tells_more(claim.replace(written, " "), sentence):
        return True
    fallen = FALLEN.search(sentence) and any(OF_WHAT_WAS.match(behind) for _, behind in around(written, claim))
    return bool(fallen) or _are_opposite(claim, sentence)


def is_rest_of_count(figure: Figure, claim: str, evidence: Evidence, amounts: Sequence[Figure]) -> bool:
    """ "Five came back", where of 20 men 15 did not."""
    sentence = nearest(claim, evidence)
    if figure.value in _exceptions(claim, sentence, amounts):
        return True
    wholes = [
        whole
        for whole, part in permutations(amounts, 2)
        if whole.value - part.value == figure.value
        and len({whole.unit, part.unit, figure.unit} - {None}) <= 1
        and (figure.unit is None or whole.unit == figure.unit)
        and not (whole.percent or part.percent or figure.percent)
    ]
    if not wholes:
        return False
    return _are_opposite(claim, sentence) or (_is_of_whole(figure, claim, wholes) and _tells_more(claim, sentence))


def _exceptions(claim: str, sentence: str, amounts: Sequence[Figure]) -> set[Fraction]:
    """ "Eleven", of all but one of twelve; "three did not", where of five only two who are named did."""
    but = [counted(match[1]) for match in ALL_BUT.finditer(sentence)]
    named = listed([sentence]) if BUT.search(sentence) and _denies(claim) != _denies(sentence) else ()
    return {whole.value - part for whole in amounts for part in (*but, *named)}


def _is_of_whole(figure: Figure, claim: str, wholes: Sequence[Figure]) -> bool:
    behind = [behind for _, behind in around(figure.written, claim)]
    told = [figures(OF_WHOLE.sub("", each))[:1] for each in behind if OF_WHOLE.match(each)]
    return any(map(OF_THEM.match, behind)) or any(
        whole.value == each.value for whole in wholes for (each,) in filter(None, told)
    )


def rests_of_amount(claim: str, evidence: Evidence, amounts: Sequence[Figure]) -> Iterator[Figure]:
    """ "£2 million", where of £20 million one pays 70%, another 20%, and a third the rest."""
    taken, wholes = taken_of(amounts, evidence.joined)
    if taken and wholes and _are_opposite(claim, nearest(claim, evidence)):
        for share in dict.fromkeys([*taken, sum(taken, Fraction(0))]):
            yield from (whole._replace(value=whole.value * (1 - share)) for whole in wholes if share < 1)


def _tells_more(claim: str, sentence: str) -> bool:
    """Whether the claim has another word than those of the sentence, beside its numbers: it may be of the rest that it tells."""
    return cover(NUMBERS.sub(" ", claim), sentence) < 1


def _are_opposite(claim: str, sentence: str) -> bool:
    """Whether one says of the rest what the other says of the part."""
    if REST.search(claim) or REST.search(sentence) or _denies(claim) != _denies(sentence):
        return True
    if (BUT.search(claim) is None) != (BUT.search(sentence) is None):
        return True
    return any(
        BEFORE.search(one) and SINCE.search(other) and not (SINCE.search(one) or BEFORE.search(other))
        for one, other in ((claim, sentence), (sentence, claim))
    )


def _denies(text: str) -> bool:
    words = re.findall(r"[\w']+", EXCESS.sub(" ", text).casefold().replace("’", "'"))
    return WANTING.search(text) is not None or any(word in NEGATIONS or word.endswith("n't") for word in words)
