"""``/health``: for whoever keeps the service running."""

from fastapi import APIRouter

from api.dependencies import TheLibrary
from api.schemas import Health

router = APIRouter(prefix="/health", tags=["operations"])


@router.get("/live", response_model_exclude_none=True)
def live() -> Health:
    """The process runs."""
    return Health()


@router.get("/ready")
def ready(library: TheLibrary) -> Health:
    """The library can be read; a problem with status 503 when it cannot."""
    documents, passages = library.counts()
    return Health(documents=documents, passages=passages)
