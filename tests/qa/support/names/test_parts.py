"""Who a part of a sentence is about."""

import pytest

from qa.support import Evidence, problems

LOANS = "Borg wrote the rules of the harbor, and Ms. Ada Voss, an owner of boats, paid for two cranes."
TALKS = "The Skerry crews kept up the strike for a month, while the men of Havn went back to the nets after a day."
SAID = "Pilots of the old school keep their licence, Mr. Ole Lund said, and no fee will be asked of them."
PLAN = "Ms. Ada Voss drew up a plan for the dock, which the firm Borg rejected as too dear."


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (LOANS, "Voss bore the cost of two cranes.", "Borg bore the cost of two cranes."),
        (
            TALKS,
            "Havn saw its men at their nets again a day later.",
            "Skerry saw its men at their nets again a day later.",
        ),
        (SAID, "According to Lund, old pilots keep a licence.", ""),
        (PLAN, "The plan of Voss was turned down as too dear.", ""),
    ],
)
def test_what_one_part_says_is_not_said_of_whom_another_is_about(sentence: str, true: str, false: str) -> None:
    """Somebody may be said to have done what his own part says, or one that goes on about him; not what another's part does."""

    def swapped(claim: str) -> list[str]:
        return [each for each in problems(claim, Evidence((sentence,), "", sentence)) if "stands where" in each]

    assert not swapped(true)
    assert not false or swapped(false)
