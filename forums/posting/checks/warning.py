"""The refusal of words of which their author is warned first: nothing is stored, and `confirm` sends them."""

from typing import ClassVar, Self

from forums.posting.outcomes import Outcome
from foundation.errors import Invalid


class Warned(Invalid):
    """Mend it, or send it again with `confirm`. `notice` is `emergency` where 999 should be called at once."""

    kind: ClassVar[str] = "warned"

    @classmethod
    def of(cls, outcome: Outcome) -> Self:
        return cls(outcome.reason or "", details={"notice": outcome.notice} if outcome.notice else {})
