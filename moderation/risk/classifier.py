"""What a sentence's vector says: for each kind, how sure a line drawn through the trained sentences is.

One logistic regression a kind against all else, trained by scripts/train_risk.py; its numbers are in weights.json.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

WEIGHTS: Final = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class Classifier:
    """`weights` is kinds × numbers of a vector; `heard` and `sure` say from where on somebody looks, or is called."""

    kinds: tuple[str, ...]
    weights: Array
    bias: Array
    heard: Array
    sure: Array
    trained_from: str
    """The digest of its sentences."""

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> "Classifier":
        kept = json.loads(path.read_text())
        weights, bias, heard, sure = (np.array(kept[name]) for name in ("weights", "bias", "heard", "sure"))
        return cls(tuple(kept["kinds"]), weights, bias, heard, sure, kept["trained_from"])

    def save(self, path: Path = WEIGHTS) -> None:
        """Rounded, so that another machine's training gives the same file."""
        kept = {"trained_from": self.trained_from, "kinds": self.kinds}
        kept |= {name: _rounded(getattr(self, name)) for name in ("heard", "sure", "bias")}
        rows = ",\n  ".join(json.dumps(row) for row in _rounded(self.weights))
        path.write_text(json.dumps(kept)[:-1] + f', "weights": [\n  {rows}\n]}}\n')

    def scores(self, vectors: NDArray[Any]) -> Array:
        """Sentences × kinds, from 0 to 1."""
        return np.asarray(1 / (1 + np.exp(-(vectors @ self.weights.T + self.bias))), np.float64)

    def judged(self, scores: Array | None) -> dict[str, Any]:
        """`scores` by kind, the `kinds` that are heard, and those of them that are `sure`; None: no word is there."""
        if scores is None:
            return {"scores": {}, "kinds": [], "sure": []}
        heard, sure = (self._from(threshold, scores) for threshold in (self.heard, self.sure))
        return {"scores": dict(zip(self.kinds, scores.round(4).tolist(), strict=True)), "kinds": heard, "sure": sure}

    def _from(self, threshold: Array, scores: Array) -> list[str]:
        return [kind for kind, over in zip(self.kinds, scores >= threshold, strict=True) if over]


def _rounded(numbers: Array) -> Any:
    return numbers.round(3).tolist()
