"""What routes ask for by type."""

from typing import Annotated

from fastapi import Depends, Request

from qa.library import Library


def _library(request: Request) -> Library:
    library = request.app.state.library
    assert isinstance(library, Library)
    return library


TheLibrary = Annotated[Library, Depends(_library)]
