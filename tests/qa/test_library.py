"""The library as its users see it: add, search, ask, over real storage and fake models."""

import re
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.answers import as_json
from qa.errors import EmbedderMismatch, FilterError, ModelBusy, QuestionError, StoreLocked, UnknownDocument
from qa.events import Answered, ClaimSettled, Delta, Found
from qa.ingest.naming import Provenance
from qa.ingest.sources import Source
from qa.library import Library
from qa.types import Answer, Filters
from tests.conftest import OpenLibrary
from tests.fakes import MemoryIndex, QueuedModel, WordEmbedder

SPENDING = "To what share of income did the council raise spending?"


def obeys_the_laws(library: Library, answer: Answer) -> None:
    """The contract's laws for one answer."""
    used = list(dict.fromkeys(int(n) for n in re.findall(r"\[(\d+)\]", answer.text)))
    assert used == [citation.number for citation in answer.citations] == list(range(1, len(used) + 1))
    for citation in answer.citations:
        assert library.document(citation.document_id).text[citation.start : citation.end] == citation.quote
    if answer.status == "no_evidence":
        assert answer.reason
        assert not answer.claims
        assert not answer.text
    else:
        assert answer.claims
    assert answer.mode != "degraded" or answer.reason


# -- adding ----------------------------------------------------------------------------------------------------------


def test_a_folder_is_added_and_adding_it_again_changes_nothing(open_library: OpenLibrary, documents: Path) -> None:
    """The second time every file is unchanged and nothing is written."""
    library = open_library()
    first = library.add([documents])
    assert len(first.added) == 3
    before = [(document.id, document.added_at) for document in library.documents()]
    second = library.add([documents])
    assert (len(second.unchanged), second.added, second.updated, second.passages) == (3, (), (), 0)
    assert [(document.id, document.added_at) for document in library.documents()] == before


def test_a_changed_file_replaces_its_document(open_library: OpenLibrary, documents: Path) -> None:
    """The same id, the new text, and no trace of the old one in either search."""
    index = MemoryIndex()
    library = open_library(index=index)
    library.add([documents])
    (documents / "bridge.txt").write_text("Report on the bridge\n\nThe tunnel carries 90,000 trains a year.\n")
    assert len(library.add([documents]).updated) == 1
    assert len(library.documents()) == 3
    assert library.ask("How many trains does the tunnel carry?").status == "answered"
    assert all("12,000 cars" not in hit.passage.text for hit in library.search("cars a day on the old bridge"))
    assert library.drift() == (0, 0)


def test_an_unreadable_file_is_named_and_the_rest_is_added(open_library: OpenLibrary, documents: Path) -> None:
    """Binary, empty and undecodable files are refused with the reason."""
    (documents / "photo.png").write_bytes(b"\x89PNG\r\n\x00\x00")
    (documents / "empty.txt").write_bytes(b"")
    report = open_library().add([documents, documents / "missing.md"])
    assert len(report.added) == 3
    assert {Path(refused.path).name: refused.reason.split(" ")[-1] for refused in report.refused}.keys() == {
        "photo.png",
        "empty.txt",
        "missing.md",
    }


def test_no_text_is_embedded_twice(open_library: OpenLibrary, documents: Path) -> None:
    """A copy that differs in what it says of itself costs nothing at the model."""

    class Counting(WordEmbedder):
        asked: list[str] = []  # noqa: RUF012 - shared on purpose

        def embed_passages(self, texts):  # type: ignore[no-untyped-def]
            self.asked.extend(texts)
            return super().embed_passages(texts)

    library = open_library(embedder=Counting())
    library.add([documents])
    asked = len(Counting.asked)
    (documents / "copy.md").write_text((documents / "budget.md").read_text().replace("Harbor Brief", "Another Brief"))
    assert len(library.add([documents]).added) == 1
    assert len(Counting.asked) == asked


def test_what_is_said_of_a_document_is_kept(open_library: OpenLibrary) -> None:
    """Publisher and date given when adding stand in the document and its citations."""
    library = open_library()
    library.add_source(
        Source("note", b"The council agreed to raise spending."),
        Provenance(publisher="Desk", published=date(2025, 1, 2)),
    )
    (document,) = library.documents()
    assert (document.publisher, document.published, document.source) == ("Desk", date(2025, 1, 2), "note")
    (citation,) = library.ask("What did the council agree to raise?").citations
    assert (citation.publisher, citation.published) == ("Desk", date(2025, 1, 2))


