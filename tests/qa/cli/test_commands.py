"""The command line's promises: what it prints, where, and how it ends."""

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.qa.cli.conftest import Run

SPENDING = "To what share of income did the council agree to raise spending?"
HEAVY = ("chromadb", "llama_index", "onnxruntime", "fastapi", "openai", "numpy", "respx")


@pytest.fixture
def library(qa: Run, documents: Path) -> Run:
    """The command with the three documents added."""
    assert qa("add", documents).code == 0
    return qa


def test_add_says_what_it_did(qa: Run, documents: Path) -> None:
    """Counts, and on the second time that nothing changed."""
    assert qa("add", documents).out.startswith("3 added; 4 passages written.")
    assert qa("add", documents).out.startswith("3 unchanged; 0 passages written.")


def test_add_reads_standard_input(qa: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`qa add -` with what is said of it."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"The pier was closed in March.")))
    assert qa("add", "-", "--publisher", "Desk", "--published", "2025-04-01").code == 0
    (document,) = qa("list", "--json").json["documents"]
    assert (document["publisher"], document["published"], document["source"]) == (
        "Desk",
        "2025-04-01",
        "standard input",
    )


def test_add_names_what_it_left_out(qa: Run, documents: Path) -> None:
    """A bad file among good ones is a line on stderr; bad files alone are a failure."""
    (documents / "photo.png").write_bytes(b"\x89PNG\x00")
    ran = qa("add", documents, "--json")
    assert (ran.code, len(ran.json["added"]), len(ran.json["refused"])) == (0, 3, 1)
    ran = qa("add", documents / "photo.png")
    assert (ran.code, "photo.png" in ran.err, ran.err.count("\n")) == (1, True, 1)


def test_ask_answers_with_notes(library: Run) -> None:
    """The sentence, its number, and where it stands."""
    ran = library("ask", SPENDING)
    assert ran.code == 0
    assert "“The council agreed to raise spending to 3.5% of income.” [1]" in ran.out
    assert "[1] The budget · Harbor Brief · 2025-11-14 · " in ran.out
    assert ran.err == ""


def test_ask_as_json_is_the_contracts_answer(library: Run) -> None:
    """One object with the contract's keys, and nothing else on stdout."""
    answer = library("ask", SPENDING, "--json").json
    assert set(answer) == {
        "id", "question", "status", "reason", "text", "claims", "citations", "mode", "model", "usage", "timings_ms",
    }  # fmt: skip
    assert set(answer["citations"][0]) == {
        "number", "document_id", "title", "publisher", "author", "published", "published_estimated", "page",
        "source", "quote", "start", "end",
        "passage_id", "origin",
    }  # fmt: skip
    assert set(answer["claims"][0]) == {"text", "citations", "support", "problems"}
    assert set(answer["timings_ms"]) == {"retrieve", "generate", "verify", "total"}
    text = library("show", answer["citations"][0]["document_id"], "--json").json["text"]
    assert text[answer["citations"][0]["start"] : answer["citations"][0]["end"]] == answer["citations"][0]["quote"]


def test_a_refusal_is_a_successful_answer(library: Run) -> None:
    """Exit code 0, the reason, the nearest document."""
    ran = library("ask", "What is the capital of Mongolia?")
    assert ran.code == 0
    assert "There is nothing about “Mongolia” in the 3 documents; the nearest is" in ran.out


def test_filters_reach_the_search(library: Run) -> None:
    """By publisher and date."""
    hits = library("search", "spending", "--publisher", "Tide Review", "--since", "2025-12-01", "--json").json["hits"]
    assert {hit["document"]["title"] for hit in hits} == {"The critics"}
    assert "filters" in library("ask", SPENDING, "--until", "2020-01-01").out


def test_documents_can_be_listed_shown_and_removed(library: Run) -> None:
    """Newest first, undated last; gone is gone."""
    documents = library("list", "--json").json["documents"]
    assert [document["title"] for document in documents] == ["The critics", "The budget", "Report on the bridge"]
    assert "12,000 cars" in library("show", documents[2]["id"]).out
    assert library("remove", documents[2]["id"]).code == 0
    assert len(library("list").out.splitlines()) == 2


def test_a_model_that_is_down_degrades(library: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connection refused ends in quotes and a line that says so."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("QA_TIMEOUT", "3")
    answer = library("ask", SPENDING, "--json").json
    assert (answer["mode"], answer["status"]) == ("degraded", "answered")
    assert "cannot be reached" in answer["reason"]
    assert library("ask", SPENDING, "--extractive", "--json").json["mode"] == "extractive"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["ask", ""], 1, "The question is empty."),
        (["ask", "x" * 100_000], 1, "100,000 characters"),
        (["show", "nobody"], 1, "no document nobody"),
        (["remove", "nobody"], 1, "no document nobody"),
        (["add", "nowhere.md"], 1, "no file or folder nowhere.md"),
        (["search", "x", "--since", "2025-02-01", "--until", "2025-01-01"], 1, "Swap the dates"),
        (["ask", "x", "--since", "yesterday"], 2, "YYYY-MM-DD"),
        (["ask"], 2, "Missing argument"),
        (["search", "x", "-k", "0"], 2, "1<=x<=100"),
        (["serve", "--port", "none"], 2, "not a valid int"),
        (["unknown"], 2, "No such command 'unknown'."),
        (["chatt"], 2, "Did you mean 'chat'?"),
        (["serv"], 2, "Did you mean 'serve'?"),
    ],
)
def test_bad_input_gets_one_readable_line(qa: Run, arguments: list[str], code: int, says: str) -> None:
    """On stderr, with the right exit code, and no traceback."""
    ran = qa(*arguments)
    assert ran.code == code
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert code == 2 or ran.err.count("\n") == 1
    assert ran.out == ""


