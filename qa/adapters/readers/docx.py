"""Word documents: paragraphs, lists, tables and notes in the order they stand.

The package is read here and not by python-docx: its ``Paragraph.text`` leaves out what was inserted with changes tracked,
and its documents leave out content controls, text boxes and footnotes. Names are matched without their namespace, so that
"strict" files are read too.
"""

from collections.abc import Iterator

from qa.adapters.readers.facts import day, estimated, facts, typed_by_hand
from qa.adapters.readers.limits import Archive
from qa.adapters.readers.refusing import textless
from qa.adapters.readers.rows import row_lines
from qa.adapters.readers.trees import Tree, all_text, local, xml_tree
from qa.types import Reading

_KIND = "a Word document"
DOCUMENT = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
# What was deleted or moved away, the older twin of a drawing, what is no text.
_SILENT = frozenset({"del", "moveFrom", "Fallback", "instrText", "pPr", "rPr", "sectPr", "tblPr"})
_MARKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def read_docx(archive: Archive) -> list[Reading]:
    """The document's text with its headings, and its properties. Raises UnreadableFile with the reason."""
    root = xml_tree(archive.part(DOCUMENT), archive.source, _KIND)
    levels = _heading_levels(archive)
    blocks = list(_blocks(root, levels))
    for name in _NOTES:
        if name in archive:
            blocks += _blocks(xml_tree(archive.part(name), archive.source, _KIND), levels)
    if not blocks:
        raise textless(archive.source, "the document is empty or holds only pictures")
    return [Reading(archive.source, "\n\n".join(blocks), metadata=_metadata(archive))]


def _blocks(parent: Tree, levels: dict[str, int]) -> Iterator[str]:
    """Paragraphs and tables below ``parent``, through whatever is wrapped around them."""
    for child in parent:
        name = local(child)
        if name == "p":
            text = _text(child)
            yield from [_mark(child, levels) + text] if text else []
            yield from _boxes(child, levels)
        elif name == "tbl":
            yield from row_lines(_rows(child))
        elif name and name not in _SILENT:
            yield from _blocks(child, levels)


def _boxes(paragraph: Tree, levels: dict[str, int]) -> Iterator[str]:
    """Text boxes hang in a paragraph and are paragraphs themselves."""
    for box in paragraph.iterdescendants("{*}txbxContent"):
        if not any(local(above) == "Fallback" for above in box.iterancestors()):
            yield from _blocks(box, levels)


def _text(paragraph: Tree) -> str:
    pieces: list[str] = []
    _gather(paragraph, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def _gather(element: Tree, pieces: list[str]) -> None:
    for child in element:
        name = local(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name in _MARKS:
            pieces.append(_MARKS[name])
        elif name and name not in _SILENT and name != "txbxContent":
            _gather(child, pieces)


def _rows(table: Tree) -> Iterator[list[str]]:
    """A table within a cell is read as that cell's text; a cell that spans rows stands in each of them."""
    above: list[str] = []
    for row in table.iterchildren("{*}tr"):
        cells: list[str] = []
        for cell in row.iterchildren("{*}tc", "{*}sdt"):
            merged = cell.find("{*}tcPr/{*}vMerge")
            if merged is not None and _value(merged) != "restart" and len(above) > len(cells):
                cells.append(above[len(cells)])
            else:
                cells.append(" ".join(filter(None, map(_text, cell.iterdescendants("{*}p")))))
            span = cell.find("{*}tcPr/{*}gridSpan")
            cells += [""] * min(_number(span, 1) - 1, 100)
        yield cells
        above = cells


def _mark(paragraph: Tree, levels: dict[str, int]) -> str:
    style = _value(paragraph.find("{*}pPr/{*}pStyle"))
    outline = paragraph.find("{*}pPr/{*}outlineLvl")
    level = levels.get(style, 0) if outline is None else _number(outline, 9) + 1
    if 1 <= level <= 6:
        return "#" * level + " "
    listed = paragraph.find("{*}pPr/{*}numPr") is not None or style.startswith("List")
    return "- " if listed else ""


def _heading_levels(archive: Archive) -> dict[str, int]:
    """By a style's id, which every language of Word names its own way: its level in the outline, 1 for a title."""
    if "word/styles.xml" not in archive:
        return {}
    levels: dict[str, int] = {}
    for style in xml_tree(archive.part("word/styles.xml"), archive.source, _KIND).iter("{*}style"):
        outline = style.find("{*}pPr/{*}outlineLvl")
        is_title = _value(style.find("{*}name")).casefold() == "title"
        levels[_value(style, "styleId")] = 1 if is_title else _number(outline, -1) + 1
    return levels


def _metadata(archive: Archive) -> dict[str, str]:
    if "docProps/core.xml" not in archive:
        return {}
    core = xml_tree(archive.part("docProps/core.xml"), archive.source, _KIND)
    said = {local(element): all_text(element) for element in core}
    title, author = typed_by_hand(said.get("title")), typed_by_hand(said.get("creator"))
    return facts(title=title, author=author, language=said.get("language"), **estimated(day(said.get("created"))))


def _value(element: Tree | None, name: str = "val") -> str:
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _number(element: Tree | None, default: int) -> int:
    value = _value(element)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else default
