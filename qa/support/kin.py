"""Which words may stand for each other when it is asked how much of a claim its evidence holds.

Wider than one meaning a word: a word may belong to several groups of synonyms, and to its family ("decide", "decision"; "free",
"freedom"). Wide enough for what a claim is about, too wide for what it says of it: denials and comparisons do not use it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from qa.support.close import CLOSE
from qa.support.synonyms import STEMMED, stemmed
from qa.support.verbs import BASES

ENDING = re.compile(r"(?:ment|dom|ness|ship|iti|ity|ation|ion|anc|enc|abl|ibl|ful|iv|al|er|or|li|ur|y|e|i)$")
SHORTEST = 4  # letters that a family's word keeps

# Broader than synonyms.py: general words that are put for each other only where the rest of the claim says what is meant.
_BROAD = """
share split divide division; differ differ different divided disagree apart; lead head command direct; need require necessary must
have; can able possible capable power could; freedom free freely; space spot place bay; cover shelter roof; build make structure construct
set; raise bring mention cite; first priority before precedence; settle resolve decide determine fix conclude; sign signed signature
unsigned agree; cheap expensive cost price money free; describe description account version reading interpretation view; stay remain
stable steady unchanged same keep continue; talk speak say comment remark tell state; increase growth grow rise more up higher; fall
cut reduce reduction trim drop lower fewer less decrease shrink; work job task contract order project; small little modest minor
limited few; big large great major substantial; plan schedule timetable calendar date deadline time; late behind delay overrun over;
open unsettled undecided unresolved; answer reply respond settle; turn alternate rotate; body group set member; support back backer
supporter favor; realistic achievable feasible possible; think believe consider judge regard see expect predict forecast anticipate
view; text document paper statement deal agreement accord; troop soldier force unit personnel strength; number figure count amount
level sum total size; top largest biggest main chief; official officer negotiator minister government administration capital side;
year annual yearly annually; month monthly; day daily; week weekly; person people man woman somebody; discover find notice detect
turn; get obtain receive win secure gain acquire; give provide offer supply grant hand; begin start open launch commence; end finish
complete close conclude last; push press urge argue call demand; let allow permit may; limit restrict cap ceiling bound maximum;
important matter key crucial central; show reveal indicate demonstrate suggest; change adapt alter shift adjust modify amend move;
swap replace substitute exchange; hard difficult tough; easy simple; quick fast rapid soon speed; slow delay; old former previous
earlier; new recent fresh; future coming next later ahead; now current present today; sea ocean naval maritime navy; ship vessel boat
submarine carrier; weapon missile arm; soldier sergeant officer; tariff duty rate levy; tax levy duty; firm company business
corporation; yard shipyard dock; repair maintenance overhaul mend fix; law act statute bill legislation clause; vote approve pass
adopt accept; sale sell purchase buy order; pay payment fund finance cost spend spending expense budget; promise pledge commit vow
offer undertake; rule govern regulate; tie link depend follow hinge condition rest; meeting summit talk session round conference;
leader president head chief; tell inform brief; write post publish; reporter journalist press newspaper media; together joint both
mutual shared common; alone only solely; apart separate; part portion section piece share; whole all total every entire full; type
kind form sort; reason cause because ground; outcome result consequence effect; aim goal target purpose objective intend plan; worry
concern fear; danger threat risk; safe secure security; protect defend guard; attack strike; enemy adversary foe; friend ally partner;
neighbor nearby near beside next close adjacent; far distant abroad overseas foreign outside; region area zone; road street route way
path; home domestic house; public open; secret private confidential closed; name call term title label; word wording language phrase
text; mean meaning sense code; teach train; learn know aware; unknown know; use employ apply; keep hold retain preserve store save;
leave depart exit quit; return come back regain recover; stop end halt cease; refuse reject decline; accept agree approve welcome;
oppose resist against resistance opponent object; want wish desire seek like favor prefer rather; try attempt effort; help assist
aid; hurt harm damage; worsen deteriorate bad worse; improve good better; lapse expire end fall; require need condition demand; ask
request seek appeal; charge fee price pay; fund money cash sum; half 50; double twice two; once one single; several some many; most
mainly mostly largely majority; nearly almost about roughly approximately around some; also too additionally; maker manufacturer
producer; worker labor staff employee; shortage short lack; enough sufficient; store storage depot warehouse; bike bicycle cyclist
rider; car automobile vehicle motorist driver; plane aircraft jet fighter; holder hold owner own; discount half reduce; electric
battery charge socket; water sea; food dish; warm heat hot temperature degree; cold cool chill refrigerate; taste flavor texture;
ready prepared prepare; sketch outline draft provisional; firm solid certain sure; clear explicit plain evident obvious; unclear vague
ambiguous ambiguity; contradict conflict incompatible inconsistent; complete full whole; list include contain name; vary differ
change; visit travel trip tour go; host hold held; doubt question skeptic; correct right true; wrong false error mistake; sum amount
money; step measure action move; crisis emergency war conflict; peace peaceful calm; stage phase step; test check verify certify
assess assessment evaluate evaluation examine review; quit drop abandon give up; wait delay; steer lead guide;
deal settlement agreement accord; withdrawal pullout departure leave; predict foretell forecast imply; verify confirm corroborate check;
independent own separate alone; face pay charge undergo; publication paper digest brief desk monitor ledger; notice warning; refuse
deny no; drop disappear vanish omission omit miss go; reappear return back; obligation duty commitment; honor respect observe obey;
permit consent approve agree; request plea petition; upset unsettle disturb destabilize; spread stretch extend; lump bulk whole;
opponent critic skeptic; backing support endorsement endorse; quarrel dispute row conflict; spill catch affect reach; plant factory
works; domestic home national local; competitor rival; draw take attract pull; empty free unfilled; liquid water juice; shelf place;
texture crunch; sour acid ferment; jar container pot; staff crew team worker; resident citizen inhabitant people; voter citizen
public; poll survey census count; pupil student school; teacher staff; doctor physician; patient sick; illness disease; medicine drug
medication; home house dwelling; rent lease; landlord owner; river stream; flood water; bridge crossing; traffic vehicle car; train
rail railway; bus transit transport; plane flight; airport terminal; port harbor; crew sailor; fish catch; farm agriculture farmer;
crop harvest; rain weather storm; tree forest wood; energy power electricity; oil fuel gas; emission pollution carbon; court judge
tribunal; ruling verdict judgment decision; lawsuit suit case; crime offence offense; police officer; prison jail; arrest detain;
kill dead die death; injure wound hurt; wage salary pay income; job post position employment; unemployed jobless; profit earnings
margin return gain earn; loss deficit; debt loan borrow; bank lender; investor shareholder; share stock; price cost; buyer customer
consumer; seller vendor; brand product good; research study; scientist researcher; finding result; university college; percent share
rate; average mean typical; estimate reckon calculate; exact precise; roughly approximate
"""


def kin(root: str) -> frozenset[str]:
    """The groups of synonyms and the family that a root belongs to, and itself."""
    return _KIN[root] | {root, family(root)}


@lru_cache(maxsize=50_000)  # each word of a passage is held against many claims
def topics(root: str) -> frozenset[str]:
    """What a root has in common with those that tell of the same thing: its kin, and the words close to it."""
    return _CLOSE[root] | {root, family(root)}


def relations(root: str) -> frozenset[str]:
    """The broad groups that a root belongs to."""
    return _RELATIONS[root]


def related(wanted: set[str], words: set[str]) -> set[str]:
    """Those of some roots that stand among others, in these or related words."""
    near = set().union(*(kin(word) | relations(word) for word in words))
    return {word for word in wanted if (kin(word) | relations(word)) & near}


def family(root: str) -> str:
    """What the words of a family have in common: "decis" and "decid" have "decid", "freedom" and "freeli" have "free"."""
    short = root
    while (cut := ENDING.sub("", short)) != short and len(cut) >= SHORTEST:
        short = cut
    return short[:-1] + "d" if short.endswith("s") and len(short) > SHORTEST else short


def _groups(lists: Iterable[Sequence[str]]) -> defaultdict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for place, words in enumerate(lists):
        for word in words:
            found[BASES.get(word, word)] |= {f"group {place}"}
    return found


_KIN = _groups(STEMMED)
_CLOSE = _groups([*STEMMED, *CLOSE])
_RELATIONS = _groups(stemmed(_BROAD))
