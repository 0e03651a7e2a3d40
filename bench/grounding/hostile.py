"""How long the checks take over what no writer writes: words and figures repeated without end.

    python -m bench.grounding hostile

Each shape is put in the place of the claim (as long as one may be), of the cited sentence (2,500 characters), and of both. Baseline:
a plain claim and sentence, timed in the same run.
"""

import time

from qa.support import LONGEST, Evidence, problems

CLAIM = "The council of Havn said on May 4 that 12 boats could not sail before 2030."
SENTENCE = (
    "The council of Havn agreed on May 4 that 12 boats would not sail before 2030 because half of the crew was ill."
)
SHAPES = (
    "a ", "no ", "1 ", "A", "not more than ", "between 3 and ", "one in ", "2010-", "A. ", "the ", "“", "more than ", "half of ",
    "two and a half ", "Aa Bb ", "of the ", "century ", "late ", "$1.5 billion, ", ", and ", "- ", "'s ", "than ", "before ",
    "never since ", "United States ", "Aa-", "(", "[1] ", "é", "North ", " in the view of ", "1,", "million ", "an hour ", "to be ",
    "will not ", "Jan. 1, ",
)  # fmt: skip
SENTENCE_LENGTH = 2_500  # characters
ROUNDS = 100  # of the baseline
WORST = 5


def seconds(claim: str, sentence: str) -> float:
    """One check."""
    begun = time.perf_counter()
    problems(claim, Evidence((sentence,), passage=f"{sentence} {SENTENCE}"))
    return time.perf_counter() - begun


def main() -> None:
    """Print the slowest shapes beside the baseline."""
    baseline = sum(seconds(f"{CLAIM[:-1]} ({n}).", SENTENCE) for n in range(ROUNDS)) / ROUNDS
    timed = []
    for shape in SHAPES:
        long = shape * (SENTENCE_LENGTH // len(shape) + 1)
        claim, sentence = long[:LONGEST], long[:SENTENCE_LENGTH]
        for place, pair in (
            ("claim", (claim, SENTENCE)),
            ("sentence", (CLAIM, sentence)),
            ("both", (claim, f"{sentence}b")),
        ):
            timed.append((seconds(*pair), shape, place))
    print(f"\n## Hostile claims and sentences ({len(timed)})\n\nA plain claim: {1000 * baseline:.1f} ms.\n")
    print("| repeated | in the place of | seconds | times a plain claim |\n|---|---|---|---|")
    for took, shape, place in sorted(timed, reverse=True)[:WORST]:
        print(f"| `{shape}` | {place} | {took:.2f} | {took / baseline:.0f} |")


if __name__ == "__main__":
    main()
