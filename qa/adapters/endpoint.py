"""An OpenAI-compatible service, and what the openai client, httpx and LlamaIndex raise on the way to it as our ModelErrors."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from qa.adapters.failures import Named, of_status, of_words, words_of
from qa.errors import ModelBusy, ModelGarbled, ModelRefused, ModelTimeout, ModelUnreachable

OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a service is, the key for it (any for a local one: the client insists on having one), and the patience in seconds."""

    base_url: str = OPENAI
    api_key: str = field(default="none", repr=False)
    timeout: float = 60.0


@contextmanager
def translated(endpoint: Endpoint, named: Named) -> Iterator[None]:
    """Around every call of a service. Raises ModelError."""
    import httpx
    import openai

    check = f"Check {named.address_setting}"
    try:
        yield
    except (openai.APITimeoutError, httpx.TimeoutException) as error:
        raise ModelTimeout(
            f"{named.service} sent no word within {endpoint.timeout:g} seconds.", "Raise QA_TIMEOUT."
        ) from error
    except (openai.APIConnectionError, httpx.HTTPError, httpx.StreamError, httpx.InvalidURL) as error:
        raise ModelUnreachable(
            f"{named.service} at {endpoint.base_url} cannot be reached, or the connection was lost.",
            f"{check} and that the service runs.",
        ) from error
    except openai.APIStatusError as error:
        raise of_status(error.status_code, words_of(error), error.response.headers, named) from error
    except openai.APIResponseValidationError as error:
        raise ModelGarbled(f"{named.service} sent a reply that cannot be read.", f"{check}.") from error
    except openai.APIError as error:  # told in the middle of a stream
        failing = ModelBusy(f"{named.service} reported a failure instead of a reply.", "Try again later.")
        raise (of_words(words_of(error), named) or failing) from error
    except UnicodeEncodeError as error:
        raise ModelRefused(f"{named.key_setting} holds a sign that no key has.", "Copy it again.") from error
    except (openai.OpenAIError, AttributeError, LookupError, TypeError, ValueError, RecursionError) as error:
        # LlamaIndex and the client take a well-formed reply for granted.
        raise ModelGarbled(f"{named.service} sent a reply that cannot be read.", f"{check}.") from error
