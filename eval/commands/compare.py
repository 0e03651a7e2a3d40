"""``qa eval compare``: did a change make it better, and which questions broke?"""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer


def compare(
    a: Annotated[Path, typer.Argument(help="The run before.", metavar="A.json")],
    b: Annotated[Path, typer.Argument(help="The run after.", metavar="B.json")],
    everything: Annotated[bool, typer.Option("--all", help="Also metrics that did not change.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Pair two runs by question: differences with their uncertainty, and the questions that flipped."""
    from rich.console import Console

    from eval.comparing import compare as compared
    from eval.report import print_comparison
    from eval.results import load_run
    from qa.answers import as_json as as_values

    comparison = compared(load_run(a), load_run(b))
    if as_json:
        sys.stdout.write(json.dumps(as_values(comparison), ensure_ascii=False, indent=2) + "\n")
    else:
        print_comparison(comparison, Console(markup=False, highlight=False), everything=everything)
