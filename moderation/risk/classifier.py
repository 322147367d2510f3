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
    """`weights` is kinds × numbers of a vector; `thresholds` say from where on a kind is heard."""

    kinds: tuple[str, ...]
    weights: Array
    bias: Array
    thresholds: Array
    trained_from: str
    """The digest of its sentences."""

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> "Classifier":
        kept = json.loads(path.read_text())
        weights, bias, thresholds = (np.array(kept[name]) for name in ("weights", "bias", "thresholds"))
        return cls(tuple(kept["kinds"]), weights, bias, thresholds, kept["trained_from"])

    def save(self, path: Path = WEIGHTS) -> None:
        """Rounded, so that another machine's training gives the same file."""
        kept = {"trained_from": self.trained_from, "kinds": self.kinds}
        kept |= {"thresholds": _rounded(self.thresholds), "bias": _rounded(self.bias)}
        rows = ",\n  ".join(json.dumps(row) for row in _rounded(self.weights))
        path.write_text(json.dumps(kept)[:-1] + f', "weights": [\n  {rows}\n]}}\n')

    def scores(self, vectors: NDArray[Any]) -> Array:
        """Sentences × kinds, from 0 to 1."""
        return np.asarray(1 / (1 + np.exp(-(vectors @ self.weights.T + self.bias))), np.float64)

    def judged(self, scores: Array | None) -> dict[str, Any]:
        """`scores` by kind, and the `kinds` that are heard; None: of a text without a word."""
        if scores is None:
            return {"scores": {}, "kinds": []}
        heard = [kind for kind, over in zip(self.kinds, scores >= self.thresholds, strict=True) if over]
        return {"scores": dict(zip(self.kinds, scores.round(4).tolist(), strict=True)), "kinds": heard}


def _rounded(numbers: Array) -> Any:
    return numbers.round(3).tolist()
