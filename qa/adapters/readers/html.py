"""Web pages: the main text by trafilatura, with what the page says of itself."""

import logging
import warnings
from typing import Any

from qa.adapters.readers.blocks import block_text
from qa.adapters.readers.decoding import decoded
from qa.adapters.readers.facts import day, facts
from qa.adapters.readers.refusing import refused_if, textless, too_large
from qa.adapters.readers.trees import Tree, html_tree
from qa.types import Reading

LARGEST = 20 * 2**20  # of a page; trafilatura reads a few hundred kilobytes a second of the worst ones
BROKEN_PAGE = (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError)


def read_html(content: bytes, source: str) -> list[Reading]:
    """The page's article without its menus and advertising. Raises UnreadableFile when nothing of it is text."""
    return [read_page(decoded(content, source, declared=True), source)]


def read_page(text: str, source: str) -> Reading:
    """A page whose encoding is known."""
    if len(text) > LARGEST:
        raise too_large(source, f"a page of more than {LARGEST // 2**20} MB is no page to read")
    tree = html_tree(text)
    if tree is None:
        raise textless(source, "the page is empty")
    with refused_if(BROKEN_PAGE, source, "a web page"):
        found = _extracted(tree)
    body = block_text(found.body) if found is not None and found.body is not None else ""
    if not any(map(str.isalnum, body)):
        raise textless(source, "the page has no main text: it may be built by a script", "Save it as text or PDF.")
    return Reading(source, body, metadata=_metadata(found, tree))


def _extracted(tree: Tree) -> Any:
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # A date found by searching the whole text is a guess about the page, not what it says of itself.
    dates = {"original_date": True, "extensive_search": False}
    with warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", message="tzname .* identified but not understood"
        )  # dateutil, of a date that is none
        return bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=dates)


def _metadata(found: Any, tree: Tree) -> dict[str, str]:
    language = found.language or tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    url = found.url if found.url and found.url.startswith(("http://", "https://")) else None
    return facts(
        title=found.title,
        author=found.author,
        publisher=found.sitename,
        published=day(found.date),
        url=url,
        language=language,
    )