def test_removing_is_all_or_nothing(open_library: OpenLibrary, documents: Path) -> None:
    """One unknown id, and nothing is removed."""
    library = open_library()
    library.add([documents])
    ids = [document.id for document in library.documents()]
    with pytest.raises(UnknownDocument, match="nobody"):
        library.remove([ids[0], "nobody"])
    assert len(library.documents()) == 3
    library.remove(ids)
    assert (library.documents(), library.drift()) == ([], (0, 0))
    assert library.search("anything") == []


# -- consistency -----------------------------------------------------------------------------------------------------


class Interrupted(MemoryIndex):
    """An index whose process dies at its first write."""

    def upsert(self, ids, vectors):  # type: ignore[no-untyped-def]
        raise KeyboardInterrupt


@pytest.mark.parametrize("command", ["search", "add", "remove"])
def test_an_interrupted_add_is_finished_by_the_next_command(
    open_library: OpenLibrary, documents: Path, command: str
) -> None:
    """Whatever that command is."""
    with pytest.raises(KeyboardInterrupt):
        open_library(index=Interrupted()).add([documents])
    index = MemoryIndex()
    library = open_library(index=index)
    if command == "search":
        library.search("ferries")
    elif command == "add":
        library.add([documents])
    else:
        library.remove([library.documents()[0].id])
    assert library.drift() == (0, 0)
    assert index.rows


def test_nothing_is_half_there_when_embedding_fails(open_library: OpenLibrary, documents: Path) -> None:
    """A model that fails in the middle leaves the library as it was, and the next add starts afresh."""

    class Failing(WordEmbedder):
        def embed_passages(self, texts):  # type: ignore[no-untyped-def]
            raise ModelBusy("The embedding service is busy.")

    with pytest.raises(ModelBusy):
        open_library(embedder=Failing()).add([documents])
    library = open_library()
    assert library.documents() == []
    assert len(library.add([documents]).added) == 3


def test_repair_rebuilds_the_index_from_the_catalog(open_library: OpenLibrary, documents: Path) -> None:
    """A lost or foreign vector is seen and mended."""
    index = MemoryIndex()
    library = open_library(index=index)
    library.add([documents])
    whole = dict(index.rows)
    index.rows["stranger"] = index.rows.pop(next(iter(whole)))
    assert library.drift() == (1, 1)
    library.repair()
    assert index.rows.keys() == whole.keys()


def test_another_embedding_model_is_refused(open_library: OpenLibrary, documents: Path) -> None:
    """For adding and for asking, with what to do."""
    open_library().add([documents])
    other = open_library(embedder=WordEmbedder(fingerprint="another"))
    for attempt in (lambda: other.add([documents]), lambda: other.ask("Who?")):
        with pytest.raises(EmbedderMismatch, match="QA_EMBED_MODEL"):
            attempt()


def test_an_embedding_model_that_changed_behind_its_name_is_refused(open_library: OpenLibrary, documents: Path) -> None:
    """By the size of its vectors, for adding and for asking; what is there stays as it was."""
    library = open_library()
    library.add([documents / "budget.md"])
    other = open_library(embedder=WordEmbedder(dimensions=32))
    for attempt in (lambda: other.add([documents]), lambda: other.ask("Who?")):
        with pytest.raises(EmbedderMismatch, match=r"32 .* 64"):
            attempt()
    assert library.ask(SPENDING).status == "answered"
    assert len(library.documents()) == 1


def test_one_writer_at_a_time(open_library: OpenLibrary, documents: Path) -> None:
    """A second writer is told after a while; readers go on."""
    library = open_library(lock_seconds=0)
    library.add([documents])
    with FileLock(library.home / "write.lock"):
        with pytest.raises(StoreLocked, match="Another process"):
            library.add([documents])
        assert library.ask(SPENDING).status == "answered"


# -- searching -------------------------------------------------------------------------------------------------------


