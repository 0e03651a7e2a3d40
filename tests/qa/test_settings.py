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


def test_nothing_is_configured_by_default() -> None:
    """Without a key or an address no model is asked."""
    assert not load_settings().chat_configured
