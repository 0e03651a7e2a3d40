"""Books: the chapters in reading order, with what the package file says of the book."""

import posixpath
from urllib.parse import unquote

from qa.adapters.readers.blocks import block_text
from qa.adapters.readers.decoding import decoded
from qa.adapters.readers.facts import day, facts
from qa.adapters.readers.limits import Archive
from qa.adapters.readers.refusing import locked, textless
from qa.adapters.readers.trees import Tree, all_text, html_tree, local, xml_tree
from qa.errors import UnreadableFile
from qa.types import Reading

_KIND = "an EPUB book"
CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


def read_epub(archive: Archive) -> list[Reading]:
    """One reading for the book: a citation's heading names the chapter. Raises UnreadableFile with the reason."""
    source = archive.source
    path = _package_path(archive)
    package = xml_tree(archive.part(path), source, _KIND)
    chapters = _chapters(package, posixpath.dirname(path))
    _refuse_locked(archive, set(chapters))
    texts = [_chapter(archive.part(name), source) for name in chapters if name in archive]
    if not any(texts):
        raise textless(source, "its chapters are empty or pictures")
    return [Reading(source, "\n\n".join(filter(None, texts)), metadata=_metadata(package))]


def _package_path(archive: Archive) -> str:
    container = xml_tree(archive.part(CONTAINER), archive.source, _KIND)
    paths = [element.get("full-path") for element in container.iter() if local(element) == "rootfile"]
    if not paths or not paths[0] or paths[0] not in archive:
        raise UnreadableFile(f"{archive.source} is a broken EPUB book: its package file is missing.", "Fetch it again.")
    return str(paths[0])


def _chapters(package: Tree, folder: str) -> list[str]:
    """The names of the pages in the archive, in the order of the spine, each once."""
    manifest = {
        element.get("id"): posixpath.normpath(posixpath.join(folder, unquote(element.get("href") or "")))
        for element in package.iter()
        if local(element) == "item" and element.get("media-type") in _PAGES and element.get("properties") != "nav"
    }
    order = [element.get("idref") for element in package.iter() if local(element) == "itemref"]
    return list(dict.fromkeys(manifest[id_] for id_ in order if id_ in manifest))


def _refuse_locked(archive: Archive, chapters: set[str]) -> None:
    """Books with rights management encrypt their chapters; those that only hide their fonts do not."""
    if _ENCRYPTION not in archive:
        return
    tree = xml_tree(archive.part(_ENCRYPTION), archive.source, _KIND)
    encrypted = {unquote(element.get("URI") or "") for element in tree.iter() if local(element) == "CipherReference"}
    if encrypted & chapters:
        raise locked(archive.source)


def _chapter(content: bytes, source: str) -> str:
    tree = html_tree(decoded(content, source, declared=True))
    if tree is None:
        return ""
    body = tree.find("body")
    return block_text(tree if body is None else body)


def _metadata(package: Tree) -> dict[str, str]:
    said: dict[str, list[str]] = {}
    for element in package.iter():
        if str(element.tag).startswith("{http://purl.org/dc/elements/1.1/}") and (text := all_text(element)):
            said.setdefault(local(element), []).append(text)
    return facts(
        title=next(iter(said.get("title", [])), None),
        author=", ".join(said.get("creator", [])),
        publisher=next(iter(said.get("publisher", [])), None),
        published=next(filter(None, map(day, said.get("date", []))), None),
        language=next(iter(said.get("language", [])), None),
    )
