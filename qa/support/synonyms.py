"""Words that writers on public affairs put for each other. Only such as can hardly stand for anything else in a short claim."""

from qa.words import stem

_GROUPS = """
cost costs price fee charge pay payment paid; money fund funds funding cash; soldier soldiers troop troops; staff employee employees
personnel; ship ships vessel vessels boat boats; bike bikes bicycle bicycles; car cars automobile automobiles; plane planes aircraft
airplane jets jet; buy purchase acquire obtain get; sell sale; big large great; small little; begin start launch; end finish conclude
complete; talk talks negotiation negotiations discussion discussions discuss; meet meeting summit; accord agreement deal pact treaty;
agree accept; reject refuse decline; boost increase raise rise grow growth climb; cut reduce reduction lower decrease fall drop decline;
quick fast rapid speedy; show demonstrate; help assist aid support; allow permit let enable; forbid prohibit ban bar; need require
demand; ask request seek; want wish desire; think believe consider regard view judge deem; say state tell declare announce; stress
emphasize underline; warn caution; promise pledge vow commit commitment; keep retain maintain sustain preserve hold remain stay
continue; change alter modify amend; build construct construction; use employ; choose select pick; show indicate; draft write; publish
release issue; approve authorize endorse clear; sign signature; plan intend aim; expect anticipate forecast predict projection project;
year annual yearly; month monthly; day daily; limit cap ceiling maximum; about roughly approximately around some nearly almost;
important significant; difficult hard; easy simple; problem difficulty; danger threat risk; enemy adversary; friend ally; job work task
mission; place site location; country nation state; government administration cabinet; lawmaker lawmakers legislator legislators
parliamentarian; law act legislation bill statute; weapon weapons arms; military defense defence; power force forces; fix repair mend;
overhaul maintenance; answer reply respond response; worry concern fear; reason cause; result outcome; part portion share piece; total
whole overall sum amount; half halve; leave depart exit; return back; split divide; last final latest; current present; former previous
earlier prior; next following; also additionally; further more additional extra another; enough sufficient; whole entire full; only just
solely merely; main chief principal key; rich wealthy; old elderly aged; young youth; purpose aim goal objective; target goal; call name
describe term; give provide grant supply offer; receive get obtain; send dispatch deploy; move shift transfer redeploy; put place;
damage harm hurt; protect guard defend; attack strike; kill slay; die death; win victory; lose loss defeat; invent create devise; found
establish; run operate manage; lead head; join enter; watch observe monitor; find discover detect; open unveil; close shut; stop halt
cease; delay postpone; happen occur; include contain comprise cover; exclude omit; depend hinge rest; suit fit match; worsen
deteriorate; improve better; view opinion; account version; document paper text; clause provision; rule regulation; worker workers
labor; firm company corporation business; factory plant; shortage lack; rival competitor competition; road path way route; swap replace
substitute exchange; worth value; sort kind type; field area domain; wide broad; narrow tight
"""


def stemmed(groups: str) -> list[list[str]]:
    """Groups that semicolons part, each word as its stem."""
    return [[stem(word) for word in group.split()] for group in groups.replace("\n", " ").split(";")]


STEMMED = stemmed(_GROUPS)
"""Each group as stems."""

GROUPS: dict[str, str] = {}
"""Stem to the name of the first group that it stands in."""
for _stems in STEMMED:
    _name = next((GROUPS[each] for each in _stems if each in GROUPS), _stems[0])
    GROUPS |= {each: _name for each in _stems if each not in GROUPS}
