"""Small values for the judges: a document of three sentences, hits, notes, answers."""

from dataclasses import fields
from typing import Any

from eval.cases import Case, Evidence
from eval.samples import Sample
from qa.types import Answer, Citation, Claim, Document, Hit, Passage, Sentence

TEXT = "The dock cost 41 million. It opened in May. Ships came."
COST, MAY, SHIPS = "The dock cost 41 million.", "It opened in May.", "Ships came."
EVIDENCE = (Evidence("dock.md", COST), Evidence("dock.md", MAY))
CASE = Case("dock", "?", "fact", True, "The dock cost 41 million.", (("41 million",), ("May",)), EVIDENCE, ("any",))
UNANSWERABLE = Case("none", "?", "off-topic", False, None, (), (), ())
DOCUMENT = Document("d", "default", "/corpus/dock.md", "Dock", TEXT, "")


def hit(text: str, source: str = "/corpus/dock.md", id_: str = "p", document_id: str = "d") -> Hit:
    passage = Passage(id_, document_id, 0, "", (Sentence(0, len(text), text),), text)
    return Hit(passage, Document(document_id, "default", source, "Dock", TEXT, ""), 1.0)


def note(quote: str, number: int = 1, *, shift: int = 0, **other: Any) -> Citation:
    start = TEXT.index(quote) + shift
    known: dict[str, Any] = {
        "number": number,
        "document_id": "d",
        "title": "Dock",
        "source": "/corpus/dock.md",
        "quote": quote,
    }
    known |= {"start": start, "end": start + len(quote), "passage_id": "p", "origin": "model"}
    unknown: dict[str, Any] = dict.fromkeys(field.name for field in fields(Citation))
    return Citation(**(unknown | known | other))


def answer(*claims: Claim, notes: tuple[Citation, ...] = (), **other: Any) -> Answer:
    known: dict[str, Any] = {
        "id": "id",
        "question": "?",
        "status": "answered" if claims else "no_evidence",
        "reason": None if claims else "nothing",
        "text": " ".join(claim.text for claim in claims),
        "claims": claims,
        "citations": notes,
        "mode": "llm",
        "model": "mocked",
    }
    return Answer(**(known | other))


def sample(given: Answer | None = None, case: Case = CASE, **other: Any) -> Sample:
    return Sample(case, answer=given, **({"documents": {"d": DOCUMENT}} | other))


REFUSED = answer()
ANSWERED = answer(Claim(COST, (1,), "supported"), notes=(note(COST),))
