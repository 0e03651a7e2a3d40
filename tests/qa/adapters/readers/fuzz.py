"""Spoils good files of every format and reads them, for as long as it is told: only refusals may come of it.

    nice python -m tests.qa.adapters.readers.fuzz SECONDS [SEED]

Prints what came of it for each format, and every crash with the file that led to it; exits 1 when there was one.
A reading that takes longer than 20 seconds counts as a crash.
"""

import signal
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from random import Random
from tempfile import gettempdir
from types import FrameType

from qa.adapters.readers import read
from qa.errors import UnreadableFile
from tests.qa.adapters.readers.samples import SAMPLES, packed, unpacked

PATIENCE = 20


class OutOfPatience(BaseException):
    """No reader may catch this."""


MAGIC = (
    b"%PDF-1.7\n", b"PK\3\4", b"PK\5\6", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<!DOCTYPE html>", b"<html>", b'<?xml version="1.0"?>',
    b"From: a@b.c\nMessage-ID: <1>\n", b"[{", b'{"text": "', b"\xff\xfe", b"\xef\xbb\xbf", b"a,b\n", b"{\\rtf", b"RIFF", b"BM",
)  # fmt: skip


def flipped(content: bytes, random: Random) -> bytes:
    """A few bytes changed, anywhere."""
    spoiled = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 5, 20)) if content else 0):
        spoiled[random.randrange(len(spoiled))] = random.randrange(256)
    return bytes(spoiled)


def cut(content: bytes, random: Random) -> bytes:
    """Its beginning only."""
    return content[: random.randrange(len(content) + 1)]


def shuffled(content: bytes, random: Random) -> bytes:
    """A stretch of it copied over, into, or cut out of another place."""
    a, b, at = (random.randrange(len(content) + 1) for _ in range(3))
    a, b = min(a, b), min(max(a, b), min(a, b) + 2_000)
    return random.choice(
        (
            content[:at] + content[a:b] + content[at:],
            content[:at] + content[a:b] + content[at + b - a :],
            content[:a] + content[b:],
        )
    )


def renumbered(content: bytes, random: Random) -> bytes:
    """Digits changed: lengths, offsets, references and dates that lie."""
    places = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    spoiled = bytearray(content)
    for place in random.sample(places, min(len(places), random.choice((1, 2, 8)))):
        spoiled[place] = random.choice(b"0123456789-.")
    return bytes(spoiled)


SPOILERS: tuple[Callable[[bytes, Random], bytes], ...] = (flipped, cut, shuffled, renumbered)


def spoiled(content: bytes, random: Random) -> bytes:
    """One spoiler, or two; in a zip file mostly inside, where its check sums would hide it."""
    if content.startswith(b"PK") and random.random() < 0.8:
        files = unpacked(content)
        name = random.choice(sorted(files))
        return packed(files | {name: random.choice(SPOILERS)(files[name], random)})
    once = random.choice(SPOILERS)(content, random)
    return random.choice(SPOILERS)(once, random) if random.random() < 0.3 else once


def attempt(content: bytes, name: str) -> str:
    """What came of it. Raises whatever is not a refusal."""
    try:
        readings = read(content, name)
    except UnreadableFile as refusal:
        return "refused" if name in refusal.message and refusal.remedy else "badly refused"
    for reading in readings or ():
        assert reading.text.strip()
        reading.text.encode()
        assert list(reading.pages) == sorted(reading.pages)
        assert all(0 <= start < end <= len(reading.text) for start, end in reading.furniture)
    assert readings != []
    return "read" if readings else "text"


def case(name: str, random: Random) -> bytes:
    """A spoiled file of this format, or a magic number and noise."""
    if random.random() < 0.1:
        return random.choice(MAGIC) + random.randbytes(random.choice((0, 5, 50, 5_000)))
    return spoiled(SAMPLES[name](), random)


def run(seconds: float, seed: int) -> int:
    """Until the time is over. The number of crashes."""
    counts: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, float] = {}
    signal.signal(signal.SIGALRM, _out_of_patience)
    random, end = Random(seed), time.monotonic() + seconds
    while time.monotonic() < end:
        for name in SAMPLES:
            content, begun = case(name, random), time.monotonic()
            counts[name, _outcome(content, name)] += 1
            slowest[name] = max(slowest.get(name, 0.0), time.monotonic() - begun)
    for name in SAMPLES:
        told = ", ".join(
            f"{outcome} {counts[name, outcome]:,}"
            for outcome in ("read", "text", "refused", "badly refused", "crashed")
        )
        _say(f"{name:16} {told}; slowest {slowest.get(name, 0):.2f} s")
    crashes = sum(count for (_, outcome), count in counts.items() if outcome in ("crashed", "badly refused"))
    _say(f"executions {counts.total():,}, crashes {crashes}")
    return crashes


def _outcome(content: bytes, name: str) -> str:
    signal.alarm(PATIENCE)
    try:
        return attempt(content, name)
    except (Exception, OutOfPatience):  # noqa: BLE001 - whatever it is, it is what we look for
        kept = Path(gettempdir()) / f"footnote-{blake2b(content, digest_size=6).hexdigest()}-{name}"
        kept.write_bytes(content)
        _say(f"CRASH, kept as {kept}\n{traceback.format_exc(limit=-4)}")
        return "crashed"
    finally:
        signal.alarm(0)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _out_of_patience(number: int, frame: FrameType | None) -> None:
    raise OutOfPatience(f"more than {PATIENCE} seconds")


if __name__ == "__main__":
    warnings.simplefilter("error")
    sys.exit(run(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())) > 0)
