"""Words of which one says what the other denies: "will not change" and "will keep", "is announced" and "is unannounced"."""

from collections import defaultdict

from qa.support.evidence import meaning, root

_PAIRS = """
change alter differ vary shift|keep remain stay same unchanged stable retain hold maintain preserve continue
include cover part belong contain|exclude omit except outside separate
allow permit let may|forbid prohibit ban bar prevent
know sure|unknown unaware uncertain unclear doubt
answer settle decide resolve determine|open unanswered unresolved unsettled undecided pending
agree accept approve|reject refuse decline oppose disagree
confirm acknowledge|deny
succeed manage pass|fail miss
mention name say discuss speak give|silent silence omit avoid
possible compatible complete|impossible incompatible incomplete
open|closed shut
exceed surpass beyond|limit within cap ceiling below
end stop finish cease|continue go remain last
have hold offer give contain|lack without absent miss
appear come publish arrive|outstanding pending await
bind commit oblige|free
absolute|exception exemption
equal match same|differ different
many much|few little
fit suit match agree|conflict contradict clash collide
safe|danger dangerous risk
charge cost fee pay price|free
die death dead posthumous|live survive alive
comply obey follow observe respect keep|violate violation breach break infringe flout
reach meet achieve attain|miss short
ignore neglect overlook disregard|heed notice regard
survive spare escape|destroy kill ruin lose die hit strike reach
profit profitable|loss lose deficit
agree unanimous concur|dissent
stay remain|leave depart
keep retain hold preserve|lose forfeit surrender
marry marriage|bachelor spinster celibate
everyone everybody universal|exception exempt exemption
trouble difficult|easy intelligible smooth
read write literate|illiterate
uphold upheld|lift overturn cancel quash
"""
PREFIXES = ("un", "non", "dis")
SHORTEST = 3  # letters of a word that a denying prefix may stand before


def opposed(one: str, other: str) -> bool:
    """Whether one of two meanings is the other denied."""
    return other in _MIRRORS[one] or _is_prefixed(one, other) or _is_prefixed(other, one)


def _is_prefixed(long: str, short: str) -> bool:
    """ "Unannounced" and "announced"."""
    return len(short) >= SHORTEST and any(
        long.startswith(prefix) and meaning(long[len(prefix) :]) == short for prefix in PREFIXES
    )


def _mirrors() -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pair in _PAIRS.strip().split("\n"):
        ours, theirs = ({meaning(root(word)) for word in side.split()} for side in pair.split("|"))
        for one, other in ((ours, theirs), (theirs, ours)):
            for word in one:
                found[word] |= other - one
    return found


_MIRRORS = _mirrors()
