"""``GET /``: the page."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse

FOLDER = Path(__file__).parent.parent / "page"

router = APIRouter(include_in_schema=False)


@router.get("/")
def page() -> FileResponse:
    """A question box, answers with notes, and the sources beside them."""
    return FileResponse(FOLDER / "index.html")
