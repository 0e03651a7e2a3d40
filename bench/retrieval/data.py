"""The collections to search: files, questions, and what answers each. Read from ../shared/data; nothing of them is ours."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from eval.places import CORPUS, GOLD

DATA = Path(__file__).parents[2] / "../shared/data"
Span = tuple[str, int, int]  # file, first character, one past the last


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``spans`` are the characters that answer it; ``documents`` the files, where a whole file does.

    ``answers``: one of these strings must stand in what is found. ``needs_all``: every span is needed, not any.
    """

    id: str
    text: str
    spans: tuple[Span, ...] = ()
    documents: frozenset[str] = frozenset()
    answers: tuple[str, ...] = ()
    needs_all: bool = False

    @property
    def is_tuned_on(self) -> bool:
        """Half of the questions, by their ids: what is chosen is chosen on these, and the others are reported too."""
        return blake2b(self.id.encode(), digest_size=1).digest()[0] % 2 == 0


@dataclass(frozen=True, slots=True)
class Collection:
    """Files by name, and the questions."""

    name: str
    files: Mapping[str, str]
    questions: Sequence[Question] = field(repr=False)


def collections() -> Iterator[Collection]:
    """Those whose data is there."""
    for name, read in READERS.items():
        if (DATA / name).is_dir() or name == "sample":
            yield read()
        else:
            print(f"skipped: there is no folder {DATA / name}")


def scifact() -> Collection:
    """BEIR's SciFact: abstracts, claims of the test set, judged by whole abstracts."""
    files = {
        f"{each['_id']}.md": _with_title(each["title"], each["text"]) for each in _lines(DATA / "scifact/corpus.jsonl")
    }
    relevant: dict[str, set[str]] = {}
    for line in (DATA / "scifact/qrels/test.tsv").read_text().splitlines()[1:]:
        query, document, score = line.split("\t")
        if int(score) > 0:
            relevant.setdefault(query, set()).add(f"{document}.md")
    texts = {each["_id"]: each["text"] for each in _lines(DATA / "scifact/queries.jsonl")}
    asked = [Question(f"scifact-{id_}", texts[id_], documents=frozenset(found)) for id_, found in relevant.items()]
    return Collection("scifact", files, asked)


def chunking() -> Collection:
    """Five corpora with the exact characters that answer each question; all corpora are searched at once."""
    files = {path.name: path.read_text() for path in sorted((DATA / "chunking/corpora").iterdir())}
    asked = [
        Question(each["id"], each["question"], tuple((each["document"], s["start"], s["end"]) for s in each["spans"]))
        for each in _lines(DATA / "chunking/questions.jsonl")
    ]
    return Collection("chunking", files, asked)


def squad() -> Collection:
    """Articles, and the answerable questions with their paragraph."""
    files = {path.name: path.read_text() for path in sorted((DATA / "squad/articles").iterdir())}
    asked = []
    for each in _lines(DATA / "squad/questions.jsonl"):
        start = files[each["document"]].find(each["paragraph"])
        if each["answerable"] and start >= 0:
            span = (each["document"], start, start + len(each["paragraph"]))
            asked.append(Question(each["id"], each["question"], (span,), answers=tuple(each["answers"])))
    return Collection("squad", files, asked)


def seeds() -> Collection:
    """Two real documents, and our questions about them with the characters that answer them: seeds.jsonl holds no text of theirs."""
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted((DATA / "seeds").glob("*.txt"))}
    asked = [
        Question(
            each["id"],
            each["question"],
            tuple((each["document"], start, end) for start, end in each["spans"]),
            needs_all=each["needs_all"],
        )
        for each in _lines(Path(__file__).with_name("seeds.jsonl"))
    ]
    return Collection("seeds", files, asked)


def sample() -> Collection:
    """Our own corpus and its gold evidence."""
    files = {path.name: path.read_text() for path in sorted(CORPUS.iterdir()) if path.suffix in (".md", ".txt")}
    asked = []
    for each in _lines(GOLD):
        spans = [_place(files, piece["document"], piece["quote"]) for piece in each["evidence"]]
        if each["answerable"] and all(span is not None for span in spans):
            needs_all = "all" in each["tags"]
            found = tuple(span for span in spans if span is not None)
            asked.append(Question(each["id"], each["question"], found, needs_all=needs_all))
    return Collection("sample", files, asked)


READERS: dict[str, Callable[[], Collection]] = {
    "scifact": scifact,
    "chunking": chunking,
    "squad": squad,
    "seeds": seeds,
    "sample": sample,
}


def _place(files: Mapping[str, str], name: str, quote: str) -> Span | None:
    start = files.get(name, "").find(quote)
    return None if start < 0 else (name, start, start + len(quote))


def _with_title(title: str, text: str) -> str:
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{text}\n"


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
