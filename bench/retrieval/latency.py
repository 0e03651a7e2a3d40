"""The latency tables: made-up libraries of several sizes, each built and searched in processes of its own."""

import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from bench.retrieval import lexical
from qa.dense import Costs

SIZES = (10_000, 100_000, 500_000)
JUDGED = 100_000  # passages: the size that the floors are for
FASTER, RECALL = 5.0, 0.98  # floors: times Chroma's own filter, in the median; among the ten nearest
BUILD = "import sys; from pathlib import Path; from bench.retrieval.made_up import build; build(Path(sys.argv[1]), int(sys.argv[2]))"
CHILD = "import sys; from bench.retrieval.timing import child; child(sys.argv[1])"

Result = Mapping[str, Any]  # of one size: build, start, and what timing.child gives


def tables(sizes: Sequence[int]) -> Iterator[str]:
    """Markdown, line by line."""
    results = {}
    for size in sizes or SIZES:
        results[size] = measured(size)
        print(f"{size:,} passages measured", file=sys.stderr, flush=True)
    yield from _filters(results)
    yield from _sizes(results)
    yield from _costs(results)
    yield from _verdicts(results)
    yield from lexical.tables()


def measured(size: int) -> Result:
    """Build a library of so many passages and search it."""
    with tempfile.TemporaryDirectory() as home:
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", BUILD, home, str(size)], check=True)
        built = time.perf_counter()
        with subprocess.Popen([sys.executable, "-c", CHILD, home], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            start = time.perf_counter() - built
            rest = process.stdout.read()
        if process.returncode or first != "found\n":
            raise SystemExit(f"Searching {size:,} passages failed.")
    return {"build": built - begun, "start": start, **json.loads(rest)}


def _filters(results: Mapping[int, Result]) -> Iterator[str]:
    yield "### Filters"
    yield ""
    yield "Milliseconds as p50 / p95. Dense: our filter and dense part. Whole: a search with a reranker that costs nothing."
    yield ""
    yield "| passages | share that passes | dense | whole | Chroma's `where` | times faster | recall@10 | Chroma's recall@10 |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|"
    for size, result in results.items():
        for share, each in result["shares"].items():
            dense, chroma = each["dense"], each["chroma"]
            times = " / ".join(f"{chroma[p] / dense[p]:.1f}" for p in ("p50", "p95"))
            cells = [f"{size:,}", f"{float(share):.0%}", *(_pair(each[name]) for name in ("dense", "whole", "chroma"))]
            yield f"| {' | '.join(cells)} | {times} | {dense['recall']:.3f} | {chroma['recall']:.3f} |"
    yield ""


def _pair(timed: Mapping[str, float]) -> str:
    return f"{timed['p50']:.1f} / {timed['p95']:.1f}"


def _sizes(results: Mapping[int, Result]) -> Iterator[str]:
    yield "### Sizes"
    yield ""
    yield "Peak memory: after searches without filters, and after those with filters. Coding: what a process does once to search exactly."
    yield ""
    yield "| passages | peak memory, MB | new process to first hit, s | coding all vectors, s | search, p50 ms | building it here, s |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for size, result in results.items():
        peaks = f"{result['peak']:,.0f}, {result['filtered peak']:,.0f}"
        whole = result["shares"]["1.0"]["whole"]["p50"]
        cells = (f"{result['start']:.2f}", f"{result['coding']:.2f}", f"{whole:.1f}", f"{result['build']:.0f}")
        yield f"| {size:,} | {peaks} | {' | '.join(cells)} |"
    yield ""
    if len(results) > 1:
        yield (
            "Power of the size to which the median cost grows, by the share that passes (dense, whole): "
            + "; ".join(
                f"{float(share):.0%} {_power(results, share, 'dense'):.2f}, {_power(results, share, 'whole'):.2f}"
                for share in next(iter(results.values()))["shares"]
            )
            + ". Without a filter the search is exact up to 20,000 vectors, beyond by the index."
        )
        yield ""


def _costs(results: Mapping[int, Result]) -> Iterator[str]:
    """What the choice between the two ways is made by, beside what qa/dense.py reckons with."""
    used = Costs()
    yield "### What the exact search and the index cost"
    yield ""
    yield "Median milliseconds, and microseconds for each vector, by how many are compared or brought."
    yield ""
    for name, told, reckoned in (
        ("compared", "exact search", used.compared),
        ("brought", "index, and rows of what it brings", used.brought),
    ):
        counts = sorted({int(count) for result in results.values() for count in result["costs"][name]})
        yield f"| {told} | {' | '.join(f'{count:,}' for count in counts)} |"
        yield "|---|" + "---:|" * len(counts)
        for size, result in results.items():
            costs = {int(count): ms for count, ms in result["costs"][name].items()}
            cells = (f"{costs[n]:.1f} ({costs[n] * 1e3 / n:.2f})" if n in costs else "" for n in counts)
            yield f"| {size:,} passages | {' | '.join(cells)} |"
        yield ""
        yield f"Reckoned with: {reckoned} microseconds."
        yield ""


def _power(results: Mapping[int, Result], share: str, name: str) -> float:
    """Fitted to the medians by least squares, both in logarithms."""
    sizes = [math.log(size) for size in results]
    costs = [math.log(result["shares"][share][name]["p50"]) for result in results.values()]
    return float(np.polyfit(sizes, costs, 1)[0])


def _verdicts(results: Mapping[int, Result]) -> Iterator[str]:
    if JUDGED not in results:
        return
    shares = results[JUDGED]["shares"]
    times = {share: each["chroma"]["p50"] / each["dense"]["p50"] for share, each in shares.items() if float(share) < 1}
    slowest, recall = min(times.values()), min(each["dense"]["recall"] for each in shares.values())
    met = ", ".join(f"{float(share):.0%} {value:.1f}" for share, value in times.items())
    yield f"Floors at {JUDGED:,} passages: {FASTER:.0f} times faster than Chroma's filter ({met}): {_told(slowest, FASTER)};"
    yield f"recall@10 of {RECALL} at every share ({recall:.3f}): {_told(recall, RECALL)}."
    yield ""


def _told(value: float, floor: float) -> str:
    return "met" if value >= floor else "**missed**"
