"""A second opinion: the model reads each claim beside the sentences it cites and says yes or no. Off unless QA_VERIFY=model."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answering import Asker
from qa.citing import TiedClaim
from qa.errors import ModelError
from qa.prompts import verification
from qa.shown import header
from qa.types import Hit

DOUBTED = "the model, asked again, does not find it in the cited sentences"

_VERDICT = re.compile(r"(?:claim )?(\d{1,3})\s*[:.)-]\s*(yes|no)\.?", re.IGNORECASE)


def second_opinion(
    asker: Asker, claims: Sequence[TiedClaim], hits: Sequence[Hit]
) -> tuple[list[TiedClaim], str | None]:
    """The claims, those with a no among the supported ones with that problem; and, when it failed, what a reader is told.

    One call for all claims. A reply that is not one yes or no for each of them changes nothing.
    """
    asked = [claim for claim in claims if claim.supported]
    if not asked:
        return list(claims), None
    try:
        reply = asker.whole(verification([(claim.text, _cited(claim, hits)) for claim in asked]))
    except ModelError as error:
        return list(claims), f"The second opinion failed: {error}"
    verdicts = _verdicts(reply, len(asked))
    if verdicts is None:
        return list(claims), "The second opinion failed: the model's reply cannot be read."
    doubted = {id(claim) for claim, holds in zip(asked, verdicts, strict=True) if not holds}
    return [replace(claim, problems=(DOUBTED,)) if id(claim) in doubted else claim for claim in claims], None


def _cited(claim: TiedClaim, hits: Sequence[Hit]) -> list[str]:
    """Each cited sentence behind what is known of its document."""
    found = ((hits[ref.hit], ref.sentence) for ref in claim.refs)
    return [f"({header(hit.document)}) {hit.sentences[number].text}" for hit, number in found]


def _verdicts(reply: str, claims: int) -> list[bool] | None:
    """One for each claim in order; None unless each has exactly one and nothing else is said."""
    matches = [_VERDICT.fullmatch(line.strip()) for line in reply.splitlines() if line.strip()]
    said = {int(match[1]): match[2].lower() == "yes" for match in matches if match}
    if len(matches) != claims or set(said) != set(range(1, claims + 1)):
        return None
    return [said[number] for number in range(1, claims + 1)]
