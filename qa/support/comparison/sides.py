"""Words of comparison and their opposites."""

import re

from qa.support.evidence import root

_PAIRS = """
rise raise grow growth increase gain climb surge soar jump swell mount double triple boom up expand expansion upturn|fall decline decrease
 drop shrink shrinkage reduce reduction lose loss down cut plunge plummet tumble slump dwindle diminish halve sink
 depopulation downturn deplete depletion
more|less fewer
majority|minority
rise raise grow growth increase gain climb surge soar jump swell mount boom expand expansion upturn higher|fall decline decrease drop
 shrink shrinkage reduce reduction lose loss cut plunge plummet tumble slump dwindle diminish depopulation downturn lower
 less fewer
mostpart most usual usually|leastpart least fewest
atleast|atmost
high higher|low lower
highest|lowest
large larger big bigger great greater|small smaller
largest biggest greatest|smallest
long longer lengthen prolong|short shorter shorten
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
support favour favor|oppose objection object
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
_MOVES = """
rise raise grow growth increase climb surge soar jump swell double boom expand expansion upturn|fall decline decrease drop shrink
 shrinkage reduce reduction plunge plummet tumble slump dwindle diminish halve downturn
"""
_DEGREES = """
higher increase more greater larger bigger rise raise|lower decrease less fewer smaller reduce fall shrink
highest most|lowest least fewest
largest biggest greatest|smallest
longer|shorter
longest|shortest
faster quicker|slower
fastest quickest|slowest
stronger strengthen|weaker weaken
strongest|weakest
wider broader widen broaden|narrower narrow
warmer hotter|colder cooler
older elder earlier|younger newer later
oldest earliest first|youngest newest latest last
best finest|worst poorest
better|worse poorer
"""


def _pairs(sides: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Each side of each line against the other, as roots."""
    lines = [line.split("|") for line in sides.strip().replace("\n ", " ").split("\n")]
    rooted = [tuple(frozenset(map(root, side.split())) for side in line) for line in lines]
    return [pair for one, other in rooted for pair in ((one, other), (other, one))]


PAIRS = _pairs(_PAIRS)
# Known for opposites only where both stand right beside the same word, wherever else a claim goes its own way.
MOVES = _pairs(_MOVES)
DEGREES = _pairs(_DEGREES)
CONVERSE = frozenset(
    map(
        root,
        "win lose buy sell import export north south east west ahead behind above below older younger"
        " previous predecessor subsequent successor begin start end stop".split(),
    )
)
"""Of two things, said of the one if the other is said of the other."""

_DENIED = re.compile(
    r"\b(?:not|never|cannot|nor|neither|hardly|without|\w+n['’]t) (?:(?:be|been|being|have|yet|to|\w+ly) )*(\w+)",
    re.IGNORECASE,
)


def denied(text: str) -> set[str]:
    """The roots of the words that a denying word stands right before: "not accepted" is no acceptance."""
    return {root(match[1].casefold()) for match in _DENIED.finditer(text)}
