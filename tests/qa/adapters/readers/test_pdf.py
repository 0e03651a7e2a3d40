"""PDF: whole sentences, pages, headings and tables from the text layer; refusals with the reason."""

from io import BytesIO
from itertools import pairwise

import pytest

from qa.adapters.readers import read
from qa.errors import UnreadableFile
from qa.sentences import split_sentences
from qa.types import Reading
from tests.qa.adapters.readers.pdf_samples import pdf, pdf_pages, scanned_pdf
from tests.qa.adapters.readers.prose import sentences


def only(content: bytes, name: str = "a.pdf") -> Reading:
    readings = read(content, name)
    assert readings is not None
    (reading,) = readings
    return reading


def test_a_report_is_read_whole() -> None:
    """Every sentence that was written is in the text on one line, headings are headings, items are items, rows name their columns."""
    reading = only(pdf(30))
    found = {sentence.text: sentence.kind for sentence in split_sentences(reading.text)}
    assert [sentence for sentence in sentences(150) if sentence not in found] == []
    assert found["## Findings of part 1"] == "heading"
    assert "- Tariffs fall." in found
    assert "Country: Korea; Share of GDP: 3.5%." in found
    assert "Country: Japan; Share of GDP: 2.0%." in found


def test_a_document_says_who_wrote_it_and_when_it_was_made() -> None:
    """The date is the file's, so it is marked as estimated; what a program filled in is left out."""
    assert only(pdf(2)).metadata == {
        "title": "The Alliance Report",
        "author": "Jo Doe",
        "published": "2000-01-01",
        "published_estimated": "true",
    }
    assert "title" not in only(pdf_pages("Some text.")).metadata


def test_pages_begin_where_they_begin() -> None:
    """One offset a page, in order; what stands on page 2 alone begins at or after its offset and before page 3."""
    reading = only(pdf_pages("First it was said.", "Second it was said.", "", "Fourth it was said."))
    assert len(reading.pages) == 4
    assert [reading.text.index(word) for word in ("First", "Second", "Fourth")] == [
        reading.pages[at] for at in (0, 1, 3)
    ]
    assert reading.pages[2] == reading.pages[3]
    long = only(pdf(60))
    assert long.pages[0] == 0
    assert all(a < b < len(long.text) for a, b in pairwise(long.pages))


def test_a_sentence_over_two_pages_stays_one() -> None:
    """It belongs to the page it begins on; the next page begins within it."""
    first = "The committee that had met in the spring of the year before agreed that the"
    reading = only(pdf_pages(f"It was late.\n{first}", "submarines would be built in Philadelphia. Nobody objected."))
    whole = f"{first} submarines would be built in Philadelphia."
    assert whole in [sentence.text for sentence in split_sentences(reading.text)]
    assert (
        reading.text.index(whole) < reading.pages[1] == reading.text.index("submarines") < reading.text.index("Nobody")
    )


def test_words_cut_at_a_line_s_end_are_made_whole() -> None:
    """As the document writes them elsewhere; without that, a capital keeps the hyphen."""
    text = (
        "The long-term plan of the committee is a matter of inter-\nnational concern, said the long-\nterm"
        " planners of the Franco-\nGerman group in 2024-\n25."
    )
    assert only(pdf_pages(text)).text == (
        "The long-term plan of the committee is a matter of international concern, said the long-term"
        " planners of the Franco-German group in 2024-25."
    )


def test_running_headers_footers_and_page_numbers_are_left_out() -> None:
    """What stands at an edge of at least three pages is no content; a sentence with other numbers on each page is."""
    text = only(pdf(60)).text
    assert "Institute of Examples" not in text
    assert "Page 2" not in text
    years = only(pdf_pages(*(f"In year {year} the budget rose to {year} dollars." for year in range(2001, 2006)))).text
    assert all(f"In year {year}" in years for year in range(2001, 2006))


def test_paragraphs_are_kept_apart() -> None:
    """A wider gap, or a short last line, ends one."""
    line = "The committee of the assembly agreed on the plan after a long debate."
    reading = only(pdf_pages(f"{line}\n{line}\nIt was so.\n{line}\n\n{line}"))
    assert reading.text.split("\n\n") == [f"{line} {line} It was so.", line, line]


def test_a_table_of_contents_is_kept_and_never_cited() -> None:
    """Its lines are furniture."""
    reading = only(
        pdf_pages("Introduction ........... 1\nFindings ............... 7\nThe findings are good, and they are many.")
    )
    assert [reading.text[start:end] for start, end in reading.furniture] == [
        "Introduction ........... 1",
        "Findings ............... 7",
    ]


def test_a_table_over_two_pages_is_one() -> None:
    """Its rows are on their own pages, and name the columns of the first."""
    from reportlab.platypus import SimpleDocTemplate, Table

    buffer = BytesIO()
    rows = [["City", "People"], *([f"City {number}", f"{number}00"] for number in range(60))]
    SimpleDocTemplate(buffer, invariant=1).build([Table(rows)])
    reading = only(buffer.getvalue())
    assert reading.text.split("\n\n") == [f"City: City {number}; People: {number}00." for number in range(60)]
    assert reading.text.index("City 0;") < reading.pages[1] < reading.text.index("City 59;")
    assert reading.text[reading.pages[1] :].startswith("City: City ")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (scanned_pdf(), "it has no text layer, so it is a scan"),
        (pdf_pages(*["Scanned by the library"] * 3), "the same lines on every page, so it is a scan"),
        (pdf(2, "secret"), "is protected by a password"),
        (pdf(2)[:2_000], "cannot be read as a PDF: it is broken or cut short"),
        (b"%PDF-1.7\nnothing", "cannot be read as a PDF"),
        (pdf(2).replace(b"/Count 1", b"/Count 0").replace(b"/Kids [", b"/Kinds ["), r"report\.pdf"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, reason: str) -> None:
    """By name, with the reason and what to do."""
    with pytest.raises(UnreadableFile, match=reason) as caught:
        read(content, "report.pdf")
    assert "report.pdf" in caught.value.message
    assert caught.value.remedy


def test_a_document_that_only_forbids_printing_is_read() -> None:
    """It opens without a password."""
    assert sentences(10)[9] in only(pdf(2, owner="secret")).text
