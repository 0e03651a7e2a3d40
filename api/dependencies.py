"""What routes ask for by type."""

from typing import Annotated, Any

from fastapi import Depends, Request

from api.asking import Asker
from api.jobs.runner import Runner
from api.jobs.store import Jobs
from api.metrics import Metrics
from api.readiness import Readiness
from api.rules import Rules
from qa.conversations import Conversations
from qa.library import Library


def _part(kind: type) -> Any:
    """The one part of this type that the app was made with."""

    def given(request: Request) -> Any:
        return request.app.state.parts[kind]

    return Depends(given)


TheLibrary = Annotated[Library, _part(Library)]
TheJobs = Annotated[Jobs, _part(Jobs)]
TheRunner = Annotated[Runner, _part(Runner)]
TheAsker = Annotated[Asker, _part(Asker)]
TheConversations = Annotated[Conversations, _part(Conversations)]
TheMetrics = Annotated[Metrics, _part(Metrics)]
TheReadiness = Annotated[Readiness, _part(Readiness)]
TheRules = Annotated[Rules, _part(Rules)]
