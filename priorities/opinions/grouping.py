"""Groups of people who think alike, found as Polis finds them: two axes of a PCA, then k-means, two to five groups.

Two things are asked before anything is called a group. Do opinions hang together at all, more than they do when each
statement's opinions are dealt out anew by chance? And has each group ten members, so that its figures are nobody's own?
Where nearly everybody agrees the answer is no, and there are none. It runs in a process of its own (`group_worker`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score

Array = NDArray[np.float64]
Given = Sequence[tuple[int, int]]
"""What one person said: the number of a statement, and 1, -1 or 0."""

_FEWEST_VOTERS: Final = 50
_FEWEST_IN_A_GROUP: Final = 10
_MOST_GROUPS: Final = 5
_SAID_ENOUGH: Final = 7
"""Opinions that somebody gave, at least, to be put into a group: or all, where there are fewer statements."""
_DEALS: Final = 20
_MORE_THAN_CHANCE: Final = 1.2
"""How much more: without it, one time in twenty, chance alone would make groups."""
_CLEAR: Final = 0.25
"""How clearly groups stand apart, at least: the mean silhouette, from -1 to 1."""
_LOOKED_AT: Final = 2000
"""People among whom it is measured: it takes the square of them."""


@dataclass(frozen=True)
class Found:
    """`members`: the numbers of the people of each group, the largest first; `places`: where the middle of each lies on
    the two axes. Both are empty where there are no groups.
    """

    members: Sequence[Sequence[int]]
    places: Sequence[tuple[float, float]]


NONE: Final = Found((), ())


def find_groups(people: Sequence[Given], statements: int) -> Found:
    """The groups among these people. The same opinions give the same groups."""
    able = [number for number, given in enumerate(people) if len(given) >= min(_SAID_ENOUGH, statements)]
    if len(able) < _FEWEST_VOTERS or statements < 2:
        return NONE
    matrix = _matrix([people[number] for number in able], statements)
    filled = _filled(matrix)
    if not _hangs_together(filled, np.random.default_rng(0)):
        return NONE
    points = _points(filled, matrix)
    labels = _best(points)
    if labels is None:
        return NONE
    groups = sorted((np.flatnonzero(labels == label) for label in set(labels.tolist())), key=len, reverse=True)
    scale = float(np.abs(points).max()) or 1.0
    places = [(points[group] / scale).mean(axis=0).round(3).tolist() for group in groups]
    members = [[able[place] for place in group.tolist()] for group in groups]
    return Found(members, [(x, y) for x, y in places])


def _matrix(people: Sequence[Given], statements: int) -> Array:
    matrix = np.full((len(people), statements), np.nan)
    for row, given in enumerate(people):
        for statement, opinion in given:
            matrix[row, statement] = opinion
    return matrix


def _filled(matrix: Array) -> Array:
    """Who said nothing of a statement stands where the others are on average, and each column about its middle."""
    known = ~np.isnan(matrix)
    means = np.where(known, matrix, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    return np.asarray(np.where(known, matrix - means, 0.0))


def _hangs_together(filled: Array, chance: np.random.Generator) -> bool:
    """Whether the first axis carries more than it ever does when each column is dealt out anew."""
    dealt = max(_first_axis(chance.permuted(filled, axis=0)) for _deal in range(_DEALS))
    return _first_axis(filled) > _MORE_THAN_CHANCE * dealt + 1e-9


def _first_axis(filled: Array) -> float:
    return float(np.linalg.eigvalsh(filled.T @ filled)[-1])


def _points(filled: Array, matrix: Array) -> Array:
    """People on two axes. Who said little would lie near the middle for that alone, and is moved out again."""
    _left, _sizes, axes = np.linalg.svd(filled, full_matrices=False)
    axes = axes[:2] * np.sign(axes[:2][np.arange(2), np.abs(axes[:2]).argmax(axis=1)])[:, None]
    said = (~np.isnan(matrix)).sum(axis=1)
    return np.asarray(filled @ axes.T * np.sqrt(matrix.shape[1] / said)[:, None])


def _best(points: Array) -> NDArray[Any] | None:
    """To which group each belongs, where any number of groups is clear enough; fewer groups win a tie."""
    best, found = _CLEAR, None
    distinct = len(np.unique(points.round(9), axis=0))
    for number in range(2, min(_MOST_GROUPS, distinct) + 1):
        labels = KMeans(number, n_init=10, random_state=0).fit_predict(points)
        if np.bincount(labels).min() < _FEWEST_IN_A_GROUP:
            continue
        score = silhouette_score(points, labels, sample_size=min(len(points), _LOOKED_AT), random_state=0)
        if score > best + 1e-9:
            best, found = float(score), labels
    return found
