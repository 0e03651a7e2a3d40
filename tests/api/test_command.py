"""``qa serve``: the address, the announcement, the log, the end."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from api.command import serve
from api.server import address, listen
from qa.errors import ServiceError
from tests.api.conftest import QUESTION

SERVE = ["-c", "from qa.cli.main import main; main()", "serve"]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("QA_PORT", "0")


@contextmanager
def started(*command: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A service in a process of its own, and the first line it prints."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, *command], stdout=pipe, stderr=pipe, text=True) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline()
        finally:
            process.kill()


def ended(process: "subprocess.Popen[str]", by: signal.Signals) -> tuple[int, str]:
    """Its exit code and what it logged."""
    process.send_signal(by)
    _, log = process.communicate(timeout=20)
    return process.returncode, log


def test_it_serves_says_where_and_ends(tmp_path: Path) -> None:
    """The printed address answers at once; the log holds requests but not what was asked; Ctrl+C is a good end."""
    with started(*SERVE) as (process, line):
        found = re.fullmatch(r"Footnote answers at (http://127\.0\.0\.1:\d+) from 0 documents\.\n", line)
        assert found
        assert httpx.get(f"{found[1]}/health/ready").json() == {"status": "ok", "documents": 0, "passages": 0}
        assert httpx.get(f"{found[1]}/v1/documents?publisher=Hushed").json()["documents"] == []
        assert httpx.get(f"{found[1]}/", headers={"Host": "example.org"}).status_code == 421
        code, log = ended(process, signal.SIGINT)
    assert code == 0
    assert [json.loads(row)["path"] for row in log.splitlines()] == ["/health/ready", "/v1/documents", "/"]
    assert "Hushed" not in log


def test_a_bug_is_logged_once_with_its_traceback(tmp_path: Path) -> None:
    """By us, not by the server as well; and without what was asked."""
    with started("-m", "tests.api.broken_service", str(tmp_path / "home")) as (process, line):
        response = httpx.post(f"{line.strip()}/v1/ask", json={"question": QUESTION})
        code, log = ended(process, signal.SIGTERM)
    assert response.status_code == 500
    assert code == -signal.SIGTERM
    assert log.count("Traceback") == 1
    assert "a bug" in log
    assert "harbour" not in log


def test_an_answer_under_way_is_finished_before_the_end(tmp_path: Path) -> None:
    """SIGTERM cuts no stream: the service waits for the model, tells the answer, and ends."""
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    with started("-m", "tests.api.waiting_service", str(tmp_path / "home"), str(gate)) as (process, line):
        body = {"question": QUESTION, "stream": True}
        with httpx.stream("POST", f"{line.strip()}/v1/ask", json=body, timeout=20) as response:
            lines = response.iter_lines()
            assert next(lines) == "event: passages"
            process.send_signal(signal.SIGTERM)
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(timeout=1.5)
            gate.write_text("The harbour authority opened its second dock on Saturday [1.1].")
            rest = list(lines)
        process.wait(timeout=20)
    assert "event: answer" in rest
    assert "error" not in " ".join(rest)


def test_a_port_in_use() -> None:
    """One line that says so and what to do, before anything is loaded."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServiceError) as caught:
            serve(port=port)
    assert (
        str(caught.value)
        == f"Port {port} on 127.0.0.1 is in use. Stop the other program or choose another with --port."
    )


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org"])
def test_beyond_this_machine(host: str) -> None:
    """Refused without a key, in one sentence."""
    with pytest.raises(
        ServiceError, match=r"binding beyond this machine needs an API key\. Make one with `qa keys add"
    ):
        serve(host=host)


def test_an_address_that_cannot_be_had() -> None:
    """The system's reason in one line."""
    with pytest.raises(ServiceError, match=r"^Port 0 on ::1%nowhere cannot be used \(.+\)\."):
        listen("::1%nowhere", 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_port_0_takes_a_free_one(host: str) -> None:
    """And the address names it."""
    with listen(host, 0) as listening:
        assert address(listening) == f"http://127.0.0.1:{listening.getsockname()[1]}"


def test_the_command_is_light_to_import() -> None:
    """``qa --help`` lists it without loading what it needs."""
    script = "import api.command, sys; print({'fastapi', 'uvicorn', 'starlette', 'structlog', 'chromadb'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", script], text=True) == "set()\n"


def test_many_workers_are_one_service(tmp_path: Path) -> None:
    """They share the library and its jobs, their counts are added up, and all end together."""
    with started(*SERVE, "--workers", "2") as (process, line):
        url = line.split()[3]
        for _ in range(6):
            with httpx.Client() as client:  # a connection of its own, which either may take
                assert client.get(f"{url}/health/live").status_code == 200
        counts = httpx.get(f"{url}/metrics").text
        assert 'footnote_requests_total{method="GET",route="/health/live",status="200"} 6.0' in counts
        posted = httpx.post(f"{url}/v1/documents", files={"files": ("a.txt", b"The buoy is red.")})
        with httpx.stream("GET", f"{url}{posted.headers['location']}", headers={"Accept": "text/event-stream"}) as job:
            assert "event: finished" in job.read().decode()
        assert httpx.get(f"{url}/v1/documents").json()["total"] == 1
        code, log = ended(process, signal.SIGTERM)
    assert code == 0
    assert "Traceback" not in log
