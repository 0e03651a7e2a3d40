"""What a text would say if it denied nothing."""

import re

from qa.support.denial.denying import PHRASES, WEAK, is_denying
from qa.support.evidence import root
from qa.words import WORD

# "Never" is "always" undenied, not nothing; of other words nothing is left.
TURNED = {
    "no": "some", "none": "all", "never": "always", "nobody": "everybody", "nothing": "everything", "nowhere": "everywhere",
    "without": "with", "neither": "both", "nor": "and", "cannot": "can",
}  # fmt: skip
SHORTENED = re.compile(r"n['’]t$", re.IGNORECASE)


def affirming(text: str) -> str:
    """The text with its denying words taken out or turned; it need not be good English."""
    return " ".join(WORD.sub(_affirmed, PHRASES.sub(" ", text)).split())


def _affirmed(match: re.Match[str]) -> str:
    word = match[0].casefold()
    if SHORTENED.search(word):
        return SHORTENED.sub("", match[0])
    denies = is_denying(root(word)) or root(word) in WEAK
    return TURNED.get(word, "") if denies else match[0]
