"""Does this evidence support this claim? Pure functions over words; no second model.

Each kind of check is a module. What they cannot see, with examples, is in docs/grounding.md: a relation turned around with the same
words ("A sold to B" for "B sold to A"), irony, a changed name at the very start of a claim that no passage knows, a denial said
without a denying word, and anything that needs knowledge from outside the evidence.
"""

import re

from qa.names import PLACES, as_written
from qa.support.amounts import unfounded_figures
from qa.support.certainty import overstated
from qa.support.days import unfounded_days
from qa.support.denials import turned_denials
from qa.support.directions import turned_comparisons
from qa.support.evidence import Evidence, cover, flat, made_comparable
from qa.support.naming import displaced_names, swapped_speakers, swapped_titles, unfounded_names
from qa.support.quotations import altered_quotations
from qa.support.voice import lost_voices
from qa.support.wording import thin_cover

__all__ = ["Evidence", "cover", "problems"]

CHECKS = (
    unfounded_figures, unfounded_days, unfounded_names, displaced_names, swapped_titles, swapped_speakers, turned_denials, overstated,
    lost_voices, turned_comparisons, altered_quotations, thin_cover,
)  # fmt: skip


def problems(claim: str, evidence: Evidence) -> tuple[str, ...]:
    """What speaks against the claim being supported, in words for a reader; empty when nothing does.

    A whole sentence of the evidence is always supported. A part of one may have lost who said it, or that it is denied.
    """
    if any(flat(claim) == flat(sentence) for sentence in evidence.sentences):
        return ()
    plain_claim, plain_evidence = made_comparable(claim, evidence)
    found = [problem for check in CHECKS for problem in check(plain_claim, plain_evidence)]
    return tuple(
        re.sub(rf"\b({'|'.join(PLACES)})\b", lambda match: as_written(match[0], claim), each) for each in found
    )
