"""``/health`` and ``/metrics``: for whoever keeps the service running."""

from fastapi import APIRouter, Response

from api import metrics
from api.dependencies import TheMetrics, TheReadiness
from api.problems import Unready
from api.responses import Health
from qa.errors import FootnoteError

router = APIRouter(tags=["operations"])


@router.get("/health/live", response_model_exclude_none=True)
def live() -> Health:
    """The process runs."""
    return Health()


@router.get("/health/ready")
def ready(readiness: TheReadiness) -> Health:
    """Questions can be answered: store and models gave a sign of life. A problem with status 503 when one did not."""
    try:
        documents, passages = readiness.check()
    except FootnoteError as error:
        raise Unready(error) from error
    return Health(documents=documents, passages=passages)


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {metrics.MEDIA_TYPE: {"schema": {"type": "string"}}}, "description": "Counts."}},
)
def measured(counts: TheMetrics) -> Response:
    """Counts for Prometheus; behind an API key like everything else, where there are keys."""
    return Response(counts.text(), headers={"Content-Type": metrics.MEDIA_TYPE})
