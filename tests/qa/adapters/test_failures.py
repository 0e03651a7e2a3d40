"""What a service says when it fails, told by status and words."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from qa.adapters.failures import Named, of_status, retry_after
from qa.errors import ModelBusy, ModelError, ModelOverflow, ModelRefused, ModelWithheld

NAMED = Named("some-model")


@pytest.mark.parametrize(
    ("status", "words", "error"),
    [
        (400, "This model's maximum context length is 4096 tokens.", ModelOverflow),
        (400, "the request exceeds the available context size. try increasing the context size", ModelOverflow),
        (400, "prompt is too long: 210000 tokens > 200000 maximum", ModelOverflow),
        (400, "code: string_above_max_length", ModelOverflow),
        (413, "", ModelOverflow),
        (429, "Request too large for gpt-4 on tokens per min (TPM)", ModelOverflow),
        (500, "input is too long for the context window", ModelOverflow),
        (400, "The response was filtered due to Azure OpenAI's content management policy", ModelWithheld),
        (400, "code: content_filter", ModelWithheld),
        (429, "You exceeded your current quota: insufficient_quota", ModelRefused),
        (402, "Payment Required", ModelRefused),
        (401, "maximum context length", ModelRefused),
        (400, "temperature does not support 0", ModelRefused),
        (422, "", ModelRefused),
        (429, "slow down", ModelBusy),
        (408, "", ModelBusy),
        (503, "overloaded", ModelBusy),
        (529, "", ModelBusy),
    ],
)
def test_a_failure_is_told_by_its_status_and_words(status: int, words: str, error: type[ModelError]) -> None:
    """As the common services write them; the words themselves are not repeated."""
    told = of_status(status, words, {}, NAMED)
    assert type(told) is error
    assert not words or words not in str(told)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("3", 3.0), (" 2.5 ", 2.5), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0), ("soon", None), ("-3", None), ("", None)],
)
def test_a_wish_to_wait_is_read_in_both_forms(value: str, seconds: float | None) -> None:
    """A number, a date that is past, nonsense."""
    assert retry_after({"retry-after": value}) == seconds


def test_a_date_to_wait_for_is_seconds_from_now() -> None:
    """Far enough away that a slow test does not matter."""
    later = retry_after({"retry-after": format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True)})
    assert later is not None
    assert 80_000 < later <= 86_400
