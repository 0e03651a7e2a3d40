"""A LlamaIndex class named in the settings, imported only when it is first used. It is another's: it may raise anything."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from qa.adapters.failures import Named, of_status, of_words, words_of
from qa.errors import FootnoteError, ModelError, ModelGarbled, ModelTimeout, ModelUnreachable, SettingsError


@dataclass(frozen=True, slots=True)
class Plug:
    """``path`` is ``module:Class``, ``arguments`` what the class is made with; ``setting`` names the key that names it."""

    setting: str
    path: str
    arguments: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def class_name(self) -> str:
        """The class without its module."""
        return self.path.partition(":")[2]

    @property
    def named(self) -> Named:
        """How it is called in errors."""
        return Named(
            self.class_name, f"The service behind {self.class_name}", f"{self.setting}_ARGS", f"{self.setting}_ARGS"
        )


def made(plug: Plug, kind: str, what: str) -> Any:
    """The class, made with its arguments. ``kind`` is ``module:Class`` of what it must be, ``what`` that in words.

    Raises SettingsError when it is not installed, not there, of another kind, or does not take the arguments.
    """
    class_ = _loaded(plug)
    base_module, _, base = kind.partition(":")
    if not isinstance(class_, type) or not issubclass(class_, getattr(import_module(base_module), base)):
        raise SettingsError(f"{plug.setting}: {plug.path} is no {what} of LlamaIndex.", f"Correct {plug.setting}.")
    try:
        return class_(**plug.arguments)
    except Exception as error:
        raise SettingsError(
            f"{plug.setting}: {plug.class_name} cannot be made with what it is given ({_told(error, plug)}).",
            f"Correct {plug.setting}_ARGS, and set the key that {plug.class_name} reads.",
        ) from error


@contextmanager
def guarded(plug: Plug) -> Iterator[None]:
    """Around every call of the class. Raises ModelError, or what of ours comes through it."""
    try:
        yield
    except FootnoteError:
        raise
    except Exception as error:
        raise _failure(error, plug) from error


def _loaded(plug: Plug) -> Any:
    module, _, name = plug.path.partition(":")
    try:
        return getattr(import_module(module), name, None)
    except ModuleNotFoundError as error:
        package = (
            module.replace(".", "-").replace("_", "-") if module.startswith("llama_index.") else f"what has {module}"
        )
        raise SettingsError(
            f"{plug.setting}: {error.name} is not installed.", f"Install {package}, or correct {plug.setting}."
        ) from error
    except Exception as error:
        raise SettingsError(
            f"{plug.setting}: {module} cannot be loaded ({type(error).__name__}).", f"Correct {plug.setting}."
        ) from error


def _told(error: Exception, plug: Plug) -> str:
    """The kind of an error and, of arguments that pydantic names, which; never their values, for one may be a key."""
    errors = getattr(error, "errors", None)
    if callable(errors) and type(error).__name__ == "ValidationError":
        return ", ".join(f"{'.'.join(map(str, each['loc']))}: {each['type']}" for each in errors())
    words = str(error).partition("\n")[0][:200]
    secret = any(str(value) in words for value in plug.arguments.values() if len(str(value)) > 3)
    return f"{type(error).__name__}: {words}" if words and not secret else type(error).__name__


def _failure(error: Exception, plug: Plug) -> ModelError:
    """By an HTTP status or a name where it has one, as the clients of all providers do."""
    name, status = type(error).__name__, getattr(error, "status_code", None)
    if isinstance(status, int):
        headers = getattr(getattr(error, "response", None), "headers", {})
        return of_status(status, words_of(error), headers, plug.named)
    if isinstance(error, TimeoutError) or "Timeout" in name:
        return ModelTimeout(f"{plug.named.service} sent no word in time.", "Try again later.")
    if isinstance(error, ConnectionError) or "Connect" in name:
        return ModelUnreachable(f"{plug.named.service} cannot be reached.", f"Check {plug.setting}_ARGS.")
    told = of_words(words_of(error), plug.named)
    return told or ModelGarbled(f"{plug.class_name} failed ({name}).", f"Check {plug.setting} and {plug.setting}_ARGS.")
