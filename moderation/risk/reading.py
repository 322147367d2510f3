"""Reading a text with the model: its sentences one by one, and the worst of them counts."""

from typing import Any

import numpy as np

from moderation.risk.classifier import Classifier
from moderation.risk.embedder import Embedder
from moderation.risk.splitting import sentences_of


class Reader:
    """An embedder with its classifier."""

    def __init__(self, embedder: Embedder, classifier: Classifier) -> None:
        self._embedder = embedder
        self._classifier = classifier

    def read(self, text: str, most: int) -> dict[str, Any]:
        """The first `most` sentences: `scores` by kind, `kinds` heard, those `sure`, `whole` where that was all."""
        sentences = sentences_of(text)
        vectors = [self._embedder(sentence) for sentence in sentences[:most]]
        scores = self._classifier.scores(np.array(vectors)).max(axis=0) if vectors else None
        return {**self._classifier.judged(scores), "whole": len(sentences) <= most}
