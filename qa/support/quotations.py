"""Quotation marks: what stands between them has to stand in the source, word for word."""

import re
from collections.abc import Iterator

from qa.support.evidence import Evidence, flat

QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]")
LEFT_OUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")


def altered_quotations(claim: str, evidence: Evidence) -> Iterator[str]:
    """A quotation that the cited sentences, and the title above them, do not hold. Points show that words were left out."""
    source = flat(f"{evidence.joined} | {evidence.header}")
    for match in QUOTED.finditer(claim):
        quoted = next(filter(None, match.groups()))
        if not all(f" {flat(part)} " in f" {source} " for part in LEFT_OUT.split(quoted) if flat(part)):
            yield f"the words “{quoted.strip()}” are not in the cited sentences"
