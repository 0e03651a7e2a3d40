"""``qa eval draft``: proposes gold from your own documents, for you to accept."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer


def draft(
    out: Annotated[Path | None, typer.Option(help="JSON Lines file to write.", show_default="standard output")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many candidates.")] = 20,
    model: Annotated[bool, typer.Option("--model", help="Let the configured model ask. It may cost money.")] = False,
) -> None:
    """Propose questions about the documents in your library. Read each one, reword it, and drop its tag "candidate"."""
    from contextlib import closing

    from eval.drafting import candidates
    from eval.own import open_own
    from qa.errors import InputError, SettingsError
    from qa.settings import load_settings

    with closing(open_own(load_settings(), extractive=not model)) as library:
        if model and library.model is None:
            raise SettingsError("No chat model is configured.", "Set OPENAI_API_KEY or OPENAI_BASE_URL, and QA_MODEL.")
        lines = [json.dumps(each, ensure_ascii=False) for each in candidates(library, limit, library.model)]
    if not lines:
        raise InputError("No sentence of the library makes a question.", "Add documents with `qa add`.")
    text = "\n".join(lines) + "\n"
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, encoding="utf-8")
        sys.stderr.write(f"{len(lines)} candidates written to {out}; read each one before you trust it.\n")
