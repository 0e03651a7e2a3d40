"""Sentences to passages, and passages to what is embedded."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa.passages import MOST_TOKENS, build_passages, embedding_inputs
from qa.sentences import split_sentences
from qa.types import Passage
from tests.fakes import WordEmbedder

EMBEDDER = WordEmbedder()

LENGTHS = st.lists(st.integers(1, 60) | st.sampled_from([150, 199, 230, 700]), max_size=30)
SECTIONS = st.lists(st.tuples(st.lists(st.integers(1, 9), max_size=3), LENGTHS), max_size=4)


def sentence(tokens: int) -> str:
    """A sentence of so many tokens, its full stop among them."""
    return " ".join(["Harbor", *["water"] * (tokens - 2)][: max(1, tokens - 1)]) + "."


def document(sections: list[tuple[list[int], list[int]]]) -> str:
    """Markdown with sections of headings and sentences of these many tokens."""
    parts = (
        ["# " + " ".join(["Title"] * heading) for heading in headings] + [" ".join(map(sentence, prose))]
        for headings, prose in sections
    )
    return "\n\n".join(line for part in parts for line in part)


def build(text: str, document_id: str = "doc") -> list[Passage]:
    return build_passages(document_id, split_sentences(text), text, EMBEDDER)


def tokens(text: str) -> int:
    return len(EMBEDDER.token_spans([text])[0])


def prose(passage: Passage) -> int:
    return sum(sentence.kind == "prose" for sentence in passage.sentences)


@given(SECTIONS.map(document) | st.text(st.characters(exclude_categories=["Cs"])))
def test_passages_hold_every_sentence_once(text: str) -> None:
    """Read in order, the passages are the document's sentences; each is the text between its ends."""
    passages = build(text)
    assert [sentence for passage in passages for sentence in passage.sentences] == split_sentences(text)
    assert [passage.number for passage in passages] == list(range(len(passages)))
    assert all(text[passage.start : passage.end] == passage.text for passage in passages)


@given(SECTIONS.map(document))
def test_passages_keep_to_their_size_and_section(text: str) -> None:
    """None is above 200 tokens but a long sentence with its headings, and none goes on past a heading."""
    for passage in build(text):
        kinds = [sentence.kind for sentence in passage.sentences]
        assert tokens(passage.text) <= MOST_TOKENS or prose(passage) == 1
        assert kinds == sorted(kinds)  # headings, then prose
        assert passage.heading in passage.text or kinds[0] == "prose"


@given(st.lists(st.integers(5, 30), min_size=1, max_size=80))
def test_passages_of_a_section_are_balanced(lengths: list[int]) -> None:
    """No short rest is left over: ordinary sentences make passages of like size, and no two would fit into one."""
    sizes = [tokens(passage.text) for passage in build(" ".join(map(sentence, lengths)))]
    assert len(sizes) == 1 or (min(sizes) >= 75 and max(sizes) - min(sizes) <= 75)
    assert all(one + next_one > MOST_TOKENS - 30 for one, next_one in pairwise(sizes))


def test_a_section_of_250_tokens_becomes_two_halves() -> None:
    """125 and 125 are found better than 200 and 50."""
    assert [tokens(passage.text) for passage in build(" ".join([sentence(25)] * 10))] == [125, 125]


def test_a_long_sentence_stands_alone() -> None:
    """What is above the size by itself takes no neighbour along."""
    passages = build(f"{sentence(20)} {sentence(300)} {sentence(20)} {sentence(20)}")
    assert [len(passage.sentences) for passage in passages] == [1, 1, 2]


def test_headings_lead_and_are_remembered() -> None:
    """A heading opens a passage; the later passages of its section carry it; the nearest of several names the section."""
    text = f"Opening words.\n\n# Harbor\n\n## **Piers** ##\n\n{' '.join([sentence(25)] * 10)}\n\n# The End\n"
    first, piers, more, last = build(text)
    assert [passage.heading for passage in (first, piers, more, last)] == ["", "Piers", "Piers", "The End"]
    assert [sentence.text for sentence in piers.sentences[:2]] == ["# Harbor", "## **Piers** ##"]
    assert prose(more) == len(more.sentences)
    assert last.text == "# The End"


def test_heading_text_is_plain() -> None:
    """The markup of a heading is not part of its name, a sharp that belongs to it is."""
    headings = ["# Learning C#", "== Piers ==", "= = North = =", "Quays\n=====", "### _Old_ harbor", "## *Tides*"]
    assert [build(f"{heading}\n\n{sentence(9)}")[0].heading for heading in headings] == [
        *("Learning C#", "Piers", "North", "Quays", "_Old_ harbor", "Tides")
    ]


def test_an_unchanged_passage_keeps_its_id() -> None:
    """An id is made of the document, the place and the text, and of nothing else."""
    text = f"# One\n\n{sentence(100)}\n\n# Two\n\n{sentence(100)}"
    before, after = build(text), build(text.replace("Two", "Six"))
    assert before[0].id == after[0].id
    assert len({before[0].id, before[1].id, after[1].id, build(text, "other")[0].id}) == 4
    assert len(before[0].id) == 32


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in EMBEDDER.token_spans([text])[0]]


@given(
    st.lists(st.sampled_from(["harbor", "pier", "x.y", "—", "(a)", "물", "Then"]), min_size=1, max_size=400).map(
        " ".join
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.just("A very long title " * 40),
    st.integers(8, 600),
)
def test_no_input_is_longer_than_the_model_reads(text: str, title: str, max_tokens: int) -> None:
    """Each input fits with its two special tokens, opens with the same context, and together they read every token once."""
    embedder = WordEmbedder(max_tokens=max_tokens)
    for passage in build(f"# North Pier\n\n{text}"):
        inputs = [pieces(each) for each in embedding_inputs([passage], title, embedder)[0]]
        context = (sum(map(len, inputs)) - len(pieces(passage.text))) // len(inputs)
        assert all(len(each) <= max_tokens - 2 and each[:context] == inputs[0][:context] for each in inputs)
        assert [piece for each in inputs for piece in each[context:]] == pieces(passage.text)
        assert context <= 64


def test_the_context_is_title_and_heading_without_empty_lines() -> None:
    """A passage that begins with its heading does not get it twice."""
    first, second = build(f"# Piers\n\n{' '.join([sentence(25)] * 10)}")
    assert embedding_inputs([first], " Harbor\n\n Guide ", EMBEDDER)[0] == [f"Harbor Guide\n{first.text}"]
    assert embedding_inputs([second], "Harbor", EMBEDDER)[0] == [f"Harbor\nPiers\n{second.text}"]
    assert embedding_inputs([second], "", EMBEDDER)[0] == [f"Piers\n{second.text}"]


def test_a_long_text_is_cut_between_words() -> None:
    """The parts are of like length and no word is torn where a space is near."""
    (passage,) = build(" ".join(["don't"] * 200))
    parts = embedding_inputs([passage], "", WordEmbedder(max_tokens=400))[0]
    assert [part.split() for part in parts] == [["don't"] * 100] * 2


def test_a_passage_without_tokens_is_still_embedded() -> None:
    """Every passage can be found again, though it be a character no model knows."""
    (passage,) = build("\u200b")
    assert embedding_inputs([passage], "", EMBEDDER)[0] == ["\u200b"]
