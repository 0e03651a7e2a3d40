"""Does this evidence support this claim? Pure functions over words; no second model.

Each kind of check is a room: figures, names, denial, comparison, stance (how sure, and whose words); quotations and word cover stand
here, with what all of them use. What they cannot see, with examples, is in docs/grounding.md: a relation turned around with the same
words ("A sold to B" for "B sold to A"), irony, a changed name at the very start of a claim that no passage knows, a denial said
without a denying word, and anything that needs knowledge from outside the evidence.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from qa.names import PLACES, as_written
from qa.support import quotations, wording
from qa.support.comparison import directions, steps
from qa.support.datelines import misdated, without_datelines
from qa.support.denial import denials
from qa.support.evidence import Evidence, cover, flat, made_comparable
from qa.support.figures import amounts, days, ranges
from qa.support.names import displacing, naming, parts, speaking
from qa.support.stance import certainty, voice
from qa.support.wording import THIN

__all__ = ["LONGEST", "THIN", "Evidence", "cover", "is_lack", "problems", "shared"]

LONGEST = 600  # characters of a claim: no statement is longer, and some checks take a time that grows with its square

Check = Callable[[str, Evidence], Iterator[str]]


def problems(claim: str, evidence: Evidence) -> tuple[str, ...]:
    """What speaks against the claim being supported, in words for a reader; empty when nothing does.

    A whole sentence of the evidence is always supported. A part of one may have lost who said it, or that it is denied.
    """
    if any(flat(claim) == flat(sentence) for sentence in evidence.sentences):
        return ()
    if len(claim) > LONGEST:
        return (f"it is too long to be checked ({len(claim)} characters)",)
    plain_claim, plain_evidence = made_comparable(claim, evidence)
    undated = without_datelines(plain_claim, plain_evidence)
    found = [problem for check in _checks() for problem in check(undated, plain_evidence)]
    found += misdated(plain_claim, plain_evidence)
    found += naming.moved_capitals(claim, evidence)
    return tuple(
        re.sub(rf"\b({'|'.join(PLACES)})\b", lambda match: as_written(match[0], claim), each).replace("_", " ")
        for each in found
    )


def shared(claim: str, evidence: Evidence) -> float:
    """The share of a claim's words that the cited sentences hold, in forms that can be compared."""
    return wording.shared(*made_comparable(claim, evidence))


def is_lack(problem: str) -> bool:
    """Whether a problem is that the cited sentences lack something, and not that they say something else."""
    return problem == THIN or problem.endswith((" is not in the cited sentences", " is not in the cited passage"))


def _checks() -> Sequence[Check]:
    return (
        amounts.unfounded_figures,
        days.unfounded_days,
        naming.unfounded_names,
        displacing.displaced_names,
        parts.swapped_parts,
        naming.unknown_pairs,
        naming.swapped_titles,
        speaking.swapped_speakers,
        denials.turned_denials,
        certainty.overstated,
        voice.lost_voices,
        directions.turned_comparisons,
        steps.turned_steps,
        ranges.turned_ranges,
        quotations.altered_quotations,
        wording.thin_cover,
    )
