"""What a model's service answers instead of a reply, told by its status and its words, as our ModelErrors.

The words a service sends are read, never shown: they may repeat the question, the documents or the key.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from qa.errors import ModelBusy, ModelError, ModelOverflow, ModelRefused, ModelWithheld

OVERFLOW = re.compile(
    r"context[ _-]?(?:length|window|size)|maximum context|exceed_context|(?:prompt|input|request)(?: is)? too (?:long|large)"
    r"|too many (?:input )?tokens|reduce the (?:length|number)|string_above_max_length|maximum (?:number of )?tokens",
    re.IGNORECASE,
)
WITHHELD = re.compile(
    r"content[ _-]?(?:filter|policy|management)|ResponsibleAIPolicy|moderation|blocked by", re.IGNORECASE
)
UNPAID = re.compile(r"insufficient[ _]quota|billing|credit balance|payment required", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """How a service, its model and the settings that lead to it are called in what a reader is told."""

    model: str
    service: str = "The model's service"
    address_setting: str = "OPENAI_BASE_URL"
    key_setting: str = "OPENAI_API_KEY"


def of_words(words: str, named: Named) -> ModelError | None:
    """Too long, withheld or unpaid, where the words say so."""
    if OVERFLOW.search(words):
        return ModelOverflow(
            f"{named.service} takes no prompt as long as this one.", "Set QA_CONTEXT_TOKENS to what the model takes."
        )
    if WITHHELD.search(words):
        return ModelWithheld(f"{named.service} refused to answer this.", "Word the question differently.")
    if UNPAID.search(words):
        return ModelRefused(f"{named.service} says that its account has no credit left.", "Add credit to it.")
    return None


def of_status(status: int, words: str, headers: Mapping[str, str], named: Named) -> ModelError:
    """The error of an HTTP status, its body's words and its headers."""
    if status in (401, 403):
        return ModelRefused(f"{named.service} refused the key ({status}).", f"Check {named.key_setting}.")
    if status == 413:
        words = "request too large"
    told = of_words(words, named)
    if told is not None:
        return told
    if status == 404:
        return ModelRefused(
            f"{named.service} knows no model {named.model} (404).", f"Check its name and {named.address_setting}."
        )
    if status in (408, 409, 429) or status >= 500:
        return ModelBusy(f"{named.service} is busy or failing ({status}).", "Try again later.", retry_after(headers))
    return ModelRefused(f"{named.service} refused the request ({status}).", "Check the model's name and its limits.")


def words_of(error: Any) -> str:
    """All that an error of a client says, to be searched."""
    return " ".join(str(part) for part in (error, getattr(error, "code", ""), getattr(error, "body", "")))


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds a service wants to be left alone: a number, or until a date (RFC 9110, section 10.2.3)."""
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", value):
        return float(value)
    try:
        return max((parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds(), 0.0)
    except (TypeError, ValueError):  # no date either, or one without a zone
        return None
