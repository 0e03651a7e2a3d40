"""The lock pins everything, with hashes, and is in step with pyproject.toml."""

import re
import tomllib
from itertools import chain

from packaging.requirements import Requirement

from tests.lockfile import LOCK, ROOT, expected_line

PINS = dict(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", LOCK.read_text(), re.MULTILINE))


def test_lock_was_made_from_these_dependencies() -> None:
    """Who changes a dependency without `make lock` is told."""
    assert LOCK.read_text().splitlines()[0] == expected_line(), "run `make lock`"


def test_every_direct_dependency_is_pinned_as_asked() -> None:
    """What pyproject.toml asks for, the lock gives."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text())
    project = pyproject["project"]
    extras = chain(*project["optional-dependencies"].values())
    asked = [*project["dependencies"], *extras, *pyproject["build-system"]["requires"]]
    for requirement in map(Requirement, asked):
        if requirement.name != project["name"]:
            assert requirement.specifier.contains(PINS[requirement.name]), requirement


def test_every_pin_has_a_hash_and_none_names_an_address() -> None:
    """The lock can be used with --require-hashes from any index."""
    text = LOCK.read_text()
    assert len(re.findall(r"^[a-z0-9._-]+==", text, re.MULTILINE)) == len(re.findall(r"==[^\n]*\\\n +--hash=", text))
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_what_we_leave_out_stays_out() -> None:
    """No torch, and none of the packages that docs/decisions/0003 leaves out."""
    assert not PINS.keys() & {"torch", "kubernetes", "usearch", "numkong", "transformers"}
