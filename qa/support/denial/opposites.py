"""Words of which one says what the other denies: "will not change" and "will keep", "is announced" and "is unannounced"."""

from collections import defaultdict

from qa.support.denial.privatives import IN_WORDS
from qa.support.evidence import meaning, root

_PAIRS = """
change alter differ vary shift|keep remain stay same unchanged stable retain hold maintain preserve continue
include cover part belong contain|exclude omit except outside separate
allow permit let may|forbid prohibit ban bar prevent
know sure|unknown unaware uncertain unclear doubt guess guesswork mystery
answer settle decide resolve determine|open unanswered unresolved unsettled undecided pending
agree accept approve|reject refuse decline oppose disagree objection
confirm acknowledge|deny
succeed manage pass|fail miss
mention name say discuss speak give|silent silence quiet omit avoid
possible compatible complete|impossible incompatible incomplete
open|closed shut
exceed surpass beyond|limit within cap ceiling below
end stop finish cease|continue go remain last
have hold offer give contain|lack without absent miss
appear come publish arrive|outstanding pending await
bind commit oblige|free
absolute|exception exemption
equal match same alike|differ different unique distinct
many much|few little
fit suit match agree|conflict contradict clash collide
safe|danger dangerous risk
charge cost fee pay price|free
die death dead posthumous|live survive alive lifetime
comply obey follow observe respect keep|violate violation breach break infringe flout
reach meet achieve attain|miss short
ignore neglect overlook disregard|heed notice regard
survive spare escape|destroy kill ruin lose die hit strike reach sweep swept raze dissolve perish sink wreck
profit profitable|loss lose deficit
agree unanimous concur|dissent
stay remain|leave depart
keep retain hold preserve|lose forfeit surrender fade
marry marriage|bachelor spinster celibate
everyone everybody universal|exception exempt exemption
trouble difficult|easy intelligible smooth
read write literate|illiterate
uphold upheld|lift overturn cancel quash
apply pay bear|spare exempt exemption
join attend part|boycott boycotted shun avoid
subject liable bound|immune immunity exempt exemption
full crowded|empty room space
withstand withstood survive|fall collapse
war|peace
idle disuse closed rest|produce run work make use operate
convict guilty|acquit exonerate innocent
"""
PREFIXES = ("un", "non", "dis")
SUFFIX = "less"
SHORTEST = 3  # letters of a word that a denying prefix may stand before


def opposed(one: str, other: str) -> bool:
    """Whether one of two meanings is the other denied."""
    return other in _MIRRORS[one] or is_undone(one, other) or is_undone(other, one)


def is_undone(long: str, short: str) -> bool:
    """ "Unannounced" and "announced", "seedless" and "seed"."""
    stripped = [long[len(prefix) :] for prefix in PREFIXES if long.startswith(prefix)]
    stripped += [root(long.removesuffix(SUFFIX))] if long.endswith(SUFFIX) else []
    return len(short) >= SHORTEST and any(meaning(each) == short for each in stripped)


def is_in_undone(one: str, other: str) -> bool:
    """Whether one of two roots is the other with "in-" or "im-"."""
    return (one, other) in _IN_PAIRS or (other, one) in _IN_PAIRS


def _mirrors() -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pair in _PAIRS.strip().split("\n"):
        ours, theirs = ({meaning(root(word)) for word in side.split()} for side in pair.split("|"))
        for one, other in ((ours, theirs), (theirs, ours)):
            for word in one:
                found[word] |= other - one
    for word in IN_WORDS:
        denied, said = meaning(root(word)), meaning(root(word[2:]))
        found[denied].add(said)
        found[said].add(denied)
    return found


_IN_PAIRS = {(root(word), root(word[2:])) for word in IN_WORDS}
_MIRRORS = _mirrors()
