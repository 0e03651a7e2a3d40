"""A sentence as it would be if it denied nothing."""

import pytest

from qa.support import affirming


@pytest.mark.parametrize(
    ("denied", "affirmed"),
    [
        ("The yard did not build the ferry.", "The yard did build the ferry."),
        ("The yard hasn’t built it.", "The yard has built it."),
        ("It never sailed without a pilot.", "It always sailed with a pilot."),
        ("No ship was seen.", "some ship was seen."),
        ("They sailed at dawn.", "They sailed at dawn."),
    ],
)
def test_what_denies_is_taken_out(denied: str, affirmed: str) -> None:
    """Words that deny are left out or turned; nothing else changes."""
    assert affirming(denied) == affirmed
