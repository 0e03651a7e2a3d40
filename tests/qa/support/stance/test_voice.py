"""Whose words: true rewordings pass, and their false neighbours do not."""

import pytest

from qa.support import Evidence
from qa.support.stance.voice import lost_voices


def voiced(claim: str, sentence: str) -> str:
    """What the check of voices says."""
    return "; ".join(lost_voices(claim, Evidence((sentence,))))


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "The bell is widely held to be the oldest of its kind in Havn.",
            "The bell is the oldest of its kind in Havn.",
            "For example, most scholars believe that the bell is the oldest of its kind in Havn.",
        ),
        (
            "The yard, by insiders' account, has to give up its plan to sell the two docks.",
            "The yard has to give up its plan to sell the two docks.",
            "However, harbor sources believe the yard will have to give up its plan to sell the two docks.",
        ),
        (
            "Arne Borg observes that the term is used of ferries and rafts.",
            "The term is used of ferries and rafts.",
            "Arne Borg notes, “The term is used of all ferries and rafts.”",
        ),
        (
            "By the radio's report 300 crews were left waiting for new pumps.",
            "For new pumps 300 crews were left waiting.",
            "Finally, the harbor radio reported that 300 crews were left waiting for new pumps.",
        ),
        (
            "In Arne's view no group that is deemed a guild is closed.",
            "No group that is now considered a guild is closed.",
            "Arne argued that no group that is now regarded as a guild is closed.",
        ),
    ],
)
def test_a_voice_is_heard_behind_an_opening_and_before_quotation_marks(true: str, false: str, sentence: str) -> None:
    """And a verb of judging that is part of what is said gives nobody's voice."""
    assert voiced(true, sentence) == ""
    assert "somebody's words" in voiced(false, sentence)


def test_nearly_all_that_is_said_may_not_stand_alone() -> None:
    """Even with words of the passage beside it; what it is tempting to think is nobody's voice."""
    claim = "The dredging work of Havn will go beyond cargo boats and take in tugs and barges."
    assert voiced(claim, "Mr. Borg told the radio that it would spread from cargo boats to tugs and barges.") != ""
    assert voiced(claim, "It is tempting to think that it would spread from cargo boats to tugs and barges.") == ""
