"""Which line of a page is furniture, and of which kind, by the words on it."""

import re

from qa.ingest.captures.phrases import BUTTONS, LINKS, MENU, PHRASES, STORIES

LONGEST = 300  # characters; no longer line is furniture
# Kinds that end an article. Text after LINKS may belong to it again (a box in the middle); after the others it does not.
ENDS = frozenset({LINKS, "comments", "paywall", "rights", "bio", "contact"})
WEIGHTS = {kind: weight for kind, (weight, _) in PHRASES.items()} | {"menu": 0.5, "buttons": 0.5}
# No furniture though it stands alone: it opens a list that belongs to the article.
TAKEAWAYS = re.compile(
    r"(?:key (?:takeaways?|points|findings|messages)|takeaways?|highlights|at a glance|in brief|핵심 ?(?:요약|포인트)|요약)\W*",
    re.IGNORECASE,
)


def _compiled(phrases: str) -> re.Pattern[str]:
    lines = phrases.replace("<stories>", STORIES).split("\n")
    return re.compile("|".join(stripped for line in lines if (stripped := line.strip())), re.IGNORECASE)


_PATTERNS = {kind: _compiled(phrases) for kind, (_, phrases) in PHRASES.items()}
_MENU, _BUTTONS = _compiled(MENU), _compiled(BUTTONS)
_DECORATION = " \t\u00a0:：›»>→▶►▼▾+*•·-–—|…."
_PARTS = re.compile(r"\s{2,}|\s*[|·•/>›»\t]\s*")


def furniture_kind(line: str) -> str | None:
    """The row of phrases a line belongs to; None when it is not furniture."""
    bare = line.strip(_DECORATION)
    if not bare or len(line) > LONGEST:
        return None
    kind = next((kind for kind, pattern in _PATTERNS.items() if pattern.fullmatch(bare)), None)
    return kind or (None if line.endswith(".") else _menu_kind(bare))


def _menu_kind(bare: str) -> str | None:
    """A line of nothing but the words of menus or buttons, whatever parts them."""
    if len(bare) > 160:
        return None
    words = bare.split()  # two plain words may be anything: a headline, a desk
    for parts in (_PARTS.split(bare), words if len(words) > 2 else [bare]):
        if all(_MENU.fullmatch(part) or _BUTTONS.fullmatch(part) for part in parts):
            buttons = sum(bool(_BUTTONS.fullmatch(part)) for part in parts)
            return "buttons" if 2 * buttons > len(parts) else "menu"
    return None
