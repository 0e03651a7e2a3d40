"""The environment, read once."""

import re
from pathlib import Path

import pytest

from qa.errors import SettingsError
from qa.settings import Settings, load_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine, and no .env file, reaches these tests."""
    monkeypatch.chdir(tmp_path)
    for key in documented():
        monkeypatch.delenv(key, raising=False)


def documented() -> dict[str, tuple[str, str]]:
    """Key to (meaning, default) as .env.example has them."""
    found = re.findall(r"^# (.+)\n#? ?([A-Z_]+)=(.*)$", EXAMPLE.read_text(), re.MULTILINE)
    return {key: (meaning, default) for meaning, key, default in found}


def test_env_example_lists_every_setting_with_meaning_and_default() -> None:
    """.env.example and the settings are the same list."""
    settings = {}
    for name, field in Settings.model_fields.items():
        default = "" if field.default_factory or field.default is None else str(field.default)
        key = str(field.validation_alias) if field.validation_alias else f"QA_{name.upper()}"
        settings[key] = (field.description, default.lower() if isinstance(field.default, bool) else default)
    assert documented() == settings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """QA_ keys and OpenAI's own names are read; an empty value is no value."""
    monkeypatch.setenv("QA_TIMEOUT", "7.5")
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    settings = load_settings()
    assert settings.timeout == 7.5
    assert settings.chat_configured
    assert settings.openai_base_url is None


def test_a_key_is_never_shown() -> None:
    """Printing the settings does not print the key."""
    assert "secret" not in repr(Settings(openai_api_key="secret"))


def test_a_bad_value_names_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which key to correct."""
    monkeypatch.setenv("QA_PORT", "eighty")
    with pytest.raises(SettingsError, match="QA_PORT"):
        load_settings()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("QA_PRICES", '{"m": [1'),
        ("QA_PRICES", '{"m": [1]}'),
        ("QA_PRICES", '{"m": [-1, 2]}'),
        ("QA_PRICES", "cheap"),
        ("QA_LLM", "llama_index.llms.anthropic"),
        ("QA_LLM_ARGS", "[1]"),
        ("QA_EMBEDDING", "a b:C"),
        ("QA_RERANKER", ":C"),
        ("QA_VERIFY", "always"),
        ("QA_CONTEXT_TOKENS", "12"),
    ],
)
def test_a_setting_of_a_model_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, key: str, value: str
) -> None:
    """Broken JSON, a price that is none, a class without its module, a word that means nothing, too few tokens."""
    monkeypatch.setenv(key, value)
    with pytest.raises(SettingsError, match=f"^{key} cannot be used"):
        load_settings()


def test_the_arguments_of_a_class_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """They may hold a key: not when printed, nor when they cannot be read."""
    monkeypatch.setenv("QA_LLM_ARGS", '{"api_key": "secret"}')
    assert load_settings().llm_args == {"api_key": "secret"}
    assert "secret" not in repr(load_settings())
    monkeypatch.setenv("QA_LLM_ARGS", '{"api_key": "secret"')
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert "secret" not in str(raised.value)


def test_a_class_goes_by_its_own_name_until_a_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The default of QA_MODEL means nothing to another provider."""
    monkeypatch.setenv("QA_LLM", "some.module:Provider")
    assert load_settings().chat_configured
    assert load_settings().chat_name == "Provider"
    monkeypatch.setenv("QA_MODEL", "big-one")
    assert load_settings().chat_name == "big-one"


def test_nothing_is_configured_by_default() -> None:
    """Without a key or an address no model is asked."""
    assert not load_settings().chat_configured
