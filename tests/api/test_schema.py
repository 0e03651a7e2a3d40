"""The service keeps what its description says, whatever it is sent: `make schema` for seconds instead of minutes."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from unittest import SkipTest

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import BaseSchema, Case, GenerationMode
from schemathesis.core.result import Ok

from api.app import create_app
from tests.api.conftest import build, served

CONFIG = schemathesis.Config.from_path(Path(__file__).parents[2] / "schemathesis.toml")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    with served(create_app(build(tmp_path_factory.mktemp("home")))) as url:
        yield schemathesis.openapi.from_url(f"{url}/openapi.json", config=CONFIG)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_what_is_described_is_kept(service: BaseSchema, mode: GenerationMode) -> None:
    """Statuses, media types and bodies as described; nothing that breaks the schema is taken, nothing ends in 500."""
    checked = 0
    for found in service.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()

        @given(operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=3, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
        )
        def keeps_it(case: Case[Any]) -> None:
            case.call_and_validate(timeout=30)

        with suppress(SkipTest, Unsatisfiable):  # an operation that takes nothing cannot be sent anything wrong
            keeps_it()
            checked += 1
    assert checked >= 8
