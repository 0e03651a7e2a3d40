"""What routes ask for by type."""

from typing import Annotated, Any

from fastapi import Depends, Request

from api.jobs.runner import Runner
from api.jobs.store import Jobs
from api.rules import Rules
from qa.library import Library


def _part(kind: type) -> Any:
    """The one part of this type that the app was made with."""

    def given(request: Request) -> Any:
        return request.app.state.parts[kind]

    return Depends(given)


TheLibrary = Annotated[Library, _part(Library)]
TheJobs = Annotated[Jobs, _part(Jobs)]
TheRunner = Annotated[Runner, _part(Runner)]
TheRules = Annotated[Rules, _part(Rules)]
