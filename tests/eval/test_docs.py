"""docs/evaluation.md says what is there."""

import json
import re
from pathlib import Path

from typer.main import get_command

from eval.cases import load_cases
from eval.command import app
from eval.directions import meaning_of
from eval.personas import PERSONAS
from eval.probes import PROBES
from eval.scorers import SCORERS

TEXT = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text(encoding="utf-8")
NAMES = set(re.findall(r"`([\w@-]+)`", TEXT))


def test_every_metric_and_persona_is_named() -> None:
    """And each metric has a meaning to show."""
    metrics = {scorer.name for scorer in SCORERS} | {probe.__name__ for probe in PROBES}
    assert metrics | set(PERSONAS) <= NAMES
    assert all(meaning_of(name) for name in (*metrics, "hit@5", "ndcg@10", "faithfulness", "fabrications_caught:name"))


def test_every_option_it_uses_is_there() -> None:
    """As typed after `qa eval COMMAND`."""
    commands = get_command(app).commands  # type: ignore[attr-defined]
    for command, rest in re.findall(r"qa eval (\w+)([^\n`]*)", TEXT):
        known = {option for parameter in commands[command].params for option in parameter.opts}
        assert set(re.findall(r"--[\w-]+", rest.partition("#")[0])) <= known, command


def test_the_example_of_gold_is_gold(tmp_path: Path) -> None:
    """Against a document that holds its quote."""
    line = json.loads(TEXT.partition("```json\n")[2].partition("```")[0])
    (tmp_path / "gold.jsonl").write_text(json.dumps(line), encoding="utf-8")
    (evidence,) = line["evidence"]
    (case,) = load_cases(
        tmp_path / "gold.jsonl", {evidence["document"]: f"A dock.\n\n{evidence['quote']} It opens soon."}
    )
    assert case.id == "dock-cost"
