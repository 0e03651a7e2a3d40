"""Whose words they are: what somebody says, thinks or expects may not become a plain fact."""

import re
from collections.abc import Iterator

from qa.support.evidence import Evidence, content_roots, meaning, nearest, root, roots
from qa.support.kin import related
from qa.support.names.speaking import STATES

_SAYS = (
    r"said|says|say|argued?|argues|believed?|believes|(?<!been )(?<!were )reported|reports|indicate[sd]?|claim(?:s"
    r"|ed)?|suggest(?:s|ed)?|thinks?|thought|stated?|states|warn(?:s|ed)?"
    r"|expect(?:s|ed)?|estimate[sd]?|hold(?:s)?|held|insist(?:s|ed)?|predict(?:s|ed)?|assum(?:es|ed)|wrote|writes|told [^,]+?|announced"
    r"|stressed|answer(?:s|ed)?|conclude[sd]?|allege[sd]?|contend(?:s|ed)?|speculate[sd]?|maintain(?:s|ed)?|feared?|fears|consider(?:s|ed)?"
)
_WHEN = (
    r"(?: (?:on|in|at|to|after|before|during|last|this|earlier|later|again|also|yesterday|afterwards?)\b[^,;:]{0,50}?)?"
)
REPORTED = (
    re.compile(r"^(?P<who>[Aa]ccording to .{3,80}?), (?P<what>.+)$"),
    re.compile(r"^(?P<what>.+?),? (?P<who>according to .+)$"),
    re.compile(
        r"^(?P<who>(?:[Ii]n|[Oo]n) (?:our|his|her|their|its|[\w.’' ]+?['’]s?) (?:view|reading|account|opinion"
        r"|estimate|words)),? (?P<what>.+)$"
    ),
    re.compile(rf"^(?P<who>(?:(?!\bthat\b)[^;:“”\"]){{1,90}}?) (?:{_SAYS}){_WHEN} (?:that )(?P<what>.+)$"),
    re.compile(rf"^(?P<who>We|I) (?:{_SAYS}|count|read|see) (?P<what>.+)$"),
    re.compile(
        r"^(?P<who>(?:The |Some |Many |Most )?(?:[\w.-]+ ){0,4}?(?:\w+)) (?:say|says|said|believe|believes|believed|think"
        r"|thinks) (?P<what>.+)$"
    ),
    re.compile(rf"^(?P<who>[^,;:“”\"]{{3,60}}) (?:{_SAYS}|note[sd]?|observe[sd]?)[,:] [“\"](?P<what>.+)$"),
    re.compile(r"^(?P<what>[^“”\"]{25,}), (?P<who>(?:[\w.’'-]+ ){1,5}?)(?:said|says)\.?$"),
    re.compile(
        r"^(?P<who>(?:Some |Many |Most |The |Its |Their |His |Her )?(?:\w+ )?"
        r"(?:[Ss]upporters|[Cc]ritics|[Oo]pponents|[Aa]dvocates|[Ss]ceptics|[Ss]keptics"
        r"|[Ss]cholars|[Ee]xperts|[Aa]nalysts|[Hh]istorians)) (?:consider|regard|view|see|call) (?P<what>.+)$"
    ),
)
ATTRIBUTION = re.compile(
    r"\b(?:said|says?|saying|according|reportedly|reported|reports?|views?|viewed|reading|reads?|opinion"
    r"|accounts?(?! for\b)|accounted(?! for\b)|words"
    r"|regard\w*|sees?|eyes|perspective|standpoint|assess\w*|verdict|findings?|version|sources?|supporters|critics"
    r"|argu\w*|believ\w*|claim\w*|think\w*|thought|states?|stated|warn\w*|expect\w*|estimat\w*|insist\w*|predict\w*|wrote"
    r"|writes|told|announc\w*"
    r"|stress\w*|answer\w*|conclud\w*|alleg\w*|contend\w*|judg\w*|describ\w*|call(?:s|ed)|advis\w*|urg(?:e|es|ed)|caution\w*"
    r"|not(?:es|ed)|add(?:s|ed)"
    r"|promis\w*|pledg\w*|conced\w*|forecast\w*|projection|consider\w*|hop(?:es?|ed)|want(?:s|ed)?|favou?r(?:s|ed)?"
    r"|propos(?:es?|ed|al)|recommend\w*|advocat\w*|suggest\w*|den(?:y|ies|ied)|dismiss\w*|admit\w*|acknowledg\w*"
    r"|assert\w*|suppos\w*|suspect\w*|doubt\w*|deem\w*|rumou?r\w*|declar\w*|remark\w*|observ(?:es|ed)|reckon\w*|comment(?:s|ed)"
    r"|hypothesi\w*|theor(?:y|ies|i[sz]\w+)"
    r"|attribut\w*|accus\w*|quot\w*|portray\w*|depict\w*|intend\w*|agree[sd]?|fear\w*|holds?|held(?= (?:to|that|as|by)\b)"
    r"|reassur\w*|maintain\w*)\b",
    re.IGNORECASE,
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
NEARLY = 0.8  # share of what is reported, of so many words at least, that is in a claim of other words besides
FEW = 4
MOST = 0.6  # share of a claim's content words that stand in what is reported


def lost_voices(claim: str, evidence: Evidence) -> Iterator[str]:
    """A claim that rests on what somebody said and names neither a speaker nor that anything was said."""
    sentence = nearest(claim, evidence)
    found = _reported(sentence)
    if found is None or PAPER.search(found["who"]) or NOT_SAID.search(found["who"]):
        return
    ours, whose, what = content_roots(claim), content_roots(found["who"]), set(roots(found["what"]))
    meant = set(map(meaning, what))
    main = content_roots(ASIDE.split(found["what"])[0])
    attributed = any(meaning(root(match[0].casefold())) not in meant for match in ATTRIBUTION.finditer(claim))
    named = ours & ((whose - what) | (content_roots(evidence.publishers) - STATES))
    held, close = related(ours, what), related(ours, main)
    told = len(related(main, ours))
    all_of_it = told >= MOST * len(main)  # an aside behind it, however long, is told with it
    covered = (len(held) >= MOST * len(ours) and (2 * len(close) > len(held) or all_of_it)) or (
        len(main) >= FEW and told >= NEARLY * len(main)
    )
    if not attributed and not named and covered and not _others_say_it(claim, sentence, evidence):
        yield "it states as a plain fact what the cited sentence gives as somebody's words"


def _reported(sentence: str) -> re.Match[str] | None:
    """Who says what, in the sentence or behind its colon."""
    plain = OPENING.sub("", sentence.strip("-*• "))
    texts = [plain, plain.partition(": ")[2]]
    return next((match for text in texts for pattern in REPORTED if (match := pattern.match(text))), None)


def _others_say_it(claim: str, sentence: str, evidence: Evidence) -> bool:
    """Whether another cited sentence holds as much of the claim: that it is reported too is said once."""
    others = [other for other in evidence.sentences if other != sentence]
    wanted = content_roots(claim)
    return any(len(wanted & set(roots(other))) >= MOST * len(wanted) for other in others)
