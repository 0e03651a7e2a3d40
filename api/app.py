"""The HTTP service over a library."""

from collections.abc import AsyncIterator, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version
from typing import Protocol

from fastapi import Depends, FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.staticfiles import StaticFiles

from api import problems
from api.limits import BodyLimit
from api.logs import RequestLog
from api.routes import ask, documents, health, page, search
from api.security import SafeHeaders, known_caller
from qa.library import Library


class _Lifespan(Protocol):
    def __call__(self, app: FastAPI, /) -> AbstractAsyncContextManager[None]: ...


def create_app(library: Library, *, hosts: Collection[str] = ()) -> FastAPI:
    """The service; it closes the library when it ends. ``hosts``: the only names it answers under, if any are given."""
    app = FastAPI(
        title="Footnote",
        version=version("footnote-qa"),
        lifespan=_closing(library),
        dependencies=[Depends(known_caller)],
        responses=problems.RESPONSES,
        docs_url=None,  # those pages load scripts from elsewhere; /openapi.json tells the same
        redoc_url=None,
    )
    app.state.library = library
    app.state.hosts = frozenset(hosts)
    for routes in (ask, search, documents, health, page):
        app.include_router(routes.router)
    app.mount("/page", StaticFiles(directory=page.FOLDER))
    problems.install(app)
    for middleware in (BodyLimit, SafeHeaders, RequestLog):  # the last is the outermost
        app.add_middleware(middleware)
    return app


def _closing(library: Library) -> _Lifespan:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(library.close)

    return lifespan
