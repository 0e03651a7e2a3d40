"""What the service writes down, on stderr: requests without their queries, and failures with their tracebacks."""

import logging
import logging.config
import sys
import time
from urllib.parse import quote

import structlog
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

        async def noted(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            milliseconds = round((time.perf_counter() - started) * 1000, 1)
            log.info("request", method=scope["method"], path=quote(scope["path"]), status=status, ms=milliseconds)


def configure(*, debug: bool) -> None:
    """Send our log and that of the server through structlog to stderr: readable on a terminal, JSON elsewhere."""
    shared: list[Processor] = [structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso")]
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
