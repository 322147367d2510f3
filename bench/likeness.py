"""How like the held-out lines are to what the model was trained on: too like, and they measure its memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from moderation.risk.embedder import Embedder
from moderation.risk.examples import read_examples
from moderation.risk.graph import WIDTH

_TOO_LIKE = 0.9


@dataclass(frozen=True)
class Likeness:
    """Of `lines`, how near the nearest trained sentence is (1: the same): at the median, at most, and how many are
    nearer than 0.9.
    """

    lines: int
    median: float
    most: float
    too_like: int


def measure_likeness(embedder: Embedder, lines: Sequence[str]) -> Likeness:
    """By the angle between what the last layer makes of each. Takes half a minute."""
    trained = _vectors(embedder, [sentence for sentence, _kind in read_examples()])
    nearest = (_vectors(embedder, lines) @ trained.T).max(axis=1).tolist()
    return Likeness(len(lines), median(nearest), max(nearest), sum(each > _TOO_LIKE for each in nearest))


def _vectors(embedder: Embedder, lines: Sequence[str]) -> NDArray[np.float32]:
    return np.array([embedder(line)[-WIDTH:] for line in lines], np.float32)
