"""How the tests of denials ask."""

from qa.support.denial.denials import turned_denials
from qa.support.evidence import Evidence, made_comparable

PUT_IN, LEFT_OUT = "it denies", "it leaves out a denial"


def against(claim: str, *sentences: str) -> str:
    """What the check of denials says of it."""
    return "; ".join(turned_denials(*made_comparable(claim, Evidence(sentences))))
