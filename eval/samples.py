"""One question and what came of it: what every scorer judges."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from eval.cases import Case
from eval.faults import Fault
from eval.personas import NOTHING, Said
from eval.prompting import EMPTY, Prompt
from qa.types import Answer, Document, Hit


@dataclass(frozen=True, slots=True)
class Sample:
    """A case and what came of it. Without an answer the question failed, and ``failure`` says why.

    ``hits`` are the passages that the answer was made from; ``twin`` is the answer asked for without streaming, where that
    was tried; ``said`` is what a mocked model replied to ``prompt``, ``fault`` what befell it; ``documents`` are the cited
    ones with their texts, by id.
    """

    case: Case
    hits: tuple[Hit, ...] = ()
    answer: Answer | None = None
    twin: Answer | None = None
    failure: str | None = None
    said: Said = NOTHING
    prompt: Prompt = EMPTY
    fault: Fault | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, str]:
        """The cited documents' own texts by id."""
        return {id_: document.text for id_, document in self.documents.items()}

    @property
    def false(self) -> str | None:
        """The sentence that a mocked model made false."""
        return self.said.change.after if self.said.change else None


def refused(answer: Answer) -> bool:
    """Whether the answer says that there is none."""
    return answer.status == "no_evidence"
