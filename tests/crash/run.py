"""Kill the process many times and say what came of it: `python -m tests.crash.run --kills 200`."""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.crash import child
from tests.crash.graph import GOOD, graph_kills
from tests.crash.harness import Harness, Kill

BOUND = 3.0  # times the size of a library with the same documents that nothing ever happened to


def main() -> int:
    """The command; 1 when anything was wrong."""
    options = _options()
    home = Path(tempfile.mkdtemp(prefix="crash-"))
    started, sizes = time.perf_counter(), list[int]()
    found: list[Kill] = []
    for kill in Harness(home, options.seed).kills(options.kills):
        found.append(kill)
        sizes.append(size_of(home))
        if kill.problems:
            print(f"seed {kill.seed}, {kill.operation}, {kill.moment}:", *kill.problems, sep="\n  ", flush=True)  # noqa: T201
    clean = clean_size(home)
    shutil.rmtree(home)
    well = report(found, sizes, clean, time.perf_counter() - started)
    outcomes = Counter(graph_kills(home, options.kills // 5, options.seed))
    shutil.rmtree(home)
    print("Kills while Chroma rewrites a large graph:", *(f"{count} {what}" for what, count in outcomes.items()))  # noqa: T201
    return 0 if well and outcomes.keys() <= GOOD else 1


def report(found: list[Kill], sizes: list[int], clean: int, seconds: float) -> bool:
    """Print the tables; whether all is well."""
    console = Console()
    failed = [kill for kill in found if kill.problems]
    console.print(_table(found))
    tenth = max(1, len(sizes) // 10)
    console.print("Disk, MB, every tenth: " + " ".join(f"{size / 1e6:.1f}" for size in sizes[::tenth]))
    ratio = sizes[-1] / clean
    console.print(
        f"At the end {sizes[-1] / 1e6:.1f} MB, at most {max(sizes) / 1e6:.1f}; clean {clean / 1e6:.1f}: {ratio:.2f} times."
    )
    console.print(
        f"{len(found)} kills, {sum(kill.acknowledged for kill in found)} operations acknowledged, "
        f"{len(failed)} failures, {seconds:.0f} s."
    )
    if failed:
        console.print(f"Seeds that failed: {', '.join(str(kill.seed) for kill in failed)}")
    return not failed and max(sizes) <= BOUND * clean


def size_of(folder: Path) -> int:
    """Bytes of the store, without the files it was made from."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.parent.name != "files")


def clean_size(home: Path) -> int:
    """Of a library that got the same documents at once."""
    library = child.open_library(home, lambda _: None)
    files = [home / "files" / name for name in child.state_of(library)]
    library.close()
    with tempfile.TemporaryDirectory() as folder:
        fresh = child.open_library(Path(folder), lambda _: None)
        fresh.add(files)
        fresh.close()
        return size_of(Path(folder))


def _table(found: Iterable[Kill]) -> Table:
    table = Table("Interrupted", "Moment", "Recovered", "Kills", "Failures")
    rows = Counter((kill.operation, kill.moment, kill.recovered or "not") for kill in found)
    failed = Counter((kill.operation, kill.moment, kill.recovered or "not") for kill in found if kill.problems)
    for row, count in sorted(rows.items()):
        table.add_row(*row, str(count), str(failed[row]))
    return table


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1, help="printed seeds are this one times 1,000, and on from there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
