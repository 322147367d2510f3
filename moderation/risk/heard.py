"""What the model hears in a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from moderation.items.kinds import Kind


@dataclass(frozen=True, slots=True)
class Heard:
    """How sure the model is of each kind, from 0 to 1 in its surest sentence, and those that somebody looks at.

    EMERGENCY is among them where it is sure: people are called, and the author is shown 999. Where it only seems so, it
    is DANGER: as urgent in the queue, and nobody is called, for false alarms teach people not to look.

    `places` is the sentence of each score, by its characters, and `version` that of the weights that said it.
    `whole`: all of the text was read; of a very long one only the first sentences are, while somebody waits.
    """

    scores: Mapping[Kind, float] = field(default_factory=dict)
    kinds: Sequence[Kind] = ()
    whole: bool = True
    places: Mapping[Kind, tuple[int, int]] = field(default_factory=dict)
    version: int = 0

    @property
    def settles(self) -> bool:
        """Whether nothing would be gained by reading the text again with more time."""
        return self.whole or any(kind is not Kind.DANGER for kind in self.kinds)


NOTHING = Heard()


def heard_of(answer: Mapping[str, Any]) -> Heard:
    """From what the worker answers."""
    scores = {Kind(kind): float(score) for kind, score in answer["scores"].items()}
    kinds = tuple(_as_sure(Kind(kind), kind in answer["sure"]) for kind in answer["kinds"])
    places = {Kind(kind): (start, end) for kind, (start, end) in answer["places"].items()}
    return Heard(scores, kinds, bool(answer["whole"]), places, answer["version"])


def _as_sure(kind: Kind, sure: bool) -> Kind:
    return Kind.DANGER if kind is Kind.EMERGENCY and not sure else kind
