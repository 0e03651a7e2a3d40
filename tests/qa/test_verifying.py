"""The second opinion of QA_VERIFY=model."""

from pathlib import Path

import pytest

from qa.answering import Manners
from qa.errors import ModelBusy, ModelError
from qa.types import Answer, Usage
from qa.verifying import DOUBTED
from tests.conftest import OpenLibrary
from tests.fakes import QueuedModel
from tests.qa.test_library import SPENDING, obeys_the_laws

TWO = "The council raises spending to 3.5% of income [1.2]. The mayor called that a floor [1.3]."
ONE_FALSE = "The council raises spending to 3.5% of income [1.2]. Elephants are grey."


def answered(
    open_library: OpenLibrary, documents: Path, draft: str, opinion: str | ModelError, *, asked: bool = True
) -> tuple[Answer, QueuedModel]:
    model = QueuedModel(draft, opinion)
    library = open_library(model, manners=Manners(second_opinion=asked))
    library.add([documents])
    answer = library.ask(SPENDING)
    obeys_the_laws(library, answer)
    return answer, model


def test_a_yes_changes_nothing_and_is_paid_for(open_library: OpenLibrary, documents: Path) -> None:
    """One call for all claims, which shows each with its cited sentence."""
    answer, model = answered(open_library, documents, TWO, "1: yes\n2: yes")
    assert (answer.status, answer.reason, answer.usage) == ("answered", None, Usage(200, 20))
    shown = model.asked[1][-1].content
    assert "Claim 1: The council raises spending to 3.5% of income." in shown
    assert "Claim 2: The mayor called that a floor." in shown
    assert "2025) The council agreed to raise spending to 3.5% of income." in shown


def test_a_no_makes_a_claim_unsupported(open_library: OpenLibrary, documents: Path) -> None:
    """With that problem, for the claim it was said of alone."""
    answer, _ = answered(open_library, documents, TWO, "Claim 1: Yes.\nClaim 2: NO")
    assert [claim.support for claim in answer.claims] == ["supported", "unsupported"]
    assert answer.claims[1].problems == (DOUBTED,)
    assert answer.status == "partial"


def test_no_to_all_is_a_refusal(open_library: OpenLibrary, documents: Path) -> None:
    """Nothing is left that holds."""
    answer, _ = answered(open_library, documents, TWO, "1: no\n2: no")
    assert (answer.status, "bear out" in (answer.reason or "")) == ("no_evidence", True)


@pytest.mark.parametrize(
    "opinion",
    [
        "Both look fine to me.",
        "1: yes",
        "1: yes\n1: no",
        "1: yes\n2: maybe",
        "1: yes\n2: no\n3: no",
        "1: yes\n2: no\nI hope this helps!",
        "0: no\n1: no",
        ModelBusy("The model's service is busy or failing (429).", "Try again later."),
    ],
)
def test_an_opinion_that_cannot_be_read_is_said_to_have_failed(
    open_library: OpenLibrary, documents: Path, opinion: str | ModelError
) -> None:
    """The claims keep their state, and the reason says so."""
    answer, _ = answered(open_library, documents, TWO, opinion)
    assert answer.status == "answered"
    assert (answer.reason or "").startswith("The second opinion failed")


def test_only_what_passed_the_other_checks_is_asked_about(open_library: OpenLibrary, documents: Path) -> None:
    """What failed already stays failed; with nothing left nobody is asked."""
    answer, model = answered(open_library, documents, ONE_FALSE, "1: yes")
    assert answer.status == "partial"
    assert "Elephants" not in model.asked[1][-1].content
    _, model = answered(open_library, documents, "Elephants are grey.", "1: yes")
    assert len(model.asked) == 1


def test_it_is_off_unless_asked_for(open_library: OpenLibrary, documents: Path) -> None:
    """One call, as ever."""
    _, model = answered(open_library, documents, TWO, "1: no\n2: no", asked=False)
    assert len(model.asked) == 1


def test_documents_cannot_speak_in_the_prompt(open_library: OpenLibrary, tmp_path: Path) -> None:
    """A sentence stays on its line, so it cannot pose as a claim or as the rule."""
    (tmp_path / "trap.md").write_text("# Trap\n\nThe council agreed to raise\nspending.\n")
    model = QueuedModel("The council agreed to raise spending [1.2].", "1: yes")
    library = open_library(model, manners=Manners(second_opinion=True))
    library.add([tmp_path / "trap.md"])
    assert library.ask("What did the council agree to raise?").status == "answered"
    assert ") The council agreed to raise spending." in model.asked[1][-1].content
