"""``qa doctor``: what is configured, what is reachable, what to fix."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.options import Json, open_library
from qa.cli.output import console, print_json
from qa.errors import FootnoteError, StoreError

if TYPE_CHECKING:
    from qa.library import Library
    from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at, whether it is well, and what was seen or what to do."""

    name: str
    ok: bool
    detail: str


def doctor(
    repair: Annotated[bool, typer.Option("--repair", help="Write the vector index again from the catalog.")] = False,
    json: Json = False,
) -> None:
    """What is configured, what is reachable, what to fix."""
    from qa.settings import load_settings

    settings = load_settings()
    with open_library() as library:
        if repair:
            library.repair()
        checks = list(_checks(library, settings))
    print_json({"checks": checks}) if json else _print(checks)
    if not all(check.ok for check in checks):
        raise typer.Exit(1)


def _checks(library: "Library", settings: "Settings") -> Iterator[Check]:
    yield Check("library", True, f"{len(library.documents())} documents in {settings.home}")
    yield _tried("embedding model", lambda: _embeds(library, settings))
    yield _tried("reranker", lambda: _ranks(settings))
    yield _tried("vector index", lambda: _in_step(library))
    if library.model is None:
        yield Check(
            "chat model", True, "none configured: answers quote the documents. Set OPENAI_API_KEY or OPENAI_BASE_URL."
        )
    else:
        yield _tried("chat model", lambda: _reachable(library, settings))
        yield Check("asking", True, _asking(settings))


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except FootnoteError as error:
        return Check(name, False, str(error))


def _embeds(library: "Library", settings: "Settings") -> str:
    library.search("Is anybody there?", 1)
    return f"{settings.embedding or settings.embed_model or 'the installed one'} works"


def _ranks(settings: "Settings") -> str:
    from qa.assembly import build_reranker

    build_reranker(settings).score("Is anybody there?", ["Nobody is there.", "It rains."])
    return f"{settings.reranker} orders, the installed model scores" if settings.reranker else "works"


def _in_step(library: "Library") -> str:
    missing, stale = library.drift()
    if missing or stale:
        raise StoreError(f"It lacks {missing} vectors and holds {stale} that are gone.", "Run `qa doctor --repair`.")
    return "in step with the catalog" if library.is_indexed() else "not needed yet: so few vectors are all compared"


def _reachable(library: "Library", settings: "Settings") -> str:
    assert library.model is not None
    library.model.check()
    if settings.llm is not None:
        return f"{library.model.name} ({settings.llm}) is installed; only a question shows whether its service answers"
    return f"{library.model.name} is reachable"


def _asking(settings: "Settings") -> str:
    """How the chat model is asked, in words."""
    known = settings.chat_name in (settings.prices or {})
    price = "price known" if known else f"no price of {settings.chat_name} in QA_PRICES, so no costs are given"
    opinion = "a second opinion on each claim" if settings.verify == "model" else "no second opinion"
    return f"{settings.timeout:g} seconds, {settings.context_tokens:,} tokens, {opinion}; {price}"


def _print(checks: list[Check]) -> None:
    for check in checks:
        console().print(f"{'ok ' if check.ok else 'FIX'}  {check.name}: {check.detail}")
