"""Ties requirements.lock to pyproject.toml: the lock's first line holds the checksum of what was asked for.

``python -m tests.lockfile`` writes that line; ``make lock`` calls it, and a test compares.
"""

import hashlib
import json
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"


def expected_line() -> str:
    """The first line of a lock that is in step."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [
        pyproject["build-system"],
        {key: pyproject["project"][key] for key in ("requires-python", "dependencies", "optional-dependencies")},
        pyproject["tool"]["uv"],
    ]
    checksum = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
    return f"# Made by `make lock` from pyproject.toml, dependencies {checksum[:16]}."


def main() -> None:
    """Put the line in front of a fresh lock."""
    pins = [line for line in LOCK.read_text().splitlines() if not line.startswith("# Made by")]
    LOCK.write_text("\n".join([expected_line(), *pins]) + "\n")


if __name__ == "__main__":
    main()
