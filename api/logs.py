"""What the service writes down, on stderr: requests without their queries, and failures with their tracebacks."""

import logging
import logging.config
import re
import sys
import time
import uuid
from urllib.parse import quote

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.typing import Processor

log = structlog.stdlib.get_logger("api")


class RequestLog:
    """One line a request: no query string and no body, for those hold what people ask."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500  # an unexpected error is answered further out
        structlog.contextvars.clear_contextvars()
        request_id = _request_id(scope)
        structlog.contextvars.bind_contextvars(request_id=request_id)

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = request_id
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            milliseconds = round((time.perf_counter() - started) * 1000, 1)
            log.info("request", method=scope["method"], path=quote(scope["path"]), status=status, ms=milliseconds)


def _request_id(scope: Scope) -> str:
    """The one a proxy gave, if it is harmless; else a new one."""
    asked = Headers(scope=scope).get("x-request-id", "")
    return asked if re.fullmatch(r"[\w.-]{8,64}", asked, re.ASCII) else uuid.uuid4().hex


def configure(*, debug: bool) -> None:
    """Send our log and that of the server through structlog to stderr: readable on a terminal, JSON elsewhere."""
    context = structlog.contextvars.merge_contextvars
    shared: list[Processor] = [context, structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso")]
    last = structlog.stdlib.ProcessorFormatter.wrap_for_formatter
    structlog.configure([*shared, last], structlog.stdlib.BoundLogger, logger_factory=structlog.stdlib.LoggerFactory())
    formatter = {"()": structlog.stdlib.ProcessorFormatter, "foreign_pre_chain": shared, "processors": _rendering()}
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"line": formatter},
            "filters": {"once": {"()": _Once}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"level": "WARNING", "handlers": ["stderr"]},
            "loggers": {
                "api": {"level": "DEBUG" if debug else "INFO"},
                "uvicorn.error": {"level": "WARNING", "filters": ["once"]},
            },
        }
    )


def _rendering() -> list[Processor]:
    # Plain tracebacks: the pretty ones show local variables, and so what was asked.
    if sys.stderr.isatty():
        pretty = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        return [structlog.stdlib.ProcessorFormatter.remove_processors_meta, pretty]
    plain = structlog.processors.format_exc_info, structlog.processors.JSONRenderer()
    return [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *plain]


class _Once(logging.Filter):
    """Drops the server's copy of a traceback that is logged already."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to keep the record."""
        return not record.getMessage().startswith("Exception in ASGI application")
