"""Whose words they are: what somebody says, thinks or expects may not become a plain fact."""

import re
from collections.abc import Iterator

from qa.support.evidence import Evidence, content_roots, meaning, nearest, root, roots
from qa.support.kin import related
from qa.support.names.speaking import STATES
from qa.support.stance.hedges import ATTRIBUTION, SOFT

_SAYS = (
    r"said|says|say|argued?|argues|believed?|believes|(?<!been )(?<!were )reported|reports|indicate[sd]?|claim(?:s"
    r"|ed)?|suggest(?:s|ed)?|thinks?|thought|stated?|states|warn(?:s|ed)?"
    r"|expect(?:s|ed)?|estimate[sd]?|hold(?:s)?|held|insist(?:s|ed)?|predict(?:s|ed)?|assum(?:es|ed)|wrote|writes|told [^,]+?|announced"
    r"|stressed|answer(?:s|ed)?|conclude[sd]?|allege[sd]?|contend(?:s|ed)?|speculate[sd]?|maintain(?:s|ed)?|feared?|fears|consider(?:s|ed)?"
)
_SPOKEN = (  # behind or amid what is said
    r"said|says|argue[sd]|claim(?:s|ed)|warn(?:s|ed)|caution(?:s|ed)|insist(?:s|ed)|indicate[sd]|believe[sd]"
    r"|suggest(?:s|ed)|conclude[sd]"
)
_WHEN = (
    r"(?: (?:on|in|at|to|after|before|during|last|this|earlier|later|again|also|yesterday|afterwards?)\b[^,;:]{0,50}?)?"
)
REPORTED = (
    re.compile(r"^(?P<who>[Aa]ccording to .{3,80}?), (?P<what>.+)$"),
    re.compile(r"^(?P<what>.+?),? (?P<who>according to .+)$"),
    re.compile(
        r"^(?P<who>(?:[Ii]n|[Oo]n) (?:our|his|her|their|its|[\w.’' ]+?['’]s?) (?:view|reading|account|opinion"
        r"|estimate|words|the (?:view|reading|opinion|eyes|words) of [^,]{3,60}(?=,))),? (?P<what>.+)$"
    ),
    re.compile(rf"^(?P<who>(?:(?!\bthat\b)[^;:“”\"]){{1,90}}?) (?:{_SAYS}){_WHEN} (?:that )(?P<what>.+)$"),
    re.compile(rf"^(?P<who>We|I) (?:{_SAYS}|count|read|see) (?P<what>.+)$"),
    re.compile(
        r"^(?P<who>(?:The |Some |Many |Most )?(?:[\w.-]+ ){0,4}?(?:\w+)) (?:say|says|said|believe|believes|believed|think"
        r"|thinks) (?P<what>.+)$"
    ),
    re.compile(rf"^(?P<who>[^,;:“”\"]{{3,60}}) (?:{_SAYS}|note[sd]?|observe[sd]?)[,:] [“\"](?P<what>.+)$"),
    re.compile(rf"^(?P<what>[^“”\"]{{25,}}), (?P<who>(?:[\w.’'-]+ ){{1,5}}?)(?:{_SPOKEN})(?:\.?$|;)"),
    re.compile(rf"^(?P<what>[^“”\",]{{8,}}), (?P<who>(?:[\w.’'-]+ ){{1,5}}?)(?:{_SPOKEN}), (?P<more>.+)$"),
    re.compile(
        r"^(?P<who>(?:Some |Many |Most |The |Its |Their |His |Her )?(?:\w+ )?"
        r"(?:[Ss]upporters|[Cc]ritics|[Oo]pponents|[Aa]dvocates|[Ss]ceptics|[Ss]keptics"
        r"|[Ss]cholars|[Ee]xperts|[Aa]nalysts|[Hh]istorians)) (?:consider|regard|view|see|call) (?P<what>.+)$"
    ),
)
OPENING = re.compile(
    r"^(?:However|Finally|Moreover|Furthermore|In addition|Similarly|Indeed|Therefore|Nevertheless|For (?:instance|example)), "
)
PAPER = re.compile(
    r"\b(?:sheet|communique|text|act|law|agreement|list|survey|treaty|memorandum|paper|constitution|table|census)s?\b",
    re.IGNORECASE,
)
NOT_SAID = re.compile(
    r"(?:\bnot|\bnever|n['’]t|\b(?:tempting|easy|hard|natural|fair|wrong) to)$"
)  # "it is tempting to think"
ASIDE = re.compile(r", (?:where|which|who|whose|when|although|though)\b| instead of ")
OPINION = re.compile(
    r"\b(?:argue[sd]?|believe[sd]?|claim(?:s|ed)?|thinks?|thought|warn(?:s|ed)?|expect(?:s|ed)?|insist(?:s|ed)?|predict(?:s|ed)?"
    r"|alleged?s?|contend(?:s|ed)?|speculate[sd]?|maintain(?:s|ed)?|fear(?:s|ed)?|suggest(?:s|ed)?|supporters|critics|opponents|advocates"
    r"|familiar with|sources|caution(?:s|ed)|in (?:our|his|her|their|its|the) (?:view|opinion|eyes|words))\b",
    re.IGNORECASE,
)
OF_WHAT = re.compile(r"(?<=ters|tics|ents|ates) of .*")  # "supporters of the road"
NEARLY = 0.8  # share of what is reported, of so many words at least, that is in a claim of other words besides
FEW = 4
MOST = 0.6  # share of a claim's content words that stand in what is reported
SOME = 0.4  # share either way, of two words at least, from which a claim that is sure of itself tells what is reported


