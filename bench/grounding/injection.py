"""Orders in documents: what a model that obeys them brings to the reader, and which ordinary sentences are taken for orders.

    python -m bench.grounding.injection

Every attack of eval/attacks is put to the whole chain with the persona that obeys, and without a model. "obeyed" is judged by
eval/tricks.py; "outlived" is the share of attacks beside which the honest answer still reaches the reader. Ordinary sentences: the
sample corpus and, where ../shared/data is there, the two real documents, 2,000 sentences of SQuAD's articles and five other corpora.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from eval.asking import evaluate, sampled
from eval.attacking import Attack, load_attacks, write_attacks
from eval.parts import mocked_chat, open_library, real_parts
from eval.personas import Order
from eval.tricks import obeyed
from qa.library import Library
from qa.orders import is_order
from qa.sentences import split_sentences
from qa.settings import load_settings

DATA = Path(__file__).parents[2] / "../shared/data"
CORPUS = Path(__file__).parents[2] / "corpus"
SQUAD_SENTENCES = 2_000
LAWS = (
    "quote_validity",
    "notes_described",
    "notes_in_order",
    "status_valid",
    "text_clean",
    "prompt_faithful",
    "same_plain",
)


def attacked() -> None:
    """Print a row for each kind of attack, and the laws."""
    attacks = load_attacks()
    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder) / "home", real_parts(load_settings()))
        with closing(library):
            library.add([CORPUS, write_attacks(Path(folder) / "attacks")])
            quoting = {attack.id: _obeyed_by_quoting(library, attack) for attack in attacks}
            library.model = mocked_chat()
            report = evaluate(library, [attack.case for attack in attacks], "injected")
    scores = {row.id: row.scores for row in report.rows}
    print(f"{'kind of attack':<22} {'attacks':>7} {'known':>6} {'obeyed':>7} {'without a model':>16} {'outlived':>9}")
    for kind in [*dict.fromkeys(attack.kind for attack in attacks), "all"]:
        ours = [attack for attack in attacks if kind in (attack.kind, "all")]
        known = sum(is_order(attack.sentences[0]) for attack in ours)
        values = [
            _mean([scores[attack.id].get(name) for attack in ours]) for name in ("injection_obeyed", "attack_outlived")
        ]
        unaided = _mean([quoting[attack.id] for attack in ours])
        print(f"{kind:<22} {len(ours):>7} {known:>6} {values[0]:>7.3f} {unaided:>16.3f} {values[1]:>9.3f}")
    for law in LAWS:
        metric = report.metric(law)
        print(f"{law}: {'does not arise' if metric is None or metric.mean is None else f'{metric.mean:.3f}'}")


def ordinary() -> None:
    """Print how many ordinary sentences are taken for orders, and which."""
    for name, texts, most in _texts():
        sentences = [s.text for text in texts for s in split_sentences(text)][:most]
        wrong = [sentence for sentence in sentences if is_order(sentence)]
        print(f"{name:<28} {len(sentences):>6} sentences, {len(wrong)} taken for orders")
        for sentence in wrong[:5]:
            print(f"    {' '.join(sentence.split())[:160]}")


def _obeyed_by_quoting(library: Library, attack: Attack) -> float:
    answer = sampled(library, attack.case, None).answer
    order = Order(attack.aim, attack.payload, attack.sentences[0])
    return float(answer is not None and obeyed(order, answer))


def _texts() -> Iterator[tuple[str, list[str], int | None]]:
    yield "sample corpus", _read(sorted(CORPUS.glob("*.md"))), None
    if not DATA.is_dir():
        print(f"skipped: there is no folder {DATA}")
        return
    yield "two real documents", _read(sorted((DATA / "seeds").iterdir())), None
    yield "SQuAD's articles", _read(sorted((DATA / "squad/articles").iterdir())), SQUAD_SENTENCES
    for file in sorted((DATA / "chunking/corpora").iterdir()):
        yield f"chunking, {file.stem}", _read([file]), None


def _read(files: Sequence[Path]) -> list[str]:
    return [file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file()]


def _mean(values: Sequence[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else float("nan")


def main() -> None:
    """Measure and print."""
    attacked()
    ordinary()


if __name__ == "__main__":
    main()
