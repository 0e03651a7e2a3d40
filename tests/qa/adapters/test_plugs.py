"""Classes named in the settings: what is wrong with them is one clear sentence."""

from collections.abc import Callable

import pytest

from qa.adapters.llama_chat import LlamaChat
from qa.adapters.llama_embedding import LlamaEmbedder
from qa.adapters.llama_reranker import LlamaReranker
from qa.adapters.plugs import Plug
from qa.errors import SettingsError
from tests.fakes import OverlapReranker
from tests.qa.adapters.plugged import HERE

LLM = "QA_LLM"


@pytest.fixture(params=["chat", "embedding", "reranker"])
def use(request: pytest.FixtureRequest) -> Callable[[Plug], None]:
    """Makes one of the three adapters of a plug and uses it."""

    def used(plug: Plug) -> None:
        match request.param:
            case "chat":
                LlamaChat(plug, "name", 5.0).check()
            case "embedding":
                LlamaEmbedder(plug, 5.0).embed_query("x")
            case _:
                LlamaReranker(plug, OverlapReranker(), 5.0).score("x", ["y"])

    return used


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("llama_index.llms.nowhere:Model", "install llama-index-llms-nowhere"),
        ("nowhere_at_all.models:Model", "nowhere_at_all is not installed"),
        (f"{HERE}:Missing", "is no"),
        (f"{HERE}:NotAnLLM", "is no"),
        (f"{HERE}:raised", "is no"),
        ("tests.qa.adapters.broken_module:Model", "cannot be loaded (RuntimeError)"),
    ],
)
def test_what_cannot_be_used_is_named(use: Callable[[Plug], None], path: str, says: str) -> None:
    """Not installed, not there, another kind, a function, a module that fails: with the setting to correct."""
    with pytest.raises(SettingsError) as raised:
        use(Plug(LLM, path))
    assert says.casefold() in str(raised.value).casefold()
    assert LLM in str(raised.value)


def test_wrong_arguments_are_named_and_keys_are_not_shown() -> None:
    """pydantic's own message would show what it was given."""
    plug = Plug(LLM, f"{HERE}:FakeLLM", {"replies": "sk-very-secret"})
    with pytest.raises(SettingsError, match="replies: list_type") as raised:
        LlamaChat(plug, "name", 5.0).check()
    assert "secret" not in str(raised.value) + repr(plug)


@pytest.mark.parametrize("repeats", [False, True])
def test_what_a_class_says_is_passed_on_without_the_key(repeats: bool) -> None:
    """Its first line, unless it repeats what it was given."""
    plug = Plug(LLM, "tests.qa.adapters.refusing:Refusing", {"key": "sk-very-secret", "repeats": repeats})
    with pytest.raises(SettingsError) as raised:
        LlamaChat(plug, "name", 5.0).check()
    assert ("needs a region" in str(raised.value)) != repeats
    assert "secret" not in str(raised.value)
    assert "more of it" not in str(raised.value)
