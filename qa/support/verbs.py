"""Irregular verbs: what a stemmer cannot bring together."""

from qa.words import stem

_FORMS = """
be was were been is are; bear bore borne; beat beaten; become became; begin began begun; bend bent; bind bound; bite bit bitten;
blow blew blown; break broke broken; bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen;
come came; deal dealt; dig dug; do did done; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen;
feed fed; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten;
freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hang hung; have had has; hear heard;
hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent; lie lain; lose lost; make made;
mean meant; meet met; pay paid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought;
sell sold; send sent; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk;
sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; steal stole stolen; stick stuck; strike struck; swear swore sworn;
swim swam swum; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; understand understood;
undergo underwent undergone; wake woke woken; wear wore worn; win won; withdraw withdrew withdrawn; write wrote written;
overcome overcame; overtake overtook overtaken; foresee foresaw foreseen; arise arose arisen; spin spun; swing swung; weave wove woven
"""

BASES = {
    stem(form): stem(base)
    for base, *forms in (verb.split() for verb in _FORMS.replace("\n", " ").split(";"))
    for form in forms
}
"""Stem of an irregular form to stem of its base form."""

PAST = frozenset(
    form for verb in _FORMS.replace("\n", " ").split(";") for form in verb.split()[1:]
) | frozenset("put set cut let hit cost spread shut split hurt quit bet read".split())  # fmt: skip
"""Forms that tell of the past or are participles."""
