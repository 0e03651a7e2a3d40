"""How large a request may be."""

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

JSON_BYTES = 1024 * 1024
UPLOADS = "/v1/documents"
FORM = "multipart/form-data"


class BodyLimit:
    """Stops reading a body that is larger than its address takes, whether or not its length was declared.

    ``upload_bytes``: what a form of files may have; everything else is JSON, and small.
    """

    def __init__(self, app: ASGIApp, upload_bytes: int) -> None:
        self.app = app
        self._upload_bytes = upload_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        uploading = scope["path"] == UPLOADS and headers.get("content-type", "").lower().startswith(FORM)
        limit = self._upload_bytes if uploading else JSON_BYTES
        declared = headers.get("content-length", "")
        size = int(declared) if declared.isdecimal() else 0
        read = 0

        async def limited() -> Message:
            nonlocal read
            if size > limit:
                raise _too_large(limit)
            message = await receive()
            read += len(message.get("body", b""))
            if read > limit:
                raise _too_large(limit)
            return message

        await self.app(scope, limited, send)


def _too_large(limit: int) -> HTTPException:
    return HTTPException(413, f"The request is larger than {limit / 2**20:.3g} MB, the most this address takes.")
