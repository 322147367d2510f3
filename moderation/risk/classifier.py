"""What a sentence's vector and its phrases say: for each kind, how sure a line through the trained sentences is.

One logistic regression a kind against all else, trained by scripts/train_risk.py; its numbers are in weights.json.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from moderation.risk.faults import BadWeights
from moderation.risk.phrases import phrases_of

Array = NDArray[np.float64]

WEIGHTS: Final = Path(__file__).with_name("weights.json")
WEIGHT_OF_PHRASES: Final = 2.0
"""The length of a sentence's known phrases together; its vector's is two."""


@dataclass(frozen=True)
class Classifier:
    """`weights` is kinds × numbers of a vector, `phrases` a number for each kind; `heard` and `sure` say from where on
    somebody looks, or is called. `version` names these numbers: see `moderation.risk.versions`.
    """

    version: int
    kinds: tuple[str, ...]
    weights: Array
    phrases: Mapping[str, Array]
    bias: Array
    heard: Array
    sure: Array

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> "Classifier":
        """Raises BadWeights where the file is missing, cut off or another one."""
        try:
            return cls._of(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BadWeights(f"what the model was trained to hear can't be read from {path} ({error!r})") from None

    @classmethod
    def _of(cls, kept: dict[str, Any]) -> "Classifier":
        weights, bias, heard, sure = (np.array(kept[name]) for name in ("weights", "bias", "heard", "sure"))
        phrases = {phrase: np.array(numbers) for phrase, numbers in kept["phrases"].items()}
        return cls(kept["version"], tuple(kept["kinds"]), weights, phrases, bias, heard, sure)

    def save(self, path: Path = WEIGHTS) -> None:
        """Rounded, so that another machine's training gives the same file; phrases that say nothing are left out."""
        kept = {"version": self.version, "kinds": self.kinds}
        kept |= {name: rounded(getattr(self, name)) for name in ("heard", "sure", "bias")}
        rows = ",\n  ".join(json.dumps(row) for row in rounded(self.weights))
        said = {phrase: rounded(numbers, 2) for phrase, numbers in self.phrases.items()}
        phrases = ",\n  ".join(
            f"{json.dumps(phrase, ensure_ascii=False)}: {json.dumps(said[phrase])}"
            for phrase in sorted(said)
            if any(said[phrase])
        )
        text = f'{json.dumps(kept)[:-1]}, "weights": [\n  {rows}\n], "phrases": {{\n  {phrases}\n}}}}\n'
        path.write_text(text, encoding="utf-8")

    def scores(self, sentence: str, vector: NDArray[Any]) -> Array:
        """For each kind, from 0 to 1."""
        known = [self.phrases[phrase] for phrase in phrases_of(sentence) if phrase in self.phrases]
        said = WEIGHT_OF_PHRASES / np.sqrt(len(known)) * np.sum(known, axis=0) if known else 0.0
        return np.asarray(1 / (1 + np.exp(-(self.weights @ vector + said + self.bias))), np.float64)


def rounded(numbers: Array, places: int = 3) -> Any:
    """As they are kept."""
    return numbers.round(places).tolist()