def test_a_search_finds_the_passage_and_says_how(open_library: OpenLibrary, documents: Path) -> None:
    """Ranks of both searches and the sentences' scores."""
    library = open_library()
    library.add([documents])
    best, *_ = library.search("Who will build the ferries replaced in 2027?", k=2)
    assert "Two ferries are to be replaced" in best.passage.text
    assert (best.document.title, best.passage.heading) == ("The budget", "Ferries")
    assert best.dense_rank is not None
    assert best.lexical_rank is not None
    assert len(best.sentence_scores) == len(best.sentences)


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        (Filters(since=date(2025, 11, 15)), {"The critics"}),
        (Filters(until=date(2025, 11, 14)), {"The budget"}),
        (Filters(publisher="tide review"), {"The critics"}),
        (Filters(collection="default"), {"The budget", "The critics", "Report on the bridge"}),
        (Filters(collection="other"), set()),
    ],
)
@pytest.mark.parametrize("exact_limit", [20_000, 0])
def test_filters_are_kept(
    open_library: OpenLibrary, documents: Path, filters: Filters, titles: set[str], exact_limit: int
) -> None:
    """By date (inclusive; an undated document passes none), publisher and collection, whichever search answers."""
    library = open_library(exact_limit=exact_limit)
    library.add([documents])
    assert {hit.document.title for hit in library.search("spending ferries bridge", filters=filters)} == titles
    refused = library.ask("spending ferries bridge", filters)
    assert titles or "filters" in (refused.reason or "")


def test_a_filter_that_ends_before_it_begins_is_refused(open_library: OpenLibrary, documents: Path) -> None:
    """Rather than finding nothing."""
    library = open_library()
    library.add([documents])
    with pytest.raises(FilterError, match="Swap"):
        library.search("spending", filters=Filters(since=date(2025, 2, 1), until=date(2025, 1, 1)))


def test_another_process_writes_are_seen(open_library: OpenLibrary, documents: Path) -> None:
    """A reader that was open before finds what came after, in both ways of searching."""
    index = MemoryIndex()
    reader, indexed, writer = (
        open_library(index=index),
        open_library(index=index, exact_limit=0),
        open_library(index=index),
    )
    writer.add([documents / "budget.md"])
    assert reader.search("bridge")
    writer.add([documents])
    assert reader.search("bridge cars")[0].document.title == "Report on the bridge"
    assert indexed.search("bridge")
    (documents / "critics.md").write_text("The lighthouse keeper retired.\n")
    writer.add([documents])
    assert "lighthouse" in reader.search("lighthouse keeper")[0].passage.text
    assert "lighthouse" in indexed.search("lighthouse keeper")[0].passage.text
    assert index.refreshed


# -- asking ----------------------------------------------------------------------------------------------------------


def test_an_answer_without_a_model_quotes_its_sentence(open_library: OpenLibrary, documents: Path) -> None:
    """The sentence itself, citing itself."""
    library = open_library()
    library.add([documents])
    answer = library.ask(SPENDING)
    obeys_the_laws(library, answer)
    assert (answer.status, answer.mode, answer.model) == ("answered", "extractive", None)
    assert answer.citations[0].quote == "The council agreed to raise spending to 3.5% of income."
    assert answer.text.startswith(f"“{answer.citations[0].quote}” [1]")


@pytest.mark.parametrize("question", ["What is the capital of Mongolia?", "Wieviel Uhr ist es?", "???"])
def test_what_the_documents_do_not_hold_is_refused(open_library: OpenLibrary, documents: Path, question: str) -> None:
    """With the number of documents and the nearest of them."""
    library = open_library()
    library.add([documents])
    answer = library.ask(question)
    obeys_the_laws(library, answer)
    assert answer.status == "no_evidence"
    assert "3 documents" in (answer.reason or "")


def test_an_empty_library_says_what_to_do(open_library: OpenLibrary) -> None:
    """Not that the answer was not found."""
    answer = open_library().ask("Anything?")
    assert (answer.status, "qa add" in (answer.reason or "")) == ("no_evidence", True)


def test_a_models_answer_is_tied_and_checked(open_library: OpenLibrary, documents: Path) -> None:
    """Ids become notes, quotes are looked up, and the usage is reported."""
    library = open_library(QueuedModel("The council raises spending to 3.5% of income [1.2]."))
    library.add([documents])
    answer = library.ask(SPENDING)
    obeys_the_laws(library, answer)
    assert (answer.status, answer.mode, answer.model) == ("answered", "llm", "queued")
    assert answer.text == "The council raises spending to 3.5% of income [1]."
    assert answer.citations[0].quote == "The council agreed to raise spending to 3.5% of income."
    assert (answer.usage.prompt_tokens, answer.usage.completion_tokens) == (100, 10)