def lost_voices(claim: str, evidence: Evidence) -> Iterator[str]:
    """A claim that rests on what somebody said and names neither a speaker nor that anything was said."""
    sentence = nearest(claim, evidence)
    found = _reported(sentence)
    if found is None or PAPER.search(found[0]) or NOT_SAID.search(found[0]):
        return
    ours, whose, what = content_roots(claim), content_roots(OF_WHAT.sub("", found[0])), set(roots(found[1]))
    meant = set(map(meaning, what))
    attributed = any(meaning(root(match[0].casefold())) not in meant for match in ATTRIBUTION.finditer(claim))
    named = ours & ((whose - what) | (content_roots(evidence.sources) - STATES))
    if (
        not attributed
        and not named
        and _is_told(claim, sentence, found[1])
        and not _others_say_it(claim, sentence, evidence)
    ):
        yield "it states as a plain fact what the cited sentence gives as somebody's words"


def _is_told(claim: str, sentence: str, reported: str) -> bool:
    """Whether a claim tells what is reported: nearly in the same words, or freely and as a fact."""
    ours, what, main = content_roots(claim), set(roots(reported)), content_roots(ASIDE.split(reported)[0])
    held, close, told = len(related(ours, what)), len(related(ours, main)), len(related(main, ours))
    all_of_it = told >= MOST * len(main)  # an aside behind it, however long, is told with it
    if (held >= MOST * len(ours) and (2 * close > held or all_of_it)) or (
        len(main) >= FEW and told >= NEARLY * len(main)
    ):
        return True
    if not OPINION.search(sentence) or SOFT.search(claim):
        return False
    return min(told, close) > 1 and told >= SOME * len(main) and close >= SOME * len(ours)


def _reported(sentence: str) -> tuple[str, str] | None:
    """Who says what, in the sentence or behind its colon."""
    plain = OPENING.sub("", sentence.strip("-*• "))
    texts = [plain, plain.partition(": ")[2]]
    match = next((match for text in texts for pattern in REPORTED if (match := pattern.match(text))), None)
    if match is None:
        return None
    parts = match.groupdict(default="")
    return parts["who"], f"{parts['what']} {parts.get('more', '')}"


def _others_say_it(claim: str, sentence: str, evidence: Evidence) -> bool:
    """Whether another cited sentence holds as much of the claim: that it is reported too is said once."""
    others = [other for other in evidence.sentences if other != sentence]
    wanted = content_roots(claim)
    return any(len(wanted & set(roots(other))) >= MOST * len(wanted) for other in others)
