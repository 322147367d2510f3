"""One decision while it is written down."""

from dataclasses import dataclass
from typing import Any, Final

from foundation.permissions import Viewer
from moderation.content import Content
from moderation.decisions.ruling import Action, Ruling

JSON = dict[str, Any]
LATER: Final = (Action.UNDO, Action.OVERTURN)
"""What comes of an earlier decision: an item that is open by then waits for something else."""


@dataclass(frozen=True, slots=True)
class Case:
    """Who decides what about which thing; `item` is the row of its open review item, if there is one."""

    viewer: Viewer
    content: Content
    ruling: Ruling
    item: JSON | None

    @property
    def is_human(self) -> bool:
        return self.viewer.id is not None

    @property
    def is_preliminary(self) -> bool:
        """A rule decided, or the author themselves: hosts may take their own words down, and end nothing by it."""
        return not self.is_human or self.viewer.id == self.content.author_id

    @property
    def goes_on(self) -> bool:
        """Whether the item waits on: for a person where a rule or the author decided, for somebody else, or because its
        words still wait to be read.
        """
        passed_on = self.ruling.action is Action.ESCALATE or self.is_preliminary
        return passed_on or (self.ruling.action is Action.LOCK and self.content.waits)
