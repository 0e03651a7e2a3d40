"""How fast text is split into sentences, beside the plainest splitter there is: one regex, run over the same text.

    python -m bench.sentences [FOLDER]

FOLDER holds ``*.txt`` files; by default the SQuAD articles in ../shared/data. Prints characters a second, the best of
five runs of each, and the ratio.
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from qa.sentences import split_sentences

ARTICLES = Path(__file__).parents[1] / "../shared/data/squad/articles"


def one_regex(text: str) -> list[str]:
    """The baseline: no abbreviations, no quotations, no headings, no offsets kept."""
    return [match[0] for match in re.finditer(r"[^.!?]+[.!?]*\s*", text)]


def speed(split: Callable[[str], object], texts: list[str]) -> float:
    """Characters a second, the best of five."""
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        for text in texts:
            split(text)
        seconds.append(time.perf_counter() - start)
    return sum(map(len, texts)) / min(seconds)


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        print(f"skipped: no *.txt files in {folder}")
        return
    ours, baseline = speed(split_sentences, texts), speed(one_regex, texts)
    print(f"{len(texts)} files, {sum(map(len, texts)):,} characters")
    print(f"qa.sentences.split_sentences  {ours / 1e6:6.1f} million characters a second")
    print(f"one regex                     {baseline / 1e6:6.1f} million characters a second")
    print(f"ratio                         {ours / baseline:6.2f}")


if __name__ == "__main__":
    main()
