"""An OpenAI-compatible service, and what the openai client, httpx and LlamaIndex raise on the way to it as our ModelErrors."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from qa.errors import ModelBusy, ModelError, ModelGarbled, ModelRefused, ModelTimeout, ModelUnreachable

OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a service is, the key for it (any for a local one: the client insists on having one), and the patience in seconds."""

    base_url: str = OPENAI
    api_key: str = field(default="none", repr=False)
    timeout: float = 60.0


@contextmanager
def translated(endpoint: Endpoint, model: str) -> Iterator[None]:
    """Around every call of a service. Raises ModelError."""
    import httpx
    import openai

    try:
        yield
    except (openai.APITimeoutError, httpx.TimeoutException) as error:
        raise ModelTimeout(
            f"The model sent no word within {endpoint.timeout:g} seconds.", "Raise QA_TIMEOUT."
        ) from error
    except (openai.APIConnectionError, httpx.TransportError) as error:
        raise ModelUnreachable(
            f"The model's service at {endpoint.base_url} cannot be reached, or the connection was lost.",
            "Check OPENAI_BASE_URL and that the service runs.",
        ) from error
    except openai.APIStatusError as error:
        raise _from_status(error, model) from error
    except (openai.OpenAIError, AttributeError, LookupError, TypeError, ValueError) as error:
        # LlamaIndex and the client take a well-formed reply for granted.
        raise ModelGarbled("The model's service sent a reply that cannot be read.", "Check OPENAI_BASE_URL.") from error


def _from_status(error: Any, model: str) -> ModelError:
    status: int = error.status_code
    if status in (401, 403):
        return ModelRefused(f"The model's service refused the key ({status}).", "Check OPENAI_API_KEY.")
    if status == 404:
        return ModelRefused(f"The model's service knows no model {model} (404).", "Check its name and OPENAI_BASE_URL.")
    if status in (408, 409, 429) or status >= 500:
        return ModelBusy(f"The model's service is busy or failing ({status}).", "Try again later.", _retry_after(error))
    return ModelRefused(
        f"The model's service refused the request ({status}).", "Check the model's name and its limits."
    )


def _retry_after(error: Any) -> float | None:
    """Seconds; the header's other form, a date, is not used by model services."""
    value = error.response.headers.get("retry-after", "")
    return float(value) if value.replace(".", "", 1).isdigit() else None
