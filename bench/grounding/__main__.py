"""Grounding, measured.

    python -m bench.grounding [SECTION…] [--examples]

SECTION: faults, truths, answers, moving, disagreement, injection, failures, refusing, hostile; by default all that there are. Each
prints its table, in Markdown; some print examples from our own corpus when they are asked for.
"""

import sys
from importlib import import_module
from importlib.util import find_spec

SECTIONS = ("faults", "truths", "answers", "moving", "disagreement", "injection", "failures", "refusing", "hostile")


def main() -> int:
    """Run the sections named; 2 when there is none of that name."""
    there = [name for name in SECTIONS if find_spec(f"bench.grounding.{name}")]
    asked = [word for word in sys.argv[1:] if not word.startswith("-")]
    if unknown := [name for name in asked if name not in there]:
        print(f"There is no section {unknown[0]!r}. There are: {', '.join(there)}.", file=sys.stderr)
        return 2
    for name in asked or there:
        import_module(f"bench.grounding.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
