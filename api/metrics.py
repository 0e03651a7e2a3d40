"""What is counted, in Prometheus' form. No label holds anything that a person wrote.

With several workers their counts are added up, by way of files in the folder that PROMETHEUS_MULTIPROC_DIR names.
"""

import os
import time

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.types import Answer

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)  # seconds
PROBLEMS = (
    "figure",
    "month",
    "name",
    "denies",
    "denial",
    "few of its words",
    "another in the cited",
)  # words of qa.support


class Metrics:
    """The counters of one app."""

    def __init__(self) -> None:
        self._registry = own = CollectorRegistry()
        self.requests = Counter("footnote_requests", "Requests.", ["route", "method", "status"], registry=own)
        self.seconds = Histogram(
            "footnote_request_seconds",
            "From a request's arrival to its response's end.",
            ["route"],
            buckets=BUCKETS,
            registry=own,
        )
        self._answers = Counter(
            "footnote_answers", "Answers; no_evidence is a refusal.", ["status", "mode"], registry=own
        )
        self._stages = Histogram(
            "footnote_stage_seconds", "Stages of a question.", ["stage"], buckets=BUCKETS, registry=own
        )
        self._problems = Counter(
            "footnote_support_failures", "Claims that failed a check, by what was wrong.", ["problem"], registry=own
        )
        self._tokens = Counter("footnote_tokens", "Tokens a model was paid for.", ["kind"], registry=own)
        self._cost = Counter("footnote_cost_usd", "What models cost, as far as their prices are known.", registry=own)

    def answered(self, answer: Answer) -> None:
        """Count an answer."""
        self._answers.labels(answer.status, answer.mode).inc()
        for stage, milliseconds in answer.timings_ms.items():
            self._stages.labels(stage).observe(milliseconds / 1000)
        for claim in answer.claims:
            if claim.support == "uncited":
                self._problems.labels("uncited").inc()
            for problem in claim.problems:
                self._problems.labels(_kind(problem)).inc()
        self._tokens.labels("prompt").inc(answer.usage.prompt_tokens)
        self._tokens.labels("completion").inc(answer.usage.completion_tokens)
        self._cost.inc(answer.usage.cost_usd or 0.0)

    def text(self) -> bytes:
        """All counts, of all workers."""
        if FOLDER not in os.environ:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return generate_latest(together)


class Measured:
    """Counts each request under its route's pattern, so that ids make no labels."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self._metrics = metrics

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
            route = getattr(scope.get("route"), "path", "other")
            method = scope["method"] if scope["method"] in METHODS else "other"
            self._metrics.requests.labels(route, method, status).inc()
            self._metrics.seconds.labels(route).observe(time.perf_counter() - started)


METHODS = frozenset({"GET", "HEAD", "POST", "DELETE", "OPTIONS", "PUT", "PATCH"})


def _kind(problem: str) -> str:
    return next((kind for kind in PROBLEMS if kind in problem), "other").replace(" ", "_")
