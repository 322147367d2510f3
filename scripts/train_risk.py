"""Train the classifier of moderation/risk from its sentences into weights.json. The same sentences, the same file."""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent))

from moderation.risk.classifier import Classifier
from moderation.risk.embedder import Embedder
from moderation.risk.examples import KINDS, digest, read_examples

Array = NDArray[np.float64]

_EASE = 0.5
"""How strongly large weights are held back, for vectors of about length two."""
_STEPS = 25
_SPLITS = 5
_PRECISION_COUNTS = 0.5
"""A false alarm costs more than it looks: ordinary talk is a thousand times as frequent as here. So the threshold is
where the F-score with this beta is best, on sentences that the weights of that split were not trained from."""


def main() -> None:
    embed = Embedder()
    examples = read_examples()
    vectors = np.array([embed(sentence) for sentence, _kind in examples], np.float64)
    truths = np.array([[kind == known for known in KINDS] for _sentence, kind in examples])
    unseen = _scores_when_unseen(vectors, truths)
    thresholds = np.array([_threshold(unseen[:, i], truths[:, i]) for i in range(len(KINDS))])
    trained = np.array([_train(vectors, truths[:, i]) for i in range(len(KINDS))])
    weights, bias = trained[:, :-1], trained[:, -1]
    Classifier(tuple(map(str, KINDS)), weights, bias, thresholds, trained_from=digest()).save()
    for i, kind in enumerate(KINDS):
        heard, truth = unseen[:, i] >= thresholds[i], truths[:, i]
        precision, recall = truth[heard].mean(), heard[truth].mean()
        print(f"{kind:<10} from {thresholds[i]:.2f}: precision {precision:.2f}, recall {recall:.2f} where unseen")


def _train(vectors: Array, truth: NDArray[np.bool_]) -> Array:
    """The weights, and the bias as the last of them, of a logistic regression with an L2 penalty, by Newton's steps.

    In the dual: there are fewer sentences than weights.
    """
    rows = np.hstack([vectors, np.ones((len(vectors), 1))])
    likeness = rows @ rows.T
    dual = np.zeros(len(rows), np.float64)
    for _step in range(_STEPS):
        guess = likeness @ dual
        sure = 1 / (1 + np.exp(-guess))
        weight = np.clip(sure * (1 - sure), 1e-6, None)
        dual[:] = np.linalg.solve(likeness + _EASE * np.diag(1 / weight), guess + (truth - sure) / weight)
    return np.asarray(rows.T @ dual)


def _scores_when_unseen(vectors: Array, truths: NDArray[np.bool_]) -> Array:
    """What each sentence scores by weights that were trained without its split."""
    scores = np.zeros(truths.shape)
    split = np.random.default_rng(1829).permutation(len(vectors)) % _SPLITS
    for left_out in range(_SPLITS):
        seen = split != left_out
        for kind in range(truths.shape[1]):
            trained = _train(vectors[seen], truths[seen, kind])
            scores[~seen, kind] = 1 / (1 + np.exp(-(vectors[~seen] @ trained[:-1] + trained[-1])))
    return scores


def _threshold(scores: Array, truth: NDArray[np.bool_]) -> float:
    def f_score(threshold: float) -> float:
        heard = scores >= threshold
        right, beta = (heard & truth).sum(), _PRECISION_COUNTS**2
        return float((1 + beta) * right / (heard.sum() + beta * truth.sum()))

    return max((round(float(each), 2) for each in np.arange(0.1, 0.96, 0.01)), key=f_score)


if __name__ == "__main__":
    main()
