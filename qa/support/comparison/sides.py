"""Words of comparison and their opposites, and what only looks like one."""

import re

from qa.support.comparison.degrees import in_one_word
from qa.support.evidence import root

_PAIRS = """
rise raise grow growth increase gain climb surge soar jump swell mount double triple boom up expand expansion upturn|fall decline decrease
 drop shrink shrinkage reduce reduction lose loss down cut plunge plummet tumble slump dwindle diminish halve sink contract contraction
 depopulation downturn deplete depletion
more|less fewer
majority|minority
rise raise grow growth increase gain climb surge soar jump swell mount boom expand expansion upturn higher more|fall decline decrease drop
 shrink shrinkage reduce reduction lose loss cut plunge plummet tumble slump dwindle diminish contraction depopulation downturn lower
 less fewer
mostpart most usual usually|leastpart least fewest
atleast|atmost
high higher|low lower
highest|lowest
large larger big bigger great greater|small smaller
largest biggest greatest|smallest
long longer|short shorter
longest|shortest
fast faster quick quicker|slow slower
fastest quickest|slowest
strong stronger strengthen enhance reinforce bolster|weak weaker weaken
strongest|weakest
early earlier previous predecessor beforehand startof|late later afterwards afterward subsequent successor endof
first|last
old older|young younger new newer
oldest|youngest newest
above over exceed|below under
better improve|worse worsen deteriorate
best|worst
most highest largest biggest greatest fastest quickest strongest|least fewest lowest smallest slowest weakest
likely probable probably|unlikely improbable
maximum|minimum
upper|lower
wide wider widen broad broader broaden|narrow narrower
warm warmer hot hotter|cold colder cool cooler
rich richer|poor poorer
near nearer close closer|far farther further
win|lose
buy|sell
import|export
support|oppose
accept approve|reject refuse
allow permit|forbid prohibit
include|exclude
begin start|end stop
join|leave
agree accept|refuse decline
confirm|deny dismiss reject
northern|southern
eastern|western
north|south
east|west
heavy heavier|light lighter
deep deeper|shallow shallower
advantage|disadvantage
success|failure
ahead|behind
"""
SIDES = [
    tuple(frozenset(map(root, side.split())) for side in pair.split("|"))
    for pair in _PAIRS.strip().replace("\n ", " ").split("\n")
]
PAIRS = [pair for one, other in SIDES for pair in ((one, other), (other, one))]
CONVERSE = frozenset(
    map(root, "win lose buy sell import export north south east west ahead behind above below older younger".split())
)
"""Of two things, said of the one if the other is said of the other."""

_FIGURE = r"(?:about |around |some |roughly |nearly |almost |just )?(?:an? |one |two |three |half |[$€£]?\d)"
_ODDS = re.compile(r"\b(more|less) (|un)likely than (?:not|(?:un)?likely)\b")
_SETTLED = [
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
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
        (r"\b(?:more|less|fewer) than (?=[$€£]?\d)", " "),  # bounds.py
        (r"\b(?:start|beginning) of\b", " startof "),
        (r"\bend of\b", " endof "),
        (
            r"\bin short(?: supply)?\b|\bshort (?:of|supply|notice)\b|\b(?:how|before) long\b|\b(?:as|so) long as\b"
            r"|\blong(?:-| )(?:term|standing|since|ago)\b|\b(?:in|shed\w*) (?:the )?light (?:of|on)\b|\bby and large\b|\bat large\b"
            r"|\bat best\b|\bhigh (?:school|court|command|sea)s?\b|\bnear future\b|\bold age\b|\bcold war\b|\bsmall arms\b|\bhad better\b",
            " ",
        ),
        (r"\b(?:up|down)\b(?! (?:by |from |to )?[$€£]?\d)", " "),  # "given up"
        (rf"\b(?:over|under)\b(?! {_FIGURE})", " "),  # "under the crown", "sway over"
        (r"\b(?:so|thus|by) far\b|\b(?:as )?far (?:as|from|more|less)\b|\bfar (?=\w+er\b)", " "),
        (
            r"\b(?:fall|falls|fell|fallen|falling) (?=(?:behind|apart|ill|asleep|under|into|within|in love|prey|victim|short)\b)",
            " ",
        ),
        (r"\b(?:lasts?|lasted|lasting)\b|\bat last\b|\blast (?=(?:year|month|week|night|day|summer|winter)\b)", " "),
        (
            r"\b(?:once|what is|what's) more\b|\bmore or less\b|\bfirst (?:of all|and foremost)\b|\bsooner or later\b",
            " ",
        ),
    )
]
_DENIED = re.compile(
    r"\b(?:not|never|cannot|nor|neither|hardly|without|\w+n['’]t) (?:(?:be|been|being|have|yet|to|\w+ly) )*(\w+)",
    re.IGNORECASE,
)


def settled(text: str) -> str:
    """With odds in one word, and without what only looks like a direction: "less likely than not", "given up", "under the law"."""
    text = in_one_word(
        _ODDS.sub(lambda match: "likely" if (match[1] == "more") == (match[2] == "") else "unlikely", text)
    )
    for pattern, by in _SETTLED:
        text = pattern.sub(by, text)
    return text


def denied(text: str) -> set[str]:
    """The roots of the words that a denying word stands right before: "not accepted" is no acceptance."""
    return {root(match[1].casefold()) for match in _DENIED.finditer(text)}
