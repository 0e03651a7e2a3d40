"""Retrieval, measured.

    python -m bench.retrieval [quality [COLLECTION…] | latency [PASSAGES…] | reranking [COLLECTION…]] [--without-llamaindex] [--write FILE]

COLLECTION: scifact, chunking, squad, seeds, sample; by default all whose data is in ../shared/data. PASSAGES: the sizes of the made-up
libraries, by default 10000, 100000 and 500000 (the last takes half an hour and 5 GB in the temporary folder). What the models say is
remembered in .bench/, so that only the first run takes long; what is timed never is remembered. With --write, the part of FILE between
the markers of each section is replaced.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from bench.retrieval import latency, quality, rerank_curve
from bench.retrieval.data import READERS

SECTIONS = ("quality", "latency", "reranking")


def main() -> None:
    """Print the sections asked for, and write them where they belong."""
    parser = argparse.ArgumentParser(prog="bench.retrieval")
    parser.add_argument("section", nargs="?", choices=SECTIONS, help="by default all")
    parser.add_argument("which", nargs="*", help="collections, or numbers of passages")
    parser.add_argument("--without-llamaindex", action="store_true", help="it has to embed every collection once more")
    parser.add_argument("--write", type=Path, metavar="FILE")
    asked = parser.parse_args()
    if wrong := [name for name in asked.which if name not in READERS and not name.isdigit()]:
        parser.error(f"{wrong[0]!r} is neither a collection ({', '.join(READERS)}) nor a number of passages.")
    for section in [asked.section] if asked.section else SECTIONS:
        lines = []
        for line in _lines(section, asked.which, baseline=not asked.without_llamaindex):
            print(line, flush=True)
            lines.append(line)
        if asked.write is not None:
            asked.write.write_text(replaced(asked.write.read_text(encoding="utf-8"), section, lines), encoding="utf-8")


def replaced(page: str, section: str, lines: list[str]) -> str:
    """The page with what stands between a section's two markers replaced. Raises SystemExit where there are none."""
    first, last = f"<!-- {section} -->", f"<!-- end of {section} -->"
    before, found, rest = page.partition(first)
    _, closed, after = rest.partition(last)
    if not found or not closed:
        raise SystemExit(f"The page has no {first} followed by {last}.")
    return f"{before}{first}\n" + "\n".join(lines).rstrip() + f"\n{last}{after}"


def _lines(section: str, which: list[str], *, baseline: bool) -> Iterator[str]:
    names = [name for name in which if name in READERS]
    if section == "quality":
        return quality.tables(names, baseline=baseline)
    if section == "reranking":
        return rerank_curve.tables(names)
    return latency.tables([int(size) for size in which if size.isdigit()])


if __name__ == "__main__":
    main()
