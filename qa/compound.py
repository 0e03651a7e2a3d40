"""A question of several parts, taken apart so that each part is searched by itself. Pure, and English.

"What did Lee say in August, and what was settled in November?" is two; "How does the old rate compare with the new one?" too.
"""

import re

from qa.aims import without_days
from qa.words import QUESTION_WORDS, STOP_WORDS, WORD

LEAST = 2  # content words of a part; with fewer ("and when?") it is no question of its own
_ASKS = (
    r"(?:who|whom|whose|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have|had|will|would|can|could)"
)
_NEXT = re.compile(rf"(?:[?;.]\s+(?:and\s+)?|,?\s+(?:and|but)\s+)(?={_ASKS}\b)", re.IGNORECASE)
_COMPARED = (
    re.compile(r"^how\s+(?:do|does|did)\s+(.+?)\s+compare\s+(?:with|to|against)\s+(.+)$", re.IGNORECASE),
    re.compile(r"^compare\s+(.+?)\s+(?:with|to|and|against)\s+(.+)$", re.IGNORECASE),
    re.compile(r"\b(?:differences?|contradictions?|gap)\s+between\s+(.+?)\s+and\s+(.+)$", re.IGNORECASE),
    re.compile(r"^how\s+(?:do|does|did)\s+(.+?)\s+differ\s+from\s+(.+)$", re.IGNORECASE),
)


def parts(question: str) -> tuple[str, ...]:
    """The two parts of a question, the second with the words of the first in brackets, for it may lean on them; none where it is one."""
    asked = " ".join(question.split()).rstrip("?!. ")
    found = _compared(asked) or tuple(_NEXT.split(asked, maxsplit=1))
    if len(found) < 2 or any(len(_content(part)) < LEAST for part in found):
        return ()
    first, second = (part.strip(" ,;") for part in found)
    return f"{first}?", f"{second} ({' '.join(_content(without_days(first)))})?"


def _compared(asked: str) -> tuple[str, ...]:
    matches = (pattern.search(asked) for pattern in _COMPARED)
    return next((match.groups() for match in matches if match), ())


def _content(part: str) -> list[str]:
    return [word for word in WORD.findall(part) if word.casefold() not in STOP_WORDS | QUESTION_WORDS]
