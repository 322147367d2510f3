"""What the model hears in a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from moderation.items.kinds import Kind


@dataclass(frozen=True, slots=True)
class Heard:
    """How sure the model is of each kind, from 0 to 1 in its surest sentence, and those that it is sure enough of.

    `whole`: all of the text was read; of a very long one only the first sentences are, while somebody waits.
    """

    scores: Mapping[Kind, float] = field(default_factory=dict)
    kinds: Sequence[Kind] = ()
    whole: bool = True

    @property
    def settles(self) -> bool:
        """Whether nothing would be gained by reading the text again with more time."""
        return self.whole or bool(self.kinds)


NOTHING = Heard()


def heard_of(answer: Mapping[str, Any]) -> Heard:
    """From what the worker answers."""
    scores = {Kind(kind): float(score) for kind, score in answer["scores"].items()}
    return Heard(scores, tuple(Kind(kind) for kind in answer["kinds"]), bool(answer["whole"]))
