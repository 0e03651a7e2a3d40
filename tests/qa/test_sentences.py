"""Text to sentence spans with exact offsets."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.sentences import split_sentences

MEGABYTE = 1_000_000
LONG = "The council voted on Monday to keep the northern pier open until the end of the winter season."

# Texts with ¦ where one sentence ends and § where a heading begins; neither is part of the text.
PROSE = {
    "titles": "Rep. Han met Gen. Ortiz, Dr. Lim and Mrs. Vance.¦ Mr. He Weimin came later.¦ MR. OH did not.",
    "initials": "J. K. Moreau and Anna B. Field signed.¦ So did Yoon, C. H. and A. N. Others.",
    "acronyms": "U.S. Forces Korea moved.¦ The U.N. Security Council met.¦ A ROK-U.S. drill began in the U.S. Midwest.",
    "acronyms at the end": "It was built in the U.S.¦ The harbor is old.¦ He left the U.K.¦ However, she stayed.",
    "latin": "Some ports, e.g. Busan, i.e. the largest, grew vs. last year, cf. Ulsan.¦ Ships etc.¦ Lin et al. agree.",
    "companies": "Delta Freight Inc. Chairman Roh spoke.¦ He runs Tern Lines Ltd.¦ The ships are old.",
    "degrees": "She holds a Ph.D. in law.¦ His M.Sc. thesis was short.",
    "numbered": "See No. 5, p. 12, vol. 3 and Fig. 2.¦ We said no.¦ It was on Aug. 1 and Sept. 30.",
    "clock": "Talks ran from 9 a.m. Tuesday to 4 p.m. Wednesday.¦ It ended at 6 p.m.¦ They were tired.",
    "decimals": "It rose 3.5% to $1.2 billion.¦ Version 2.0.1 is out.¦ It was 7.¦ 12 ships left.",
    "ellipses": "Well... maybe.¦ And then…¦ Nothing.¦ One . . . two.",
    "runs": "Really?!¦ Stop!!!¦ Who?¦ Yes.",
    "small letter after a mark": '"Is it so?" he asked.¦ Pop! went the cork.¦ He sold iPhones.¦ iPhone sales fell.',
    "quotations": 'He said "yes."¦ Then he left.¦ “Two things.¦ Both matter,” she said.¦ ‘Fine.’¦ (So it went.)¦ End.',
    "a quotation goes on": '\'The role will stay as of today,\' Noh said.¦ "No," he said, "never."¦ Go.',
    "notes": "It fell.[3]¦ It rose.[4][5]¦ It stayed. [6]¦ They agree.[a]¦ Sources differ.¹²¦ Done.[12]¦Next year.",
    "addresses": "Write to kim.lee@mail.example.org or see www.example.com/a.b?c=d.¦ Open notes.v2.txt.¦ Then wait.",
    "editor": "The views are the writer's own. -- Ed.",
    "enumerators": "1. Open the valve.¦ Wait.¦ (b) Close it.",
    "emoji": "Great 👍!¦ See you 😀.¦ Bye",
    "small letters throughout": "the fund grew in 2014.¦ it paid 3% (three percent).¦ the board agreed.¦ a vote follows.",
    "korean": "그는 어제 서울에 갔다.¦ 비용은 3.5% 늘었다.¦ 왜 그랬을까?¦ 2025. 8. 1. 발표된 안이다.¦ 좋아요.¦그는 갔다.",
    "korean quotation": '그는 "함께 가자."라고 말했다.¦ “늦었다.” 며 웃었다.¦ 끝.',
    "wide marks": "彼は行った。¦雨だ！¦本当？¦「行くよ。」と言った。¦「来て。」¦ 是吗?¦是的。",
    "unbreakable space": "One\u00a0thing.¦\u00a0Two\u2003things.",
}
LAYOUT = {
    "a paragraph a line": f"{LONG}¦\nNo terminator here¦\r\nAnother one.",
    "wrapped at a margin": "The council of the northern harbor met late on Monday with the\nPort Authority, with both owners and a Mr.\n"
    "Ortiz of Tern Lines, which keeps the pier.¦ They left at\nnoon.",
    "a narrow column": "The council of the northern harbor\nmet on Monday, and chose the new\nBerth Committee of the year",
    "a blank line": "One thing¦\n\nanother¦\n \t\nthird",
    "atx headings": "§# Piers¦\nOpen.¦ Safe.¦\n§## North ##\n",
    "setext headings": "§Piers\n=====¦\nOpen.¦\n\n§North\n---¦\nSafe.",
    "wiki headings": "§== Piers ==¦\nOpen.",
    "a title above prose": f"{LONG}¦\n§What the North Wants¦\n{LONG}",
    "titles above each other": f"§Harbor News¦\n\n§A Long Winter¦\n\n{LONG}",
    "a korean title": "§겨울 항구¦\n북쪽 부두는 내년 봄까지 계속 열어 두기로 했다고 항만청이 월요일 오후에 발표했다.",
    "list items": "- open the valve¦\n- wait.¦ Then go.\n  on and on¦\n* star¦\n1. first¦\n2) second¦\n(a) third¦\n• dot",
    "table rows": "| a. B | c |¦\n|---|---|¦\n| 1. D | 2 |¦\nport | 3. Four¦\nport\t4",
    "code": "```py¦\nx = a. B¦\n\n# no heading¦\n```¦\nDone.¦ Yes.",
    "block quotes": "> It rains\n> and pours.¦ Truly.¦\n>\n> Stop.",
    "nothing": " \r\n\t\u00a0\n",
}
NOT_HEADINGS = {
    "a poem": "Down by the silver river bend\nThe herons wait, the waters go\nAnd all the reeds that lean\nWill whisper what they know.",
    "an address": f"Tern Lines\n12 Quay Street\nPort Ellen\n\nDear Ms. Roh, {LONG}",
    "names": "Han Ji-woo\nLim Seo-yeon\nOrtiz\n",
    "a chat": f"09:01 Ana: are you there\n09:02 Ben: Yes, {LONG}\n09:03 Ana: Fine",
    "a list and what follows": "Piers:\n- North\n- South",
    "a line that breaks off": f"The pier is kept by the\n{LONG}",
    "the last line": f"{LONG}\n\nThe End",
    "a number broken off": "The gas is written O\n2 and makes up a fifth of the air that all of us breathe every day.",
}


def spans(text: str) -> list[str]:
    """Its sentences, headings with a § in front."""
    return [f"{'§' if sentence.kind == 'heading' else ''}{sentence.text}" for sentence in split_sentences(text)]


@pytest.mark.parametrize("marked", PROSE.values(), ids=PROSE)
def test_prose_is_cut_where_a_reader_would(marked: str) -> None:
    """Abbreviations, numbers, names, quotations and notes neither break a sentence nor hold two together."""
    assert spans(marked.replace("¦", "")) == [part.strip() for part in marked.split("¦")]


@pytest.mark.parametrize("marked", LAYOUT.values(), ids=LAYOUT)
def test_lines_are_cut_by_what_they_are(marked: str) -> None:
    """Paragraphs, wrapped lines, headings, lists, tables and code each end sentences in their own way."""
    assert spans(marked.replace("¦", "").replace("§", "")) == [
        part.strip() for part in marked.split("¦") if part.strip()
    ]


@pytest.mark.parametrize("text", NOT_HEADINGS.values(), ids=NOT_HEADINGS)
def test_short_lines_are_prose_when_in_doubt(text: str) -> None:
    """A heading is never quoted, so nothing is called one without good reason."""
    assert {sentence.kind for sentence in split_sentences(text)} == {"prose"}


MARKS = ".!?…。？\"'“”()[]{}*_#=-|>`~\n\r\t\x00\x0c\x1c\x85\u2028\u200b\ufeff 019aIéß가다βǅ😀"
STRINGS = "U.S.|Mr. |\r\n|\n\n|```\n|[3]|2025. 8. 1.|다.|라고 |the |The |1. |- |> |\n===|\n---\n".split("|")
PIECES = st.sampled_from([*MARKS, *STRINGS, " | ", "many words " * 8])
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS)
@example("\ufeff.\u200b\n\x00")
def test_spans_are_exact_and_cover_everything(text: str) -> None:
    """Each sentence is the text at its offsets, none is blank or overlaps, and only white space lies between them."""
    position = 0
    for sentence in split_sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert not text[position : sentence.start].strip()
        assert sentence.start >= position
        position = sentence.end
    assert not text[position:].strip()


@given(st.lists(st.sampled_from(["Ships came in.", "It rained all day.", "Who knew?", "He won!"]), min_size=1))
def test_a_blank_line_parts_paragraphs_for_good(sentences: list[str]) -> None:
    """What stands before a blank line has no say in what stands after it."""
    paragraph = " ".join(sentences)
    assert spans(f"{paragraph}\n\n{paragraph}") == sentences * 2


@pytest.mark.parametrize(
    "unit", 'word |.|a. |(|.)|"|. (|“He said ‘x.’ |.[1,1|.[1]|。」|!?|\n|Ab\n\n|Mr.\n|# |=a|```\n'.split("|")
)
def test_a_megabyte_of_anything_is_split(unit: str) -> None:
    """No input makes splitting slow: each of these would never end if a rule looked back at what it had read."""
    text = unit * (MEGABYTE // len(unit))
    assert sum(len(sentence.text.split()) for sentence in split_sentences(text)) == len(text.split())
