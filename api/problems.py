"""Errors as RFC 9457 problems: the one place where an error meets an HTTP status."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api.jobs.store import UnknownJob
from api.responses import OpenAIFailure, Problem
from qa.errors import (
    EmbedderMismatch,
    FootnoteError,
    InputError,
    ModelError,
    StoreError,
    StoreLocked,
    UnknownConversation,
    UnknownDocument,
)

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5  # what a client is told to wait when the error has no wish of its own
METHODS = ("GET", "HEAD", "POST", "DELETE")
OPENAI_PATHS = ("/v1/chat/completions", "/v1/models")
WITHHELD = "The reason is in the service's log."

log = structlog.stdlib.get_logger("api")


@dataclass(frozen=True, slots=True)
class Kind:
    """What an error is over HTTP. ``told``: its own words may leave this machine, for they name no path of it."""

    status: int
    title: str
    told: bool = True


class Unready(Exception):
    """A part that is needed gave no sign of life: whatever its own status, the service is not ready."""

    def __init__(self, error: FootnoteError) -> None:
        super().__init__(str(error))
        self.error = error


KINDS: dict[type, Kind] = {  # an error is the kind of its nearest ancestor here
    UnknownDocument: Kind(404, "No such document"),
    UnknownConversation: Kind(404, "No such conversation"),
    UnknownJob: Kind(404, "No such job"),
    InputError: Kind(422, "The request cannot be used"),
    StoreLocked: Kind(503, "The library is busy"),
    EmbedderMismatch: Kind(503, "The library belongs to another embedding model"),
    StoreError: Kind(503, "The library cannot be used", told=False),
    ModelError: Kind(502, "The model failed"),
    FootnoteError: Kind(500, "The service is not set up rightly", told=False),
}

_RESPONSE = {"description": "A problem", "content": {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}}
RESPONSES: dict[int | str, dict[str, Any]] = {"4XX": _RESPONSE, "5XX": _RESPONSE}
OPENAI_ERROR = {"type": "object", "required": ["error"], "properties": {"error": OpenAIFailure.model_json_schema()}}
_OPENAIS = {
    "description": "An error in OpenAI's shape",
    "content": {"application/json": {"schema": OPENAI_ERROR}},
}
OPENAI_RESPONSES: dict[int | str, dict[str, Any]] = {"4XX": _OPENAIS, "5XX": _OPENAIS}


def response(path: str, problem: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """A problem on its way to the client; OpenAI's clients read errors in their own shape only."""
    if path.startswith(OPENAI_PATHS):
        status = 400 if problem.status == 422 else problem.status
        return JSONResponse(as_openai(problem), status, headers)
    return ProblemResponse(problem, headers)


def as_openai(problem: Problem) -> dict[str, Any]:
    """The problem as OpenAI tells it."""
    kind = "server_error" if problem.status >= 500 else "invalid_request_error"
    code = {401: "invalid_api_key", 429: "rate_limit_exceeded"}.get(problem.status)
    param = problem.errors[0]["field"] if problem.errors else None
    return {"error": {"message": problem.detail, "type": kind, "param": param, "code": code}}


class ProblemResponse(JSONResponse):
    """A problem on its way to the client."""

    media_type = MEDIA_TYPE

    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(problem.model_dump(exclude_none=True), problem.status, headers)


def install(app: FastAPI) -> None:
    """Answer every error of the app with a problem."""
    app.add_exception_handler(FootnoteError, _on_footnote_error)
    app.add_exception_handler(Unready, _on_unready)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(Exception, _on_unexpected)


def of_error(error: FootnoteError) -> Problem:
    """The problem an error of ours makes; what it withholds, and what is our fault, is logged."""
    kind = next(KINDS[ancestor] for ancestor in type(error).__mro__ if ancestor in KINDS)
    name = type(error).__name__
    if kind.status >= 500:
        log.error("failed", error=name, detail=str(error))
    urn = "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")
    detail = str(error) if kind.told else f"{kind.title}. {WITHHELD}"
    return Problem(type=f"urn:footnote:{urn}", title=kind.title, status=kind.status, detail=detail)


def of_unexpected(error: Exception) -> Problem:
    """The problem a bug makes: its traceback goes to the log and nothing of it to the client."""
    log.error("unexpected", error=type(error).__name__, exc_info=error)
    return of_status(500, f"Something unexpected failed. {WITHHELD}")


def of_status(status: int, detail: str, errors: list[dict[str, str]] | None = None) -> Problem:
    """A problem that HTTP itself has a name for."""
    return Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors)


def _on_footnote_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, FootnoteError)
    wish = getattr(error, "retry_after", None)
    headers = {"Retry-After": str(math.ceil(wish or RETRY_SECONDS))} if error.retryable else None
    return response(request.url.path, of_error(error), headers)


def _on_unready(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Unready)
    problem = of_error(error.error).model_copy(update={"status": 503})
    return response(request.url.path, problem, {"Retry-After": str(RETRY_SECONDS)})


def _on_invalid_request(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    return response(request.url.path, of_invalid(error))


def of_invalid(error: RequestValidationError) -> Problem:
    """The problem a request makes that is not what was asked for; it names each field at fault."""
    broken = next((one for one in error.errors() if one["type"] == "json_invalid"), None)
    if broken:
        return of_status(400, f"The body is not valid JSON: {broken['ctx']['error']}.")
    errors = [_described(one) for one in error.errors()]
    return of_status(422, "; ".join(f"{e['field']}: {e['problem']}" for e in errors) + ".", errors)


def _described(error: Mapping[str, Any]) -> dict[str, str]:
    """Which field, and what is wrong with it; never the value, which may be anything."""
    field = ".".join(map(str, error["loc"][1:]))
    if not field:
        return {"field": "body", "problem": "Send a JSON object with Content-Type: application/json"}
    unknown = error["type"] == "extra_forbidden"
    return {
        "field": field,
        "problem": "There is no such key" if unknown else error["msg"].removeprefix("Value error, "),
    }


def _on_http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    details = {
        404: f"There is nothing at {request.url.path}.",
        405: f"{request.method} is not possible at {request.url.path}.",
    }
    problem = of_status(error.status_code, details.get(error.status_code, error.detail))
    headers = {"Allow": ", ".join(_methods_at(request))} if error.status_code == 405 else error.headers
    return response(request.url.path, problem, headers)


def _methods_at(request: Request) -> list[str]:
    """What is possible at an address; a route by itself only knows its own method."""
    scopes = ((method, {**request.scope, "method": method}) for method in METHODS)
    return [method for method, scope in scopes if any(r.matches(scope)[0] is Match.FULL for r in request.app.routes)]


def _on_unexpected(request: Request, error: Exception) -> JSONResponse:
    return response(request.url.path, of_unexpected(error))
