"""Where the sample lies. Light: the command line loads it."""

from pathlib import Path

HERE = Path(__file__).parent
GOLD = HERE / "gold" / "sample.jsonl"
CORPUS = HERE.parent / "corpus"
THRESHOLDS = "thresholds.toml"  # beside the gold
