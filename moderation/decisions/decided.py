"""Of two who decide about one thing, the second is told of the first."""

from typing import Any

from foundation.errors import Conflict
from foundation.language import _

JSON = dict[str, Any]


class Decided(Conflict):
    """Somebody has decided already, or the thing is another now: then `decision` is None.

    `decision` is the row that came first; whoever answers the person puts it into `details` as it is shown.
    """

    def __init__(self, decision: JSON | None) -> None:
        super().__init__(
            _("Somebody else has just decided about this. Look at what they decided.")
            if decision
            else _("This has changed since you read it. Look again before you decide.")
        )
        self.decision = decision
