"""Train the classifier of moderation/risk from its sentences into weights.json. The same sentences, the same file.

Set OPENBLAS_NUM_THREADS=1 where others need the machine. Takes a minute or two. Raise `_WAY` in
moderation/risk/examples.py where the way of training changes: other weights are another version.
"""

import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent))

from moderation.risk.classifier import WEIGHT_OF_PHRASES, Classifier, rounded
from moderation.risk.embedder import Embedder
from moderation.risk.examples import KINDS, digest, read_examples
from moderation.risk.graph import SIZE
from moderation.risk.phrases import phrases_of
from moderation.risk.versions import VERSIONS, versions

Array = NDArray[np.float64]
Truth = NDArray[np.bool_]

_EASE: Final = 0.2
"""How strongly large weights are held back."""
_STEPS, _WITHIN = 15, 60
_CLOSE, _ENOUGH = 1e-3, 1e-3
_SPLITS = 5
_SEEN_IN: Final = 3
"""Sentences that a phrase must stand in."""
_HEARD, _SURE = 0.85, 0.9
"""Of the sentences that are heard as a kind where they were left out of the training, how many must be of it, and how
many where it is sure. Talk is ordinary a thousand times as often, and a false alarm rarer there: most of none.txt was
written to sound like danger, as no evening of talk does."""


class _Rows:
    """Sentences as numbers: their vectors and a one, and their known phrases, of which each has few of many."""

    def __init__(self, vectors: Array, phrases: list[list[int]], known: int) -> None:
        self.size = vectors.shape[1] + 1 + known
        self._known = known
        self._vectors = np.hstack([vectors, np.ones((len(vectors), 1))])
        self._phrases = phrases
        self._row = np.repeat(np.arange(len(phrases)), [len(each) for each in phrases])
        self._at = np.array([at for each in phrases for at in each], np.int64)
        self._value = np.repeat([WEIGHT_OF_PHRASES / max(len(each), 1) ** 0.5 for each in phrases], np.bincount(
            self._row, minlength=len(phrases)
        ))  # fmt: skip

    def of(self, which: Truth) -> "_Rows":
        phrases = [each for each, taken in zip(self._phrases, which, strict=True) if taken]
        return _Rows(self._vectors[which, :-1], phrases, self._known)

    def times(self, weights: Array) -> Array:
        dense = self._vectors.shape[1]
        said = np.bincount(self._row, self._value * weights[dense:][self._at], minlength=len(self._phrases))
        return np.asarray(self._vectors @ weights[:dense] + said)

    def turned_times(self, each: Array) -> Array:
        said = np.bincount(self._at, self._value * each[self._row], minlength=self._known)
        return np.concatenate([self._vectors.T @ each, said])


def main() -> None:
    embed, examples = Embedder(), read_examples()
    found = [phrases_of(sentence) for sentence, _kind in examples]
    seen = Counter(phrase for each in found for phrase in each)
    known = {phrase: at for at, phrase in enumerate(sorted(phrase for phrase in seen if seen[phrase] >= _SEEN_IN))}
    vectors = np.array([embed(sentence) for sentence, _kind in examples], np.float64)
    rows = _Rows(vectors, [[known[phrase] for phrase in each if phrase in known] for each in found], len(known))
    truths = np.array([[kind == of for of in KINDS] for _sentence, kind in examples])
    unseen = _scores_when_unseen(rows, truths)
    heard, sure = (_thresholds(unseen, truths, precision) for precision in (_HEARD, _SURE))
    trained = np.array([_train(rows, truths[:, i]) for i in range(len(KINDS))])
    numbers = {phrase: trained[:, SIZE + 1 + at] for phrase, at in known.items()}
    kinds = tuple(map(str, KINDS))
    version = _version(heard, sure)
    Classifier(version, kinds, trained[:, :SIZE], numbers, trained[:, SIZE], heard, sure).save()
    print(f"version {version}, from {len(examples)} sentences")
    for i, kind in enumerate(kinds):
        of_kind = unseen[truths[:, i], i]
        print(f"{kind:<10} heard from {heard[i]:.2f}, recall {(of_kind >= heard[i]).mean():.2f} where unseen;", end=" ")
        print(f"sure from {sure[i]:.2f}, recall {(of_kind >= sure[i]).mean():.2f}")


def _train(rows: _Rows, truth: Truth) -> Array:
    """The weights of a logistic regression with an L2 penalty, by Newton's steps."""
    weights = np.zeros(rows.size)
    for _step in range(_STEPS):
        sure = 1 / (1 + np.exp(-np.clip(rows.times(weights), -30, 30)))
        slope = rows.turned_times(sure - truth) + _EASE * weights
        if float(slope @ slope) < _ENOUGH:
            break
        weights += _newton_step(rows, sure * (1 - sure), slope)
    return weights


def _newton_step(rows: _Rows, curve: Array, slope: Array) -> Array:
    """By conjugate gradients: the whole matrix of curvature takes a hundred times as long."""
    step, rest = np.zeros_like(slope), -slope
    along, square = rest.copy(), float(rest @ rest)
    enough = _CLOSE * square
    for _each in range(_WITHIN):
        if square <= max(enough, 1e-12):
            break
        bent = rows.turned_times(curve * rows.times(along)) + _EASE * along
        far = square / float(along @ bent)
        step += far * along
        rest -= far * bent
        before, square = square, float(rest @ rest)
        along = rest + square / before * along
    return step


def _scores_when_unseen(rows: _Rows, truths: Truth) -> Array:
    """What each sentence scores by weights that were trained without its split."""
    scores = np.zeros(truths.shape)
    split = np.random.default_rng(1829).permutation(len(truths)) % _SPLITS
    for left_out in range(_SPLITS):
        unseen = split == left_out
        seen_rows, unseen_rows = rows.of(~unseen), rows.of(unseen)
        for kind in range(truths.shape[1]):
            trained = _train(seen_rows, truths[~unseen, kind])
            scores[unseen, kind] = 1 / (1 + np.exp(-unseen_rows.times(trained)))
    return scores


def _thresholds(unseen: Array, truths: Truth, precision: float) -> Array:
    """For each kind, the lowest score from where on so many of the sentences above it are of the kind."""
    return np.array([_threshold(unseen[:, i], truths[:, i], precision) for i in range(truths.shape[1])])


def _threshold(scores: Array, truth: Truth, precision: float) -> float:
    ranked = np.argsort(-scores, kind="stable")
    right = np.cumsum(truth[ranked]) / np.arange(1, len(ranked) + 1)
    return float(scores[ranked[np.flatnonzero(right >= precision)[-1]]])


def _version(heard: Array, sure: Array) -> int:
    """Of weights from these sentences; a new one is written down."""
    came_from = digest()
    last = versions()[-1]
    if last.trained_from == came_from:
        return last.version
    heard_of, sure_of = (
        ", ".join(f"{kind} = {number}" for kind, number in zip(KINDS, rounded(each), strict=True))
        for each in (heard, sure)
    )
    with VERSIONS.open("a", encoding="utf-8") as file:
        file.write(
            f"\n[[version]]\nversion = {last.version + 1}\nday = {datetime.now(UTC).date()}\n"
            f'trained_from = "{came_from}"\nheard = {{ {heard_of} }}\nsure = {{ {sure_of} }}\n'
        )
    return last.version + 1


if __name__ == "__main__":
    main()
