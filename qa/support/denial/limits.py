"""Denials that others tell without denying: a limit, the most of all, the last of its kind.

"Not until May" and "only in May", "no other is as deep" and "the deepest", "not since March" and "last in March".
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.support.denial.idle import EXCESS
from qa.support.denial.opposites import opposed
from qa.support.evidence import content_roots, meaning, root, roots

_NOT = r"(?:\b(?:not|never|no one|no|none|nobody|nothing|nowhere|neither|cannot)\b|n['’]t\b)"
_NONE = r"\b(?:no one|no|none|nobody|nothing|nowhere|neither|never|not (?:since|(?:\w+ )?any))\b"
_UNITS = "hours hour days day weeks week months month years year"
_AGO = "".join(rf"(?<!{unit} )" for unit in _UNITS.split())  # "two days before" is no limit
_BEFORE = rf"\b(?:until|till|unless|without|{_AGO}before|prior to)\b"
_AHEAD = r"(?:^|(?<=[,;:—] )|(?<= and )|(?<= but )|(?<= that ))"
_BESIDE = r"\b(?:apart from|aside from|other than|except(?:ing)?|save|besides|but(?! also\b))\b"
CLAUSE = re.compile(r"[.,;:—]| (?:and|but|so|because|which|who|that) ")
DENYING = re.compile(_NOT, re.IGNORECASE)


class Form(NamedTuple):
    """A way to deny, and the words with which the same is told without denying."""

    denying: re.Pattern[str]
    telling: re.Pattern[str]

    def is_told(self, text: str, other: str) -> bool:
        """Whether a text tells with a word that the other does not have, and that nothing before it in its clause denies."""
        ours = other.casefold()
        return any(
            match[0].casefold() not in ours and not DENYING.search(CLAUSE.split(text[: match.start()])[-1])
            for match in self.telling.finditer(text)
        )


def _form(denying: Sequence[str], telling: str) -> Form:
    return Form(re.compile("|".join(denying), re.IGNORECASE), re.compile(rf"\b(?:{telling})\b", re.IGNORECASE))


_NO_MOST = r"forest|interest|request|northwest|southwest|harvest|invest|protest|honest|modest|contest|arrest|suggest|guest|quest"
_MOST = (
    r"(?<!at )most|(?<!at )least|best|worst|first|only|alone|uni\w+led|unprecedented|unmatched|unsurpassed|unique\w*|record|top|lead\w*"
    r"|than (?:any|all)|any others?|previous|foremost|out(?:number|strip|rank|do|did|shin|pac|class)\w*|exceed\w*|surpass\w*|dwarf\w*"
    rf"|(?!{_NO_MOST})\w{{3,}}est"
)
_LIKE = r"as|so|such|than|like|other|match\w*|rival\w*|equal\w*|surpass\w*|exceed\w*"
_ONLY = r"only|alone|sole|solely|exclusively|just|merely|single|unique|limited|confined|restricted"
_FOR = r"replac\w+|supersed\w+|supplant\w+|displac\w+|instead|switch\w*|swap\w*"
_THAN = r"(?:\w{3,}er|(?:more|less|fewer|better|worse)(?: [\w-]+){0,3}),? than"
_MORE = rf"{_THAN}|exceed\w*"
_SINCE = r"since|again|another|any ?more|any longer|for (?:[\w-]+ ){1,3}(?:years?|months?|weeks?|days?)"
_WHILE = r"(?:[\w-]+ ){1,4}(?:year|decade|centur|month|week|day|hour)\w*"
_THOUGHT = rf"{_THAN} (?:[\w-]+ ){{1,4}}(?:thought|expected|believed|predicted|foreseen|planned|able|could|can)"
_LAST = r"last|final|ago|latest|gave up|given up"
_AGAIN = r"before|already|earlier|previous\w*|formerly|once|again|repeat\w*|more than once|times"
_OTHERS = r"others?|also|too|another|several|besides|among|one of|more than one|shar\w+|both|as well"
_AFTER = r"later|again|another|further|follow\w*|more|next|others?|continu\w+|went on|subsequent\w*"
_SOME = r"some\w*|others?|many|most|mostly|mainly|a few|few|several|partly|part|half|majority|minority|except\w*"
_WHOLE = r"all|every\w*|whole|entire\w*|reserved|the same as"
_LEVEL = r"level|extent|degree|scale|kind|amount|intensity|frequency"
_ORDINAL = r"(?:\bthe|\ban?|\bits|\bhis|\bher|\btheir)"
FORMS = (
    _form([r"\b(?:not|never) since\b", rf"{_NONE}[^.,;:]*?\b(?:{_LIKE})\b"], _MOST),
    _form([rf"{_NONE}[^.;:]*?{_BESIDE}", rf"{_BESIDE}[^.;:]*?{_NONE}"], rf"{_ONLY}|{_WHOLE}"),
    _form(
        [rf"{_NONE}[^.,;:]*?\b(?:later|newer|younger|longer|more recent\w*|after)\b"],
        r"last|(?<!at the )latest|final\w*|newest|youngest|longest",
    ),
    _form([rf"{_NONE}[^.,;:]*?\b(?:earlier|sooner|older|before)\b"], r"first|(?<!at the )earliest|oldest|new"),
    _form([rf"{_NOT}[^.,;:]*?{_ORDINAL} (?:very )?first\b"], _AGAIN),
    _form([rf"{_NOT}[^.,;:]*?{_ORDINAL} (?:only|sole|lone)\b", rf"{_NOT} (?:alone|unique)\b"], _OTHERS),
    _form([rf"{_NOT}[^.,;:]*?{_ORDINAL} (?:last|final)\b"], _AFTER),
    _form(
        [
            r"\bnot (?:quite |nearly )?(?:every\w*|all|each|always|both|entirely|wholly|completely)\b",
            rf"{_NOT} (?:always|all)\b",
        ],
        _SOME,
    ),
    _form(
        [r"\b(?:if|when|where|should) [^.,;:]*?(?:\bnot\b|n['’]t\b)"],
        r"otherwise|or else|failing that|without|unless|absent|barring",
    ),
    _form(
        [rf"\bnot (?:the|that|this) (?:same )?(?:{_LEVEL}) (?:of|that)\b"],
        r"(?!ev|oth|ov|und|aft|h\w\b)\w{3,}er|more|less|worse",
    ),
    _form([r"(?:,| but| and) not\b(?! (?:a single|one|even)\b)", r"\bnot\b[^,;:.]* but\b"], rf"{_ONLY}|{_FOR}"),
    _form([r"(?:\bnot|n['’]t)\b(?: \w+){0,3}? (?:as|so) [\w-]+(?:(?: an? (?:[\w-]+ ){1,4}?)? ?as\b|(?=[.,;]))"], _MORE),
    _form([rf"{_NOT}[^.,;:]*? as [\w-]+ as\b"], _MORE),
    _form([rf"{_NOT}[^.;:]*?\b(?:{_SINCE})\b"], _LAST),
    _form(
        [rf"{_NOT}[^.,;:]*?\b(?:for|in) {_WHILE}"], rf"before|until|till|wait\w*|elapsed|went by|{_WHILE} (?:later|on)"
    ),
    _form(
        [r"\bnot (?:(?:so|as|very|too|quite) )?(?:many|much|often)\b"],
        r"few|fewer|less|little|scarce|rare|rarely|seldom|smaller|lower|handful",
    ),
    _form([rf"\bmost\b[^.;:]*?{_NOT}"], r"few|little|minority"),
    _form([rf"{_NOT}[^.,;:]*?\b(?:beyond|past|outside|(?:more|longer|further) than)\b"], _ONLY),
    _form([r"\bno two\b"], r"each|every|all|own|differ\w*|unique\w*|var(?:y|ies|ied)"),
    _form([rf"{_NOT}[^.,;:]*?\b(?:after|past)\b"], r"until|till|up to"),
    _form(
        [rf"{_NOT}[^.,;:]*?\b(?:more|longer|further|higher|later|greater) than\b"],
        r"at (?:the )?(?:most|latest)|maximum|limit\w*|up to|cap\w*",
    ),
    _form(
        [rf"{_NOT}[^.,;:]*?\b(?:less|fewer|shorter|lower|earlier|smaller) than\b"],
        r"at (?:the )?(?:least|earliest)|minimum|or more",
    ),
    _form([_NOT], rf"{_THOUGHT}|too \w+ (?:for|to)"),
    _form(
        [rf"{_NOT}[^.;:]*? yet\b", r"\bnot yet\b"],
        r"will|meant to|(?:is|are) to|expected|plan\w*|process|pending|await\w*",
    ),
)
_SPAN = r"(?:(?! and | but | who | which )[^.;:])*?"
LIMIT = re.compile(rf"{_NOT}{_SPAN}{_BEFORE}|{_AHEAD}{_BEFORE}{_SPAN}{_NOT}", re.IGNORECASE)
TOLD = re.compile(
    r"\b(?:only|once|after|when|while|first|since|as soon as|until|before|must|need(?:s|ed)?|necessary|essential|vital"
    r"|indispensable|required?|requires|conditions?|depend(?:s|ed)?|if|without"
    r"|unless|over|ended|at the (?:earliest|latest)|onwards?)\b",
    re.IGNORECASE,
)
WAITED = re.compile(
    r"\b(?:took|takes?|taken|wait\w*|held off|put off|delay\w*|postpon\w*)\b[^.;:]*?\b(?:until|till)\b", re.IGNORECASE
)
LITOTES = re.compile(rf"{_NOT}(?P<between> (?:\w+ )?)(?P<word>un(?!der|til|less|it|i[qfv])\w{{4,}})", re.IGNORECASE)
UNDONE = re.compile(  # "does not rule out", "loses none"
    rf"{_NOT} (?:\w+ ){{0,5}}(?P<free>off-limits|taboo|exempt|immune|forbidden|banned|barred)\b"
    rf"|{_NOT} (?:\w+ )?(?P<word>rul(?:e[sd]?|ing) out|exclud\w+|preclud\w+|fail(?:s|ed)? to|free (?:of|from)|short of|lack(?:s|ed|ing)?)\b"
    r"|\b(?P<lost>los(?:e|es|t|ing)) (?:none|nothing|no)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(  # "(not votes)", "and not to replace it"
    r"\((?:and |but |though |although )?(?:not|never|no)\b(?P<aside>[^()]{1,60})\)"
    r"|(?:,| and| but)+ not (?:to|an?|the|as|in|on|for|with|by|from|of|at)\b(?P<contrast>[^,.;:()]{1,60})(?=[,.;:)]|$)",
    re.IGNORECASE,
)


def unlimited(text: str, other: str) -> str:
    """A text without the denials that another tells as a limit, as the most or as the last, and without asides that it leaves out."""
    if not DENYING.search(text):
        return text
    text = ASIDE.sub(lambda match: match[0] if _is_told(match["aside"] or match["contrast"], other) else " ", text)
    for form in FORMS:
        if form.denying.search(text) and not form.denying.search(other) and form.is_told(other, text):
            text = form.denying.sub(lambda match: _undenied(match[0]), text)
    text = LITOTES.sub(lambda match: _positive(match, other), text)
    text = UNDONE.sub(lambda match: match[0] if _first(match) & set(roots(other)) else " ", text)
    return text if LIMIT.search(EXCESS.sub(" ", other)) else LIMIT.sub(lambda match: _bare(match[0], other), text)


def _is_told(words: str, other: str) -> bool:
    return bool(content_roots(words) & content_roots(other))


def _undenied(found: str) -> str:
    """Words without the one that denies; as they stand where there are two."""
    return DENYING.sub("", found) if len(DENYING.findall(found)) == 1 else found


def _positive(match: re.Match[str], other: str) -> str:
    """ "Certain" for "not uncertain", unless the other text has that word or the opposite."""
    word = match["word"].casefold()
    held = roots(other)
    known = root(word) in held or any(opposed(meaning(root(word[2:])), meaning(each)) for each in held)
    return match[0] if known else match["between"] + word[2:]


def _first(match: re.Match[str]) -> set[str]:
    """The root of the word that undoes a denial."""
    return set(roots(match["word"] or match["free"] or match["lost"])[:1])


def _bare(found: str, other: str) -> str:
    """A limit without its denying word; as it stands where the other text has the same limit undenied, or none."""
    limits = [match[0].casefold() for match in re.finditer(_BEFORE, found, re.IGNORECASE)]
    there = WAITED.sub("", LIMIT.sub("", other)).casefold()
    told = any(match[0].casefold() not in found.casefold() for match in TOLD.finditer(other))
    if any(re.search(rf"\b{limit}\b", there) for limit in limits) or not (told or "until" in limits):
        return found
    return re.sub(r"\bwithout\b", "with", _undenied(found), flags=re.IGNORECASE)
