"""When nothing answers, and how well that is seen without a model.

    python -m bench.grounding refusing [--fit | --examples]

Close misses: SQuAD 2.0's questions, answerable or not, asked of their articles, and those of the sample's gold. Off topic: SQuAD's
questions asked of the sample and of the seeds, and the gold's questions about something else asked of both; its other questions are
about what the seeds are about, and no questions about the seeds are at hand. The gold asked of SQuAD's articles is not fitted on.
Compared: the reranker's logit of the best sentence alone, and the rule of qa/refusing.py, which was fitted on the tuned half
(by the question's id, as in bench/retrieval). ``--fit`` fits it again and prints its constants.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import numpy as np

from bench.grounding.fitting import Floats, auc_interval, fitted, gain_interval, least
from bench.grounding.material import CORPUS, DATA, interval
from bench.retrieval.data import Question
from bench.retrieval.systems import Models, models
from eval.places import GOLD
from qa.adapters.chroma_index import ChromaIndex
from qa.disagreeing import ANSWERS
from qa.extracting import ranked
from qa.library import HITS, Library
from qa.refusing import LEAST, Signs, log_odds, signs

Kind = Literal["answerable", "close", "off"]
SQUAD, SEEDS = DATA / "squad/articles", DATA / "seeds"
OVER_REFUSED = 0.02
OFF_WEIGHT = 100  # what all off-topic questions together count in the fit; any other question counts 1


@dataclass(frozen=True)
class Asked:
    """A question, of which documents it was asked, and what the rule saw."""

    place: str
    kind: Kind
    question: str
    signs: Signs
    tuned: bool
    quote: str


def everything(used: Models) -> Iterator[Asked]:
    """All questions asked of all documents they are meant for."""
    gold, squad = _lines(GOLD), _lines(DATA / "squad/questions.jsonl")
    elsewhere = [row for row in gold if row.get("kind") == "off-topic" or "off-topic-document" in row["tags"]]
    yield from _asked("gold, of the sample", CORPUS, gold, _kind, used)
    yield from _asked("SQuAD, of its articles", SQUAD, squad, _kind, used)
    yield from _asked("SQuAD, of the sample", CORPUS, squad, lambda _: "off", used)
    yield from _asked("SQuAD, of the seeds", SEEDS, squad, lambda _: "off", used)
    yield from _asked("gold, of the seeds", SEEDS, elsewhere, lambda _: "off", used)
    yield from _asked("gold, of SQuAD's articles", SQUAD, gold, lambda _: "off", used)


def _kind(row: dict[str, Any]) -> Kind:
    return "answerable" if row["answerable"] else "off" if row.get("kind") == "off-topic" else "close"


def _asked(
    place: str, folder: Path, rows: Sequence[dict[str, Any]], kind: Callable[[dict[str, Any]], Kind], used: Models
) -> Iterator[Asked]:
    with (
        TemporaryDirectory() as home,
        closing(Library(Path(home), ChromaIndex(Path(home) / "chroma"), used.embedder, used.reranker)) as library,
    ):
        library.add([folder])
        for row in rows:
            hits = library.search(row["question"], HITS)
            best = ranked(hits)[0]
            tuned = Question(row["id"], row["question"]).is_tuned_on
            seen = signs(row["question"], hits, best.ref, best.logit)
            yield Asked(place, kind(row), row["question"], seen, tuned, best.text)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# -- tables ----------------------------------------------------------------------------------------------------------

Score = Callable[[Signs], float]
SCORES: dict[str, Score] = {"the logit alone": lambda seen: seen.logit, "the rule": log_odds}
HALVES = {"tuned half": (True,), "other half": (False,), "all": (True, False)}


def _scores(asked: Sequence[Asked], kind: Kind, score: Score, halves: Sequence[bool], place: str = "") -> Floats:
    found = (each for each in asked if each.kind == kind and each.tuned in halves and place in each.place)
    return np.array([score(each.signs) for each in found])


def close_misses(asked: Sequence[Asked]) -> Iterator[str]:
    """Area under the ROC curve of answerable questions against close misses."""
    yield "\n## Refusal without a model: close misses (area under the ROC curve)\n"
    yield f"| questions | half | answerable + not | {' | '.join(SCORES)} | gain |"
    yield "|---|---|---|---|" + "---|" * len(SCORES)
    for place in ("SQuAD, of its articles", "gold, of the sample"):
        for name, halves in HALVES.items():
            logit, rule = (
                (_scores(asked, "answerable", score, halves, place), _scores(asked, "close", score, halves, place))
                for score in SCORES.values()
            )
            cells = [auc_interval(*logit), auc_interval(*rule), gain_interval(logit, rule)]
            yield f"| {place} | {name} | {len(logit[0])} + {len(logit[1])} | {' | '.join(cells)} |"


def off_topic(asked: Sequence[Asked]) -> Iterator[str]:
    """Share of the off-topic questions refused where 2% of the answerable ones are."""
    yield f"\n## Refusal without a model: off-topic questions refused, at {OVER_REFUSED:.0%} of the answerable ones\n"
    yield f"| half | questions | n | {' | '.join(SCORES)} |"
    yield "|---|---|---|" + "---|" * len(SCORES)
    fitted_on = [each for each in asked if each.place != "gold, of SQuAD's articles"]
    for name, halves in HALVES.items():
        for place in (*dict.fromkeys(each.place for each in fitted_on if each.kind == "off"), ""):
            cells = []
            for score in SCORES.values():
                bound = least(_scores(asked, "answerable", score, halves), OVER_REFUSED)
                found = _scores(fitted_on, "off", score, halves, place)
                cells.append(interval(int((found < bound).sum()), len(found)))
            yield f"| {name} | {place or 'together'} | {len(found)} | {' | '.join(cells)} |"


def in_force(asked: Sequence[Asked]) -> Iterator[str]:
    """What is refused at the thresholds: by the logit alone, as it was before, and by the rule."""
    yield "\n## What is refused without a model\n"
    yield f"| questions | n | by the logit alone, below {ANSWERS:g} | by the rule | by the rule, other half |"
    yield "|---|---|---|---|---|"
    for place, kind in dict.fromkeys((each.place, each.kind) for each in asked):
        logits = _scores(asked, kind, SCORES["the logit alone"], (True, False), place)
        odds, other = (_scores(asked, kind, log_odds, halves, place) for halves in ((True, False), (False,)))
        cells = [(logits < ANSWERS, len(logits)), (odds < LEAST, len(odds)), (other < LEAST, len(other))]
        shares = " | ".join(interval(int(below.sum()), of) for below, of in cells)
        yield f"| {place}: {kind} | {len(logits)} | {shares} |"


def fit(asked: Sequence[Asked]) -> Iterator[str]:
    """The constants of qa/refusing.py, from the tuned half."""
    mine = [each for each in asked if each.tuned and each.place != "gold, of SQuAD's articles"]
    off = sum(each.kind == "off" for each in mine)
    rows = np.array([each.signs for each in mine], dtype=np.float64)
    labels = np.array([float(each.kind == "answerable") for each in mine])
    constant, weights = fitted(rows, labels, np.array([OFF_WEIGHT / off if e.kind == "off" else 1.0 for e in mine]))
    rounded = [round(float(weight), 3) for weight in weights]
    odds = round(constant, 3) + rows @ np.array(rounded)
    yield f"WEIGHTS = Signs({', '.join(map(str, rounded))})"
    yield f"CONSTANT = {constant:.3f}"
    yield f"LEAST = {least(odds[labels == 1], OVER_REFUSED):.2f}"


def examples(asked: Sequence[Asked]) -> Iterator[str]:
    """Wrong refusals and wrong answers, of our own corpus."""
    mine = sorted(
        (each for each in asked if each.place == "gold, of the sample"), key=lambda each: log_odds(each.signs)
    )
    yield "\n### Refused, though there is an answer\n"
    yield from (_example(each) for each in mine if each.kind == "answerable" and log_odds(each.signs) < LEAST)
    yield "\n### Answered, though there is none\n"
    yield from (
        _example(each) for each in reversed(mine) if each.kind != "answerable" and log_odds(each.signs) >= LEAST
    )


def _example(asked: Asked) -> str:
    return f"- {asked.question}  \n  best sentence ({log_odds(asked.signs):.1f}): “{asked.quote}”"


def main() -> None:
    """Print the tables; or, if asked for, the constants or the examples."""
    if missing := [folder.name for folder in (SQUAD, SEEDS) if not folder.is_dir()]:
        print(f"skipped: {' and '.join(missing)} not at hand")
        return
    asked = list(everything(models()))
    if "--fit" in sys.argv:
        print("\n".join(fit(asked)))
        return
    for table in (close_misses, off_topic, in_force, *([examples] if "--examples" in sys.argv else [])):
        print("\n".join(table(asked)))


if __name__ == "__main__":
    main()