def test_a_home_that_cannot_be_used_is_named(qa: Run, home: Path) -> None:
    """Here a file stands where the folder should be."""
    home.write_text("a file")
    ran = qa("list")
    assert (ran.code, "QA_HOME" in ran.err, ran.err.count("\n")) == (1, True, 1)


def test_a_corrupt_catalog_is_named(library: Run, home: Path) -> None:
    """With what to do; nothing is overwritten."""
    for leftover in home.glob("library.db-*"):
        leftover.unlink()
    damaged = b"SQLite format 3\x00" + b"\xff" * 8_000
    (home / "library.db").write_bytes(damaged)
    for command in (["list"], ["ask", SPENDING]):
        ran = library(*command)
        assert (ran.code, "library.db is damaged" in ran.err, ran.err.count("\n")) == (1, True, 1)
        assert "move the folder away and add the documents again." in ran.err
    assert (home / "library.db").read_bytes() == damaged


def test_a_corrupt_index_is_seen_and_repaired(library: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`qa doctor` sees it, `--repair` mends it, and no document is lost. Each in a new process: an open index is still whole."""

    def doctor(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "qa.cli.main", "doctor", *options]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    monkeypatch.setenv("QA_EXACT_LIMIT", "0")
    library("search", "ferries")  # the first command that needs an index begins it
    (damaged,) = (home / "chroma").rglob("chroma.sqlite3")
    for leftover in damaged.parent.glob("chroma.sqlite3-*"):
        leftover.unlink()
    damaged.write_bytes(b"garbage" * 1_000)
    ran = doctor()
    assert (ran.returncode, "qa doctor --repair" in ran.stdout) == (1, True)
    checks = {check["name"]: check["ok"] for check in json.loads(doctor("--repair", "--json").stdout)["checks"]}
    named = ("library", "embedding model", "reranker", "vector index", "chat model")
    assert checks == dict.fromkeys(named, True)
    assert len(library("list").out.splitlines()) == 3


def test_debug_shows_the_traceback(qa: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And only then."""
    monkeypatch.setenv("QA_DEBUG", "1")
    assert "Traceback" in qa("ask", "").err


def test_help_lists_every_command_and_loads_nothing_heavy() -> None:
    """`qa --help` in a new process, with the plugged-in commands."""
    script = f"""
import sys
from qa.cli.main import main
sys.argv = ["qa", "--help"]
try:
    main()
except SystemExit:
    pass
print("LOADED", [name for name in {HEAVY} if name in sys.modules])
"""
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "LOADED []"
    for command in ("add", "list", "show", "remove", "search", "ask", "chat", "doctor", "serve", "eval"):
        assert f" {command} " in out


def test_search_explains_why_each_passage_is_there(library: Run) -> None:
    """The words searched, the filter, and for each passage its ranks and its best sentence."""
    out = library("search", "Does the opposition want the ferries?", "--publisher", "Tide Review", "--explain").out
    assert "Words searched: opposition, want, ferries" in out
    assert "Among documents of publisher Tide Review" in out
    assert "by meaning no. 1, by words no. 1, fused 1.0000" in out
    assert "“It wants the ferries repaired instead.”" in out
    assert "by words" not in library("search", "ferries").out
