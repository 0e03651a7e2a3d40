"""``POST /v1/search``."""

from typing import Any

from fastapi import APIRouter

from api.dependencies import TheLibrary
from api.responses import Hits
from api.schemas import SearchRequest

router = APIRouter(tags=["questions"])


@router.post("/v1/search", response_model=Hits)
def search(request: SearchRequest, library: TheLibrary) -> Any:
    """Find passages, without an answer."""
    return {"hits": library.search(request.query, request.k, request.filters.within(None))}
