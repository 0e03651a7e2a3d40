"""``qa keys``."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from qa.cli.main import main


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_HOME", str(tmp_path / "home"))


def qa(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["qa", "keys", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err


def test_add_list_revoke(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """stdout of ``add`` is the key and nothing else; it is never shown again."""
    code, key, _ = qa(monkeypatch, capsys, "add", "ada")
    assert code == 0
    assert key.startswith("fn_")
    assert len(key.split()) == 1
    _, listed, _ = qa(monkeypatch, capsys, "list")
    assert "ada" in listed
    assert "open" in listed
    assert key.strip() not in listed
    assert qa(monkeypatch, capsys, "revoke", "ada")[0] == 0
    (only,) = json.loads(qa(monkeypatch, capsys, "list", "--json")[1])["keys"]
    assert (only["name"], only["revoked_at"] is None) == ("ada", False)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add", "a b"], "is no name for a key"),
        (["revoke", "nobody"], "There is no key named nobody"),
    ],
)
def test_a_wrong_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    """One readable line."""
    code, out, err = qa(monkeypatch, capsys, *arguments)
    assert (code, out) == (1, "")
    assert told in err
    assert len(err.splitlines()) == 1


def test_a_name_is_given_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Also after its key was revoked: the log must tell them apart."""
    assert json.loads(qa(monkeypatch, capsys, "add", "ada", "--json")[1])["name"] == "ada"
    qa(monkeypatch, capsys, "revoke", "ada")
    code, _, err = qa(monkeypatch, capsys, "add", "ada")
    assert code == 1
    assert "There is or was a key named ada" in err


def test_damaged_keys_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do: no document has to be added again."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "keys.db").write_bytes(b"garbage" * 1_000)
    code, _, err = qa(monkeypatch, capsys, "list")
    assert code == 1
    assert "keys.db is damaged" in err
    assert "or move that file away and make new keys with `qa keys add`." in err


def test_the_command_is_light_to_import() -> None:
    """``qa --help`` lists it without loading what it needs."""
    script = "import api.keys_command, sys; print({'fastapi', 'sqlite3', 'rich'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", script], text=True) == "set()\n"
