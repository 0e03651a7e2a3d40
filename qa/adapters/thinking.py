"""What a model thinks aloud in its reply, where its server does not take that out: DeepSeek, Qwen and others."""

BEGIN, END = "<think>", "</think>"


def spoken(reply: str) -> str:
    """A whole reply without its thinking; nothing where it never came to an end of that. Some leave out the beginning mark."""
    before, closed, after = reply.rpartition(END)
    if closed:
        return after
    return "" if after.lstrip().startswith(BEGIN) else before + after


class Spoken:
    """The same for a reply in pieces."""

    def __init__(self) -> None:
        self._held = ""
        self._open = False

    def feed(self, piece: str) -> str:
        """What is spoken now that this piece is there; "" while the model thinks, or may be about to."""
        if self._open:
            return piece
        self._held += piece
        start = self._held.lstrip()
        if start.startswith(BEGIN):
            _, ended, self._held = start.partition(END)
            if not ended:
                self._held = BEGIN + start[-len(END) :]  # what was thought is not kept
                return ""
        elif BEGIN.startswith(start):
            return ""
        self._open = True
        return self._held
