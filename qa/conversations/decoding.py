"""Plain JSON values back to the dataclasses they were made of: ``decoded(Answer, as_json(answer)) == answer``."""

import dataclasses
from datetime import date
from typing import Any, get_args, get_origin, get_type_hints


def decoded(kind: Any, value: Any) -> Any:
    """A value of this type: a dataclass, a date, a tuple of one type, one of these or None, or what JSON has itself.

    Raises TypeError or ValueError where the value is of another shape.
    """
    if value is None:
        return None
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(**{name: decoded(hints.get(name), item) for name, item in value.items()})
    if kind is date:
        return date.fromisoformat(value)
    if get_origin(kind) is tuple:
        return tuple(decoded(get_args(kind)[0], item) for item in value)
    if type(None) in get_args(kind):
        (kind,) = (each for each in get_args(kind) if each is not type(None))
        return decoded(kind, value)
    return value
