"""What only looks like a direction: "falls due", "up to a tenth", "grows rare", "the eastern end"."""

import re
from functools import lru_cache

from qa.figures import NUMBER_WORDS
from qa.support.comparison.degrees import in_one_word

_SOME = r"(?:(?:about|around|some|roughly|nearly|almost|just|an? estimated) )?"
_FIGURE = rf"{_SOME}(?:an? |one |two |three |half |[$€£]?\d)"
_NUMBERS = "|".join(word for word in NUMBER_WORDS if word != "one")  # "less than one boat" is less than a boat
_COUNT = rf"{_SOME}(?:[$€£]?\d|(?:a dozen|{_NUMBERS}|double[sd]?|twice|tripled?|thrice|half as)\b)"
_MOVED = r"go|goes|going|went|gone|move[sd]?|came|climb\w*|rises?|rose|risen|jump\w*|push\w*|drove|took"
_WENT = r"go|goes|going|went|gone|came|edg\w+|crept|inch\w+|tick\w+|nudg\w+"
_ODDS = re.compile(r"\b(more|less) (|un)likely than (?:not|(?:un)?likely)\b")
_NAMED = re.compile(  # "New York", "Lower Saxony"; at the head of a sentence it may describe
    r"(?<=\w )(?:Great(?:er)?|Lesser|Upper|Lower|High|Long|Old|New|Young|Early|Late|First|Last) (?=[A-Z][a-z])"
)
_SETTLED = [
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (r"\b(\w+)er than (?:in |at |on |for |by )?any\b", r"\1est"),  # "slower than in any year"
        (r"\b(?:the )?(?:greater|larger|bigger|better) (?:part|share|half|portion) of\b", " mostpart "),
        (r"\b(?:the )?(?:smaller|lesser|minor) (?:part|share|half|portion) of\b", " leastpart "),
        (r"\b(?:a |the )?(?:(?:vast|great|large|overwhelming) )?majority\b", " mostpart "),
        (r"\b(?:a |the )?(?:(?:small|tiny) )?minority\b", " leastpart "),
        (r"\bno (?:sooner|longer|later|earlier|more|less|fewer) than\b", " "),
        (r"\bat least as good(?: \w+){0,2} as\b|\bno worse(?: \w+){0,2} than\b", " atleast "),
        (r"\bno better(?: \w+){0,2} than\b", " atmost "),
        (
            r"\b(?:early|late) (?=(?:in|that|this|next|last)\b|[A-Z][a-z]+ber\b|(?:Janu|Febru)ary|March|April|June|July|August|\d)",
            " ",
        ),
        (r"\bat least\b", " atleast "),
        (r"\bat most\b", " atmost "),
        # Bounds have a check of their own.
        (
            rf"\b(?:(?:more|less|fewer|higher|lower|larger|smaller|older|younger|longer|shorter) than|over|under|above|below) (?={_COUNT})",
            " ",
        ),
        (rf"\b((?:{_MOVED}) up to)\b|\bup to\b", r"\1"),
        (r"\bas (?:old|young|high|low|long|short|large|small|many|few|much|little|early|late|far|near) as\b", " "),
        (r"\b[\w-]+?[- ]years?[- ]olds?\b|\byears? old(?:er)?\b", " "),
        (r"\bmore than (?=an? |one )", "over "),
        (r"\b(?:less|fewer) than (?=an? |one )", "under "),
        (
            r"\b(?:over|under) (?:an?|the) (?:\w+ )?(?:lengths?|distances?|periods?|areas?|ranges?|span|course|stretch|width"
            r"|height|surface)\b",
            " ",
        ),
        # Verbs beside which they say something else.
        (
            r"\bgr(?:ow|ows|ew|own|owing) (?=\w+er\b|more\b|less\b|old\b|up\b|out\b|tired\b|weary\b|weak\b|used\b|accustomed\b)",
            " ",
        ),
        (
            r"\bf(?:all|alls|ell|allen|alling) (?=(?:behind|apart|ill|asleep|under|into|within|in love|prey|victim|short|due|silent"
            r"|foul|outside|upon|on|back on|pregnant|out)\b)",
            " ",
        ),
        (
            r"\bg(?:ive|ives|ave|iven|iving) rise\b|\brise to (?:power|fame|prominence|the throne)\b|\b(?:born and )raised (?:as|in|by)\b",
            " ",
        ),
        (r"\bdeclin(?:e|es|ed|ing) to (?!the |an? |about |around |some |[$€£]?\d)", "refused to "),
        (r"\bdepopulation\b", "population decline"),
        (r"\bcontract(?:ed|ing|ion)\b", "shrink"),
        (
            r"\b(?:left|leav(?:e|es|ing)) (?:out|open|behind|over|un\w+|intact|no|little|it|them|him|her)\b|\bleft[- ](?:hand|bank|wing)\b",
            " ",
        ),
        # Times and places.
        (r"\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?) (?:early|late|earlier|later)\b", " "),
        (r"\b(?:start|beginning) of\b", " startof "),
        (r"\bend of\b", " endof "),
        (r"\b(?:\w+ern|far|upper|lower|both|either|other|front|rear|back|top|bottom|opposite|dead) ends?\b", " "),
        (
            r"\bin short(?: supply)?\b|\bshort (?:of|supply|notice)\b|\b(?:how|before) long\b|\b(?:as|so) long as\b"
            r"|\blong(?:-| )(?:term|standing|since|ago)\b|\b(?:in|shed\w*) (?:the )?light (?:of|on)\b|\bby and large\b|\bat large\b"
            r"|\bat best\b"
            r"|\bhigh(?:er)? (?:school|court|command|sea|education)s?\b|\bnear future\b|\bold age\b|\bcold war\b"
            r"|\bsmall arms\b|\bhad better\b",
            " ",
        ),
        (rf"\b(?:{_WENT}) up\b(?! to\b)", "rise"),
        (rf"\b(?:{_WENT}) down\b(?! to\b)", "fall"),
        (r"\b(?:up|down)\b(?! (?:by |from |to )?[$€£]?\d)", " "),  # "given up"
        (rf"\b(?:over|under)\b(?! {_FIGURE})", " "),  # "under the crown", "sway over"
        (r"\b(?:so|thus|by) far\b|\b(?:as )?far (?:as|from|more|less)\b|\bfar (?=\w+er\b)", " "),
        (r"\b(?:lasts?|lasted|lasting)\b|\bat last\b|\blast (?=(?:year|month|week|night|day|summer|winter)\b)", " "),
        (
            r"\b(?:once|what is|what's) more\b|\bmore or less\b|\bfirst (?:of all|and foremost)\b|\bsooner or later\b",
            " ",
        ),
    )
]


@lru_cache(maxsize=2_000)  # several checks ask for the same texts
def settled(text: str) -> str:
    """With odds in one word, and without what only looks like a direction: "less likely than not", "given up", "under the law"."""
    text = in_one_word(
        _ODDS.sub(
            lambda match: "likely" if (match[1] == "more") == (match[2] == "") else "unlikely", _NAMED.sub("", text)
        )
    )
    for pattern, by in _SETTLED:
        text = pattern.sub(by, text)
    return text
