"""What a model made of a question, held against the words it was shown. Pure."""

from qa.figures import figures
from qa.words import content_stems

LIMIT = 400  # characters of a question; more is no question


def adds_nothing(written: str, known: str) -> bool:
    """Whether a question is one line with hardly a word, and no figure, that was not known."""
    if not written or len(written) > LIMIT or "\n" in written:
        return False
    words = content_stems(written)
    foreign = words - content_stems(known)
    values = {figure.value for figure in figures(written)} - {figure.value for figure in figures(known)}
    return bool(words) and len(foreign) * 4 <= len(words) and not values
