"""Train the classifier of moderation/risk from its sentences into weights.json. The same sentences, the same file.

Set OPENBLAS_NUM_THREADS=1 where others need the machine: it takes minutes for the vectors, seconds for the rest.
"""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent))

from moderation.risk.classifier import Classifier
from moderation.risk.embedder import Embedder
from moderation.risk.examples import KINDS, NONE, digest, read_examples

Array = NDArray[np.float64]
Truth = NDArray[np.bool_]

_EASE = 0.3
"""How strongly large weights are held back, for vectors of about length two."""
_STEPS, _WITHIN = 15, 60
_CLOSE = 1e-3
_SPLITS = 5
_HEARD, _SURE = 1 / 100, 1 / 200
"""Of the ordinary sentences, how many may be heard as something, and how many surely: ordinary talk is a thousand times
as frequent as danger, so that false alarms are what a threshold is chosen by. The sentences of none.txt are harder than
talk is: they were written to sound like danger."""


def main() -> None:
    embed = Embedder()
    examples = read_examples()
    vectors = np.array([embed(sentence) for sentence, _kind in examples], np.float64)
    truths = np.array([[kind == known for known in KINDS] for _sentence, kind in examples])
    unseen = _scores_when_unseen(vectors, truths)
    ordinary = unseen[[kind == NONE for _sentence, kind in examples]]
    heard, sure = (_threshold(ordinary, share) for share in (_HEARD, _SURE))
    trained = np.array([_train(vectors, truths[:, i]) for i in range(len(KINDS))])
    weights, bias = trained[:, :-1], trained[:, -1]
    Classifier(tuple(map(str, KINDS)), weights, bias, heard, sure, trained_from=digest()).save()
    for i, kind in enumerate(KINDS):
        of_kind = unseen[truths[:, i], i]
        print(f"{kind:<10} heard from {heard[i]:.2f}, recall {(of_kind >= heard[i]).mean():.2f} where unseen;", end=" ")
        print(f"sure from {sure[i]:.2f}, recall {(of_kind >= sure[i]).mean():.2f}")


def _train(vectors: Array, truth: Truth) -> Array:
    """The weights, and the bias as the last of them, of a logistic regression with an L2 penalty, by Newton's steps."""
    rows = np.hstack([vectors, np.ones((len(vectors), 1))])
    weights = np.zeros(rows.shape[1])
    for _step in range(_STEPS):
        sure = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (sure - truth) + _EASE * weights
        weights += _newton_step(rows, sure * (1 - sure), slope)
    return weights


def _newton_step(rows: Array, curve: Array, slope: Array) -> Array:
    """By conjugate gradients: the whole matrix of curvature takes a hundred times as long."""
    step, rest = np.zeros_like(slope), -slope
    along, square = rest.copy(), float(rest @ rest)
    enough = _CLOSE * square
    for _each in range(_WITHIN):
        if square <= max(enough, 1e-12):
            break
        bent = rows.T @ (curve * (rows @ along)) + _EASE * along
        far = square / float(along @ bent)
        step += far * along
        rest -= far * bent
        before, square = square, float(rest @ rest)
        along = rest + square / before * along
    return step


def _scores_when_unseen(vectors: Array, truths: Truth) -> Array:
    """What each sentence scores by weights that were trained without its split."""
    scores = np.zeros(truths.shape)
    split = np.random.default_rng(1829).permutation(len(vectors)) % _SPLITS
    for left_out in range(_SPLITS):
        seen = split != left_out
        for kind in range(truths.shape[1]):
            trained = _train(vectors[seen], truths[seen, kind])
            scores[~seen, kind] = 1 / (1 + np.exp(-(vectors[~seen] @ trained[:-1] + trained[-1])))
    return scores


def _threshold(ordinary: Array, share: float) -> Array:
    """For each kind, from where on no larger share of the ordinary sentences scores; a little above the next one."""
    ranked = np.sort(ordinary, axis=0)[::-1]
    return np.asarray(ranked[int(share * len(ranked))] + 0.001)


if __name__ == "__main__":
    main()
