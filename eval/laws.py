"""Judges of what the contract promises of every answer, right or wrong (docs: "What an answer promises")."""

import re

from eval.judges import share
from eval.prompting import Prompt
from eval.samples import Sample, refused
from qa.citing import LABELS
from qa.orders import orders_in
from qa.prompts import LEFT_OUT, NOT_FOUND
from qa.sentences import SENTENCE_LIMIT
from qa.types import Answer, Citation, Document, Hit

NOTE = re.compile(r"\[(\d+)\]")
IDS = re.compile(r"\[\d+\.\d+")


def quote_validity(sample: Sample, answer: Answer) -> float | None:
    """Share of citations with ``text[start:end] == quote`` in the library's own text of the cited document."""
    texts = sample.texts
    return share([texts.get(note.document_id, "")[note.start : note.end] == note.quote for note in answer.citations])


def notes_described(sample: Sample, answer: Answer) -> float | None:
    """Share of citations whose title, publisher, author, date and source are those of the cited document."""
    return share([_describes(note, sample.documents.get(note.document_id)) for note in answer.citations])


def notes_in_order(_sample: Sample, answer: Answer) -> float | None:
    """1 if the text refers to notes 1..N in the order of their first use, each there once and each used."""
    if not answer.citations and not answer.text:
        return None
    used = [int(number) for number in dict.fromkeys(NOTE.findall(answer.text))]
    places = [(note.document_id, note.start, note.end) for note in answer.citations]
    numbers = [note.number for note in answer.citations]
    return float(used == numbers == list(range(1, len(numbers) + 1)) and len(set(places)) == len(places))


def status_valid(_sample: Sample, answer: Answer) -> float:
    """1 if claims, reason, mode and support agree with the status."""
    supports = {claim.support for claim in answer.claims}
    if refused(answer):
        return float(not answer.claims and not answer.citations and bool(answer.reason))
    doubted = supports != {"supported"}
    reasoned = bool(answer.reason) if answer.status != "answered" or answer.mode == "degraded" else True
    sided = sum(claim.support == "supported" for claim in answer.claims) >= 2
    agrees = sided if answer.status == "conflict" else doubted == (answer.status == "partial")
    return float("supported" in supports and agrees and reasoned)


def labels_shown(_sample: Sample, answer: Answer) -> float | None:
    """Share of the claims that failed their checks whose label stands in the text."""
    return share([LABELS[c.support].strip() in answer.text for c in answer.claims if c.support != "supported"])


def text_clean(_sample: Sample, answer: Answer) -> float:
    """1 if nothing of the model's side shows in the text: no sentinel, no ids, no marks of bold."""
    return float(NOT_FOUND not in answer.text and not IDS.search(answer.text) and "**" not in answer.text)


def prompt_faithful(sample: Sample, _answer: Answer) -> float | None:
    """1 if the model was shown each passage that was found under its number: its header, and each sentence under its id."""
    if sample.prompt == Prompt("", (), ()):
        return None
    headers = dict(sample.prompt.headers)
    shown = {sentence.id: sentence.text for sentence in sample.prompt.shown}
    headed = all(_heads(headers.get(str(n), ""), hit.document) for n, hit in enumerate(sample.hits, start=1))
    return float(headed and shown == _expected(sample.hits))


def same_plain(sample: Sample, answer: Answer) -> float | None:
    """1 if the answer is the same without streaming."""
    twin = sample.twin
    if twin is None:
        return None
    return float(
        (twin.status, twin.mode, twin.text, twin.claims) == (answer.status, answer.mode, answer.text, answer.claims)
    )


def _describes(note: Citation, document: Document | None) -> bool:
    if document is None:
        return False
    said = (note.title, note.publisher, note.author, note.published, note.source)
    return said == (document.title, document.publisher, document.author, document.published, document.source)


def _heads(header: str, document: Document) -> bool:
    parts = (document.title, document.publisher, str(document.published or ""))
    return all(" ".join(part.split()) in header for part in parts if part)


def _expected(hits: tuple[Hit, ...]) -> dict[str, str]:
    return {
        f"{h}.{s + 1}": LEFT_OUT if s in orders_in(*hit.passages) else _clipped(" ".join(sentence.text.split()))
        for h, hit in enumerate(hits, start=1)
        for s, sentence in enumerate(hit.sentences)
    }


def _clipped(text: str) -> str:
    return text if len(text) <= SENTENCE_LIMIT else text[: SENTENCE_LIMIT - 1] + "…"
