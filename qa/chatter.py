"""Sentences that a model writes around an answer and that assert nothing: greetings, offers, announcements, regrets. Pure.

"Great question!" shares a word with many a sentence, so a check against the documents cannot see that it is no claim. What names
somebody, states a figure, or says yes or no is one, however short.
"""

import re

from qa.figures import figures, months
from qa.words import STOP_WORDS, WORD

# Words that chatter is made of, besides function words. A sentence that has any other word says something.
_CHATTER = frozenset(
    """
    absolutely answer answers answered anything appreciate apologies apologise apologize ask asked asking assist
    assistance based below better certainly check clarify context course curious detail details document documents
    everything everywhere excellent feel find following found free further glad gladly good great happy hear help helped
    helpful helps hello hey hi hope hopefully important information inquiry interesting know let like look looked looking
    love mentioned need needed needs overview passage passages please pleased pleasure possible provide provided question
    questions quick read reading regret response results retrieved sentence sentences share sorry source sources started
    summarize summary support sure text texts thank thanks thing think topic understand unable unfortunately useful want
    welcome wish wonderful wonder afraid able additional relevant shown given give searched search hesitate explain
    explore dive else
    """.split()
)
_CORE = frozenset(
    """
    answer answers anything appreciate apologies apologise apologize assist assistance certainly clarify excellent feel
    found glad gladly great happy hello hey hi hope hopefully help helpful helps inquiry interesting let pleased pleasure
    question questions regret sorry summary sure thank thanks unfortunately welcome wonderful hesitate afraid
    """.split()
)
_OTHERS = frozenset(
    "he she it they him her his hers its them their theirs who whose".split()
)  # then it is about somebody
_ASSERTS = re.compile(r"^\W*(?:yes|no|not|never|none|neither|nobody|nothing|both)\b", re.IGNORECASE)


def is_chatter(sentence: str) -> bool:
    """Whether a sentence of a draft asserts nothing about anything but the talk itself."""
    found = [word.casefold().replace("’", "'") for word in WORD.findall(sentence)]
    if not found or _ASSERTS.search(sentence) or figures(sentence) or months(sentence) or _OTHERS.intersection(found):
        return False
    words = [part for word in found for part in re.split(r"'|-", word)]
    known = _CHATTER | STOP_WORDS | {"ll", "re", "ve", "d", "m", "t", "s", "us", "may", "must", "shall"}
    return all(word in known for word in words) and bool(_CORE.intersection(words))
