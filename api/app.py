"""The HTTP service over a library."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version
from typing import Any, Protocol

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.staticfiles import StaticFiles
from starlette.middleware.cors import CORSMiddleware

from api import problems
from api.asking import Asker
from api.gate import Gate
from api.jobs.runner import Runner
from api.jobs.store import Jobs
from api.keys import Keys
from api.limits import BodyLimit
from api.logs import RequestLog
from api.metrics import Measured, Metrics
from api.readiness import Readiness
from api.routes import ask, completions, conversations, documents, health, jobs, page, search
from api.rules import Rules
from api.security import SafeHeaders
from qa.conversations import Conversations
from qa.library import Library

GRACE_SECONDS = 5.0  # for the file that is being added when the service ends


class _Lifespan(Protocol):
    def __call__(self, app: FastAPI, /) -> AbstractAsyncContextManager[None]: ...


def create_app(library: Library, rules: Rules = Rules()) -> FastAPI:
    """The service; it closes the library when it ends."""
    keys, metrics = Keys(library.home), Metrics()
    parts = _parts(library, rules, metrics)
    app = FastAPI(
        title="Footnote",
        version=version("footnote-qa"),
        lifespan=_life(parts, keys),
        responses=problems.RESPONSES,
        docs_url=None,  # those pages load scripts from elsewhere; /openapi.json tells the same
        redoc_url=None,
    )
    app.state.parts = parts
    for routes in (ask, conversations, search, documents, jobs, completions, health, page):
        app.include_router(routes.router)
    app.mount("/page", StaticFiles(directory=page.FOLDER))
    problems.install(app)
    app.add_middleware(BodyLimit, upload_bytes=rules.upload_bytes)  # the first is the innermost
    app.add_middleware(Gate, rules=rules, keys=keys)
    if rules.origins:
        _let_in(app, rules.origins)
    app.add_middleware(SafeHeaders)
    app.add_middleware(Measured, metrics=metrics)
    app.add_middleware(RequestLog)
    return app


def _parts(library: Library, rules: Rules, metrics: Metrics) -> dict[type, Any]:
    """What routes may ask for."""
    kept, waiting = Conversations(library.home), Jobs(library.home)
    return {
        Library: library,
        Conversations: kept,
        Asker: Asker(library, kept, metrics, rules),
        Jobs: waiting,
        Runner: Runner(waiting, library),
        Metrics: metrics,
        Readiness: Readiness(library),
        Rules: rules,
    }


def _let_in(app: FastAPI, origins: frozenset[str]) -> None:
    app.add_middleware(
        CORSMiddleware,
        allow_origins=sorted(origins),
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Authorization", "Content-Type"],
        expose_headers=["Location", "Retry-After", "X-Request-ID"],
    )


def _life(parts: dict[type, Any], keys: Keys) -> _Lifespan:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        parts[Runner].start()
        yield
        await run_in_threadpool(parts[Runner].stop, GRACE_SECONDS)
        for part in (parts[Library], parts[Conversations], parts[Jobs], keys):
            await run_in_threadpool(part.close)

    return lifespan
