"""What the service allows, and to whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from api import keys
from qa.errors import SettingsError
from qa.settings import Settings

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings that concern HTTP. ``hosts``: the only names it answers under, if any are given. ``origins``: other sites
    whose pages may use it. ``given``: name to digest of keys. Limits hold for one key in one process; 0 is no limit.
    """

    hosts: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    given: Mapping[str, str] = field(default_factory=dict)
    keys_required: bool = False
    rate_limit: int = 0
    concurrency: int = 0
    upload_bytes: int = 100 * MEGABYTE
    log_questions: bool = False
    patience: float = 60.0

    @classmethod
    def of(cls, settings: Settings, *, hosts: frozenset[str], beyond: bool) -> "Rules":
        """The rules that the settings make. ``beyond``: others than this machine can reach the service."""
        given = keys.given(settings.api_keys.get_secret_value() if settings.api_keys else None)
        return cls(
            hosts=frozenset() if beyond else hosts,  # behind a key any name will do: a stranger's page has none
            origins=_origins(settings.cors_origins),
            given=given,
            keys_required=beyond or bool(given),
            rate_limit=settings.rate_limit,
            concurrency=settings.concurrency,
            upload_bytes=settings.upload_mb * MEGABYTE,
            log_questions=settings.log_questions,
            patience=settings.timeout,
        )


def _origins(text: str | None) -> frozenset[str]:
    found = frozenset(filter(None, (part.strip().rstrip("/") for part in (text or "").split(","))))
    for origin in found:
        if not origin.startswith(("http://", "https://")) or origin.count("/") != 2:
            raise SettingsError(f"QA_CORS_ORIGINS holds {origin!r}, which is no origin.", "Write it as https://host.")
    return found
