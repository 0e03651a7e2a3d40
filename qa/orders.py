"""Sentences of a document that are orders to whoever answers from it. Pure.

Such a sentence is no evidence: it is not shown to a model, cannot be cited and is not quoted. What people say to one another stays
evidence: orders that are reported ("he told the crews to stop"), instructions for a device, rules of a form. A false statement
without an order is no order either: it is what the document says, and is cited as that.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from qa.order_forms import FORMS, HIDDEN
from qa.order_signs import ENOUGH, SIGNS
from qa.types import Passage

_TAGS = {code: chr(code - 0xE0000) for code in range(0xE0020, 0xE007F)}  # letters that no font shows
_LOOKALIKES = str.maketrans("аеорсухіјѕԁһ", "aeopcyxijsdh")  # Cyrillic ones for Latin ones
_DIGITS = str.maketrans("013457@$", "oieastas")
_SPACED = re.compile(r"(?<!\w)(?:\w[ .\-_]){3,}\w(?!\w)|(?<!\w)\w \w \w(?!\w)")
_MIXED = re.compile(
    r"\b(?=\w*[a-zA-Z])(?=\w*[аеорсухіјѕԁһ])\w+|\b(?=\w*[a-z])(?=\w*[a-z][013457]|[013457][a-z])[\w@$]+", re.IGNORECASE
)
_REPORTED = re.compile(
    r"\b(?:said|says|told|wrote|writes|shouted|ordered|asked|warned|quoted|reads?|read:|replied|called|urged|added|explained)\b"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“|「[^」]*」")


def orders_in(*passages: Passage) -> frozenset[int]:
    """The places of the passages' sentences that are orders, counted through from 0. What follows an order in its paragraph
    goes with it.
    """
    starts = accumulate((len(passage.sentences) for passage in passages), initial=0)
    return frozenset(
        start + place for start, passage in zip(starts, passages, strict=False) for place in _orders(passage)
    )


def without_orders(*passages: Passage) -> str:
    """The passages' text; where one holds orders, its other sentences."""
    return " ".join(map(_evidence, passages))


def is_order(sentence: str) -> bool:
    """Whether a sentence by itself is an order to whoever answers from it, however it is disguised."""
    if HIDDEN.search(sentence):
        return True
    return any(FORMS.search(reading) or _amounts_to_one(reading) for reading in dict.fromkeys(_readings(sentence)))


def _amounts_to_one(text: str) -> bool:
    counts = [min(len(sign.pattern.findall(text)), sign.most) for sign in SIGNS]
    direct = any(count and sign.direct for count, sign in zip(counts, SIGNS, strict=True))
    return direct and sum(count * sign.weight for count, sign in zip(counts, SIGNS, strict=True)) >= ENOUGH


def _evidence(passage: Passage) -> str:
    orders = _orders(passage)
    if not orders:
        return passage.text
    return " ".join(sentence.text for place, sentence in enumerate(passage.sentences) if place not in orders)


@lru_cache(maxsize=512)
def _orders(passage: Passage) -> frozenset[int]:
    return frozenset(_ordered(passage))


def _ordered(passage: Passage) -> Iterator[int]:
    ordered, end = False, passage.start
    for place, sentence in enumerate(passage.sentences):
        between = passage.text[end - passage.start : sentence.start - passage.start]
        ordered = (ordered and between.count("\n") < 2) or is_order(sentence.text)
        end = sentence.end
        if ordered:
            yield place


def _readings(sentence: str) -> Iterator[str]:
    """The sentence as it is written, without its mark-up, and with letters that stand for others replaced."""
    plain = _visible(sentence)
    yield plain
    bare = " ".join(re.sub(r"<[^>]*>|[*_`~]+", " ", plain).split())
    yield re.sub(r"^[>#\s-]+", "", bare)
    yield _MIXED.sub(lambda word: word[0].lower().translate(_LOOKALIKES).translate(_DIGITS), bare)
    yield _SPACED.sub(lambda run: re.sub(r"[ .\-_]", "", run[0]), plain)


def _visible(sentence: str) -> str:
    """Invisible letters shown, invisible signs dropped, wide letters and entities folded; what somebody is quoted with left out."""
    text = unicodedata.normalize("NFKC", html.unescape(sentence.translate(_TAGS)))
    text = "".join(c for c in text if unicodedata.category(c) != "Cf").replace("’", "'")
    outside = _QUOTED.sub(" ", text)
    return outside if _REPORTED.search(outside) else text
