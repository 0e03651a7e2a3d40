"""YAML front matter: what a Markdown file says of itself."""

import re
from datetime import date, datetime

import yaml

from qa.errors import UnreadableFile

BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
KEYS = ("title", "publisher", "author", "published", "url")
ALIASES = {"date": "published", "source": "publisher", "link": "url"}


def split_front_matter(text: str, source: str) -> tuple[dict[str, str], int]:
    """The known keys with their values as text, and where the body begins: ({}, 0) when there is no front matter.

    Raises UnreadableFile when a block that looks like front matter cannot be understood.
    """
    block = BLOCK.match(text)
    if block is None:
        return {}, 0
    try:
        loaded = yaml.safe_load(block.group(1))
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 2})" if mark else ""
        raise UnreadableFile(
            f"The front matter of {source} is not valid YAML{line}.", "Correct it and add the file again."
        ) from error
    if not isinstance(loaded, dict):
        return {}, 0  # a text that merely begins with a rule
    fields = {ALIASES.get(key := str(name).casefold(), key): value for name, value in loaded.items()}
    return {key: _as_text(fields[key]) for key in KEYS if fields.get(key) not in (None, "", [])}, block.end()


def _as_text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return " ".join(str(value).split())
