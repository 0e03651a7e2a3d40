"""The environment, read once into a frozen value. Builds nothing."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_data_path
from pydantic import AfterValidator, Field, Json, NonNegativeFloat, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from qa.errors import SettingsError
from qa.types import Unsupported


def _class_path(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*", value):
        raise ValueError("write it as module:Class")
    return value


ClassPath = Annotated[str, AfterValidator(_class_path)]


class Settings(BaseSettings):
    """Every key can be set in the environment or in a file named .env in the working folder."""

    model_config = SettingsConfigDict(
        env_prefix="QA_", env_file=".env", env_ignore_empty=True, frozen=True, extra="ignore", populate_by_name=True
    )

    home: Path = Field(
        default_factory=lambda: user_data_path("footnote", appauthor=False),
        description="Folder that holds the library. Empty: the user's data directory.",
    )
    models: Path | None = Field(
        None, description="Folder with bge_small_en/ and reranker_en/ to use instead of the installed models."
    )
    openai_api_key: SecretStr | None = Field(
        None, validation_alias="OPENAI_API_KEY", description="Key for the chat model; a local server may need none."
    )
    openai_base_url: str | None = Field(
        None,
        validation_alias="OPENAI_BASE_URL",
        description="Address of an OpenAI-compatible service. Empty with a key: OpenAI itself.",
    )
    model: str = Field("gpt-4.1-mini", description="Name of the chat model, used once a key or an address is set.")
    timeout: Annotated[float, Field(gt=0)] = Field(
        60.0, description="Seconds a reader waits for a word of the chat model, retries included."
    )
    context_tokens: Annotated[int, Field(ge=1_024)] = Field(
        8_192,
        description="Tokens the chat model takes, prompt and reply together; what does not fit is not shown to it.",
    )
    prices: Json[dict[str, tuple[NonNegativeFloat, NonNegativeFloat]]] | None = Field(
        None,
        description='US dollars for a million tokens of prompt and of reply, as JSON: {"gpt-4.1-mini": [0.4, 1.6]}.',
    )
    verify: Literal["off", "model"] = Field(
        "off", description="A second opinion on each claim: off, or model (one more call of the chat model)."
    )
    llm: ClassPath | None = Field(
        None, description="LlamaIndex LLM to use as the chat model: llama_index.llms.anthropic:Anthropic, for instance."
    )
    llm_args: Json[dict[str, Any]] | None = Field(
        None, repr=False, description="What that class is made with, beside QA_MODEL if that is set, as JSON."
    )
    unsupported: Unsupported = Field(
        "label", description="What becomes of a statement the documents do not support: label or drop."
    )
    embed_model: str | None = Field(
        None, description="Name of an embedding model behind an OpenAI-compatible service. Empty: the installed model."
    )
    embed_base_url: str | None = Field(
        None, description="Address of that embedding service. Empty: the chat model's address."
    )
    exact_limit: Annotated[int, Field(ge=0)] = Field(
        20_000,
        description="Up to so many passages every vector is compared; beyond, Chroma keeps an index and is asked.",
    )
    embedding: ClassPath | None = Field(
        None, description="LlamaIndex embedding to use instead, as module:Class; QA_EMBED_MODEL is its model_name."
    )
    embedding_args: Json[dict[str, Any]] | None = Field(
        None, repr=False, description="What that class is made with, as JSON."
    )
    reranker: ClassPath | None = Field(
        None, description="LlamaIndex node postprocessor that orders the sentences found, as module:Class."
    )
    reranker_args: Json[dict[str, Any]] | None = Field(
        None, repr=False, description="What that class is made with, as JSON."
    )
    host: str = Field("127.0.0.1", description="Address the HTTP service listens on.")
    port: Annotated[int, Field(ge=0, le=65535)] = Field(8321, description="Port of the HTTP service.")
    workers: Annotated[int, Field(ge=1, le=64)] = Field(1, description="Processes that answer over HTTP.")
    api_keys: SecretStr | None = Field(
        None, description="Keys of callers of the HTTP service, comma separated, each bare or as name:key."
    )
    rate_limit: Annotated[int, Field(ge=0)] = Field(
        120, description="Requests that one API key may make in a minute. 0: any number."
    )
    concurrency: Annotated[int, Field(ge=0)] = Field(
        8, description="Requests that one API key may have under way at once. 0: any number."
    )
    upload_mb: Annotated[int, Field(ge=1)] = Field(100, description="Megabytes that one upload may have.")
    cors_origins: str | None = Field(
        None, description="Other sites whose pages may use the HTTP service, comma separated, as https://host."
    )
    log_questions: bool = Field(False, description="Write questions into the log of the HTTP service.")
    chroma_url: str | None = Field(
        None, description="Address of a Chroma server for the vector index. Empty: a folder of the library."
    )
    debug: bool = Field(False, description="Show tracebacks and log at debug level.")

    @property
    def chat_configured(self) -> bool:
        """Whether a chat model was named by key, address or class."""
        return self.openai_api_key is not None or self.openai_base_url is not None or self.llm is not None

    @property
    def chat_name(self) -> str:
        """What the chat model is called; a class that was given no name of a model goes by its own."""
        return self.model if self.llm is None or self.model_was_set else self.llm.partition(":")[2]

    @property
    def model_was_set(self) -> bool:
        """Whether QA_MODEL was set: its default means nothing to another provider."""
        return "model" in self.model_fields_set


def load_settings() -> Settings:
    """Read the environment. Raises SettingsError naming the key that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0])
        name = key if key.isupper() else f"QA_{key.upper()}"
        raise SettingsError(
            f"{name} cannot be used: {first['msg']}.", f"See .env.example for what {name} means."
        ) from error