@pytest.mark.parametrize(
    ("draft", "status"),
    [
        ("The council raises spending to 3.5% of income [9.9].", "answered"),
        ("The council raises spending to 3.5% of income.", "answered"),
        ("The council raises spending to 3.5% of income [1.2]. Elephants are grey.", "partial"),
        ("The council raises spending to 7% of income [1.2].", "no_evidence"),
        ("NOT_FOUND", "no_evidence"),
        ("Der Rat erhöht die Ausgaben [1.2].", "no_evidence"),
        ("[1.2]", "no_evidence"),
        ("🙂", "no_evidence"),
    ],
)
@pytest.mark.parametrize("streaming", [False, True])
def test_whatever_a_model_writes_the_laws_hold(
    open_library: OpenLibrary, documents: Path, draft: str, status: str, streaming: bool
) -> None:
    """Unknown ids, none, a false figure, a refusal, another language, nonsense: whole or streamed."""
    library = open_library(QueuedModel(draft))
    library.add([documents])
    if streaming:
        *_, last = library.stream(SPENDING)
        assert isinstance(last, Answered)
        answer = last.answer
    else:
        answer = library.ask(SPENDING)
    obeys_the_laws(library, answer)
    assert answer.status == status


def test_a_failing_model_degrades_to_quotes(open_library: OpenLibrary, documents: Path) -> None:
    """The reader gets the documents' sentences and learns what failed."""
    library = open_library(QueuedModel(ModelBusy("The model's service is busy or failing (429).", "Try again later.")))
    library.add([documents])
    answer = library.ask(SPENDING)
    obeys_the_laws(library, answer)
    assert (answer.status, answer.mode) == ("answered", "degraded")
    assert "429" in (answer.reason or "")
    assert {citation.origin for citation in answer.citations} == {"extracted"}


def test_a_stream_tells_the_story_in_order(open_library: OpenLibrary, documents: Path) -> None:
    """Found, the draft's deltas, each claim once it is settled, and at the end the Answer that `ask` gives."""
    draft = "The council raises spending to 3.5% of income [1.2]. The mayor called that a floor [1.3]."
    library = open_library(QueuedModel(draft, draft))
    library.add([documents])
    events = list(library.stream(SPENDING))
    kinds = [type(event) for event in events]
    assert kinds == sorted(kinds, key=[Found, Delta, ClaimSettled, Answered].index)
    assert "".join(event.text for event in events if isinstance(event, Delta)) == draft
    assert isinstance(events[-1], Answered)
    streamed, asked = (
        as_json(answer) | {"id": "", "timings_ms": {}} for answer in (events[-1].answer, library.ask(SPENDING))
    )
    assert streamed == asked
    assert [event.claim for event in events if isinstance(event, ClaimSettled)] == list(events[-1].answer.claims)


@pytest.mark.parametrize("question", ["", " \n\t ", "x" * 4_001, "word " * 20_000])
def test_a_question_must_be_one(open_library: OpenLibrary, question: str) -> None:
    """Empty and over-long questions are refused, for asking and for searching."""
    library = open_library()
    for attempt in (library.ask, library.search):
        with pytest.raises(QuestionError):
            attempt(question)


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "The council agreed to 3.5%. ",
                "See [3] and [12]. ",
                "# Heading\n\n",
                "- item one\n",
                "\r\n\r\n",
                "한국은 합의했다. ",
                "🙂 ",
            ]
        ),
        st.text(max_size=40),
    ),
    min_size=1,
    max_size=12,
).map("".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=TEXTS,
    draft=st.text(max_size=60),
    question=st.sampled_from(["What did the council agree?", "See item heading", "한국은?"]),
)
def test_the_laws_hold_for_any_document_and_draft(
    open_library: OpenLibrary, tmp_path_factory: pytest.TempPathFactory, text: str, draft: str, question: str
) -> None:
    """Through reading, splitting, storing, searching and citing, with and without a model."""
    content = text.encode()
    if not text.strip() or "\0" in text or content.startswith(b"---"):
        return
    home = tmp_path_factory.mktemp("home")
    library = open_library(QueuedModel(f"{draft} [1.1]. The council agreed [1.2][7.7].", ModelBusy("Busy.")), home=home)
    library.add_source(Source("any", content))
    for _ in range(2):
        obeys_the_laws(library, library.ask(question))
    (document,) = library.documents()
    for passage in library.passages(document.id):
        whole = library.document(document.id).text
        assert whole[passage.start : passage.end] == passage.text
        assert all(whole[sentence.start : sentence.end] == sentence.text for sentence in passage.sentences)
