"""Whatever the bytes, a file is read, left to the text's path, or refused by name. The long run: fuzz.py."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.qa.adapters.readers.fuzz import MAGIC, attempt, spoiled
from tests.qa.adapters.readers.samples import SAMPLES

OUTCOMES = {"read", "text", "refused"}


@settings(deadline=None)
@given(st.sampled_from(MAGIC), st.binary(max_size=300), st.sampled_from([*SAMPLES, "notes.txt"]))
def test_noise_behind_a_magic_number(magic: bytes, noise: bytes, name: str) -> None:
    """Under every name."""
    assert attempt(magic + noise, name) in OUTCOMES


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_spoiled_files(name: str, seed: int) -> None:
    """Bytes flipped, digits changed, stretches moved, ends cut; inside of archives too."""
    assert attempt(spoiled(SAMPLES[name](), Random(seed)), name) in OUTCOMES
