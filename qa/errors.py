"""Everything that can go wrong, as one tree.

FootnoteError                 what a reader is told: one sentence, and what to do
├── InputError                the request is wrong; change it
│   ├── QuestionError             empty or too long
│   ├── FilterError               a date or filter that means nothing
│   ├── UnreadableFile            a file that cannot be read, with the reason
│   ├── UnknownDocument           no document has this id
│   └── UnknownConversation       no conversation has this id
├── StoreError                the library on disk
│   ├── StoreUnavailable          missing, read-only or full
│   ├── StoreCorrupt              SQLite says it is damaged
│   ├── StoreLocked               another process is writing; retry helps
│   └── EmbedderMismatch          the vectors were made by another model
├── ModelError                a configured model failed
│   ├── ModelRefused              401, 403, 404, 400: configuration; retry does not help
│   ├── ModelBusy                 429 or 5xx; retry helps
│   ├── ModelUnreachable          connection refused or lost; retry helps
│   ├── ModelTimeout              no word within QA_TIMEOUT
│   ├── ModelOverflow             more tokens than the model takes; fewer passages help
│   ├── ModelWithheld             the provider refused to answer, or filtered the reply
│   └── ModelGarbled              an empty, cut or unreadable completion
├── ModelFilesError           the bundled models are missing or not the ones we know
├── SettingsError             a setting that cannot be used
└── ServiceError              the HTTP service cannot start
"""


class FootnoteError(Exception):
    """Base of all our errors. ``message`` is one sentence; ``remedy`` says what to do; ``retryable`` whether trying again may help."""

    retryable = False

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class InputError(FootnoteError):
    """The request is wrong; the same request will fail again."""


class QuestionError(InputError):
    """The question is empty or too long."""


class FilterError(InputError):
    """A date or filter that means nothing."""


class UnreadableFile(InputError):
    """A file that cannot be read, with the reason."""


class UnknownDocument(InputError):
    """No document has this id."""


class UnknownConversation(InputError):
    """No conversation has this id."""


class StoreError(FootnoteError):
    """The library on disk cannot be used."""


class StoreUnavailable(StoreError):
    """The library's folder is missing, read-only or full."""


class StoreCorrupt(StoreError):
    """SQLite or the vector store says that its file is damaged."""


class StoreLocked(StoreError):
    """Another process is writing to the library."""

    retryable = True


class EmbedderMismatch(StoreError):
    """The library's vectors were made by another embedding model."""


class ModelError(FootnoteError):
    """A configured model failed. ``kept_waiting``: a reader has waited for it in vain, and should not again for one question."""

    kept_waiting = False


class ModelRefused(ModelError):
    """The model's service refused the request: key, model name or request."""


class ModelBusy(ModelError):
    """The model's service is overloaded or failing. ``retry_after`` is its own wish in seconds, if it had one."""

    retryable = True
    kept_waiting = True

    def __init__(self, message: str, remedy: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, remedy)
        self.retry_after = retry_after


class ModelUnreachable(ModelError):
    """No connection to the model's service, or it was lost."""

    retryable = True
    kept_waiting = True


class ModelTimeout(ModelError):
    """The model's service sent no word in time."""

    kept_waiting = True


class ModelOverflow(ModelError):
    """Prompt and reply have more tokens than the model takes; a shorter prompt helps."""


class ModelWithheld(ModelError):
    """The provider refused to answer, or a filter of its own held the reply back."""


class ModelGarbled(ModelError):
    """The model sent an empty, cut or unreadable completion."""


class ModelFilesError(FootnoteError):
    """The bundled models are missing, or are not the files we know."""


class SettingsError(FootnoteError):
    """A setting that cannot be used."""


class ServiceError(FootnoteError):
    """The HTTP service cannot start."""
