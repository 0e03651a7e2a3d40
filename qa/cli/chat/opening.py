"""A source in the person's own program; where there is no desktop, its text in the pager."""

import os
import shlex
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from qa.cli.chat.talk import CommandError
from qa.types import Citation, Document


def opened(document: Document, citation: Citation) -> str:
    """Open it; says in one line what was opened. Raises CommandError when nothing here can."""
    program, target = _program(), _target(document)
    if program and target:
        nothing = subprocess.DEVNULL
        started = subprocess.Popen(
            [program, target], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
        threading.Thread(
            target=started.wait, daemon=True
        ).start()  # it may stay open for hours; nobody waits for it here
        return f"opened {target}"
    pager = shlex.split(os.environ.get("PAGER") or "less")
    if not sys.stdout.isatty() or shutil.which(pager[0]) is None:
        raise CommandError("There is no desktop and no pager to open it with.", f"It is {target or document.source}")
    # What a terminal would obey is taken out: a pager may pass it on.
    text = "".join(c if c.isprintable() or c in "\n\t" else " " for c in document.text)
    line = text.count("\n", 0, citation.start) + 1
    start = [f"+{line}"] if Path(pager[0]).name == "less" else []
    subprocess.run([*pager, *start], input=text, text=True, check=False)
    return f"showed the text of {document.source}"


def _program() -> str | None:
    """What a desktop opens files with; None over ssh or without a desktop."""
    if sys.platform == "darwin":
        return shutil.which("open")
    desktop = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if desktop else None


def _target(document: Document) -> str | None:
    """The file if it is still there, else its address on the web."""
    if Path(document.source).is_file():
        return document.source
    return document.url if document.url and document.url.startswith(("https://", "http://")) else None
