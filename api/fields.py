"""What the keys of a request may hold."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints


def _day(value: object) -> object:
    """Nothing but a date: pydantic would also take a number, for a moment in 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError("Write the date as YYYY-MM-DD")
    if not isinstance(value, str | date | None):
        raise ValueError("Write the date as a string, YYYY-MM-DD")
    return value


def _whole(value: str) -> str:
    """JSON can escape half a character, which nothing can store."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError("It holds half of a character, a lone surrogate") from error
    return value


Day = Annotated[date, BeforeValidator(_day)]
Words = Annotated[str, AfterValidator(_whole)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000), AfterValidator(_whole)]
