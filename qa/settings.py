"""The environment, read once into a frozen value. Builds nothing."""

from pathlib import Path
from typing import Annotated

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from qa.errors import SettingsError


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
        60.0, description="Seconds a question waits for the chat model, retries included."
    )
    embed_model: str | None = Field(
        None, description="Name of an embedding model behind an OpenAI-compatible service. Empty: the installed model."
    )
    embed_base_url: str | None = Field(
        None, description="Address of that embedding service. Empty: the chat model's address."
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
        """Whether a chat model was named by key or address."""
        return self.openai_api_key is not None or self.openai_base_url is not None


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
