"""Who may speak to the service, and how often. In front of everything: a caller without a key gets nothing read or run."""

import math
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import URL, Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api import problems
from api.keys import Keys, holder
from api.rates import Limiter
from api.rules import Rules
from qa.errors import FootnoteError

GUARDED = ("/v1/", "/metrics")
BEARER = {"WWW-Authenticate": "Bearer"}


class Gate:
    """Checks name, origin, key and limits, in this order. A request holds its place until its response has ended."""

    def __init__(self, app: ASGIApp, rules: Rules, keys: Keys) -> None:
        self.app = app
        self._rules = rules
        self._keys = keys
        self._limiter = Limiter(rules.rate_limit, rules.concurrency)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self._stranger(scope)
        caller = None
        if refused is None and scope["path"].startswith(GUARDED):
            caller, refused = self._known(Headers(scope=scope))
        if refused is not None:
            await refused.response(scope["path"])(scope, receive, send)
        elif caller is None:
            await self.app(scope, receive, send)
        else:
            await self._limited(caller, scope, receive, send)

    def _stranger(self, scope: Scope) -> "_Refusal | None":
        """A page of another site could give our address its own name (DNS rebinding), or send us a form."""
        headers = Headers(scope=scope)
        if self._rules.hosts and URL(scope=scope).hostname not in self._rules.hosts:
            return _Refusal(421, "The service does not answer under this name.")
        origin = headers.get("origin")
        if origin is None or origin in self._rules.origins or urlsplit(origin).netloc == headers.get("host"):
            return None
        return _Refusal(403, "A page of another site may not use the service.")

    def _known(self, headers: Headers) -> "tuple[str | None, _Refusal | None]":
        """Whose request it is; None while there are no keys and only this machine can ask."""
        try:
            made, ever = self._keys.digests()
        except FootnoteError as error:
            return None, _Refusal(503, problems.of_error(error).detail)
        if not (self._rules.keys_required or ever):
            return None, None
        scheme, _, presented = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not presented.strip():
            return None, _Refusal(401, "Send an API key, as `Authorization: Bearer KEY`.", BEARER)
        caller = holder(presented.strip(), {**made, **self._rules.given})
        if caller is None:
            return None, _Refusal(401, "This API key is not known, or was revoked.", BEARER)
        return caller, None

    async def _limited(self, caller: str, scope: Scope, receive: Receive, send: Send) -> None:
        structlog.contextvars.bind_contextvars(caller=caller)
        wait = self._limiter.enter(caller)
        if wait is not None:
            seconds = max(1, math.ceil(wait))
            detail = f"This key asks for more than it may. Try again in {seconds} s."
            await _Refusal(429, detail, {"Retry-After": str(seconds)}).response(scope["path"])(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send)
        finally:
            self._limiter.leave(caller)


class _Refusal:
    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None) -> None:
        self._problem = problems.of_status(status, detail)
        self._headers = headers

    def response(self, path: str) -> ASGIApp:
        return problems.response(path, self._problem, self._headers)
