"""What screening came to about words in their place."""

from dataclasses import dataclass

from moderation.items.kinds import Kind
from moderation.risk.heard import NOTHING, Heard
from moderation.screening import Action, Verdict

PRIORITY = frozenset({Kind.EMERGENCY, Kind.DANGER, Kind.CHILD, Kind.GROOMING, Kind.THREAT})
"""What somebody looks at also where it is not held."""


@dataclass(frozen=True, slots=True)
class Screened:
    """What becomes of words, and why.

    `verdict` has the hits of all, and the reason that their author reads. `kinds` is what a review item is about, those
    of the model and of the mode among them; `case_id` the sealed case that holds them. `heard` is None where the model
    is to read them later (`moderation.risk.service.read_later`).
    """

    verdict: Verdict
    kinds: tuple[Kind, ...] = ()
    case_id: str | None = None
    heard: Heard | None = NOTHING

    @property
    def is_warned_of(self) -> bool:
        """Whether their author is asked first, and nothing is stored."""
        return self.verdict.action is Action.WARN

    @property
    def wants_item(self) -> bool:
        """Whether a person is to look, before others read them or after."""
        return self.verdict.held or self.verdict.page or not PRIORITY.isdisjoint(self.kinds)
