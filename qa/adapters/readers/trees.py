"""XML and HTML to trees, with nothing in them unfolded and nothing fetched."""

from typing import Any

from qa.adapters.readers.refusing import refused_if
from qa.errors import UnreadableFile

Tree = Any  # lxml's elements; it has no types


def xml_tree(content: bytes, source: str, kind: str) -> Tree:
    """A well-formed document's root. Raises UnreadableFile when it is not well-formed or declares entities."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    with refused_if((etree.XMLSyntaxError, ValueError, LookupError), source, kind):
        root = etree.fromstring(content, parser)
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise UnreadableFile(
            f"{source} is refused: it declares XML entities, as no {kind} does.", "Do not trust this file."
        )
    return root


def html_tree(text: str) -> Tree | None:
    """A page's root, mended where it is not well-formed; None where there is nothing in it."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def local(element: Tree) -> str:
    """An element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def all_text(element: Tree) -> str:
    """Everything below, on one line."""
    return " ".join("".join(element.itertext()).split())
