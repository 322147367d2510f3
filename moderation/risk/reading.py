"""Reading a text with the model: its sentences one by one, and the worst of them counts."""

from typing import Any

import numpy as np

from moderation.risk.classifier import Array, Classifier
from moderation.risk.embedder import Embedder
from moderation.risk.splitting import Sentence, sentences_of

JSON = dict[str, Any]


class Reader:
    """An embedder with its classifier."""

    def __init__(self, embedder: Embedder, classifier: Classifier) -> None:
        self._embedder = embedder
        self._classifier = classifier

    def read(self, text: str, most: int) -> JSON:
        """The first `most` sentences: `scores` by kind, `kinds` heard, those `sure`, `whole` where that was all.

        `places` is where each kind's worst sentence stands in the text, `version` that of the classifier.
        """
        sentences = sentences_of(text)
        read = sentences[:most]
        scores = [self._classifier.scores(each.words, self._embedder(each.words)) for each in read]
        found = (
            self._judged(read, np.array(scores)) if scores else {"scores": {}, "places": {}, "kinds": [], "sure": []}
        )
        return {**found, "version": self._classifier.version, "whole": len(sentences) <= most}

    def _judged(self, read: list[Sentence], scores: Array) -> JSON:
        kinds, best = self._classifier.kinds, scores.max(axis=0)
        worst = [read[at] for at in scores.argmax(axis=0)]
        return {
            "scores": dict(zip(kinds, best.round(4).tolist(), strict=True)),
            "places": {kind: [each.start, each.end] for kind, each in zip(kinds, worst, strict=True)},
            "kinds": self._from(self._classifier.heard, best),
            "sure": self._from(self._classifier.sure, best),
        }

    def _from(self, threshold: Array, best: Array) -> list[str]:
        return [kind for kind, over in zip(self._classifier.kinds, best >= threshold, strict=True) if over]
