"""The refusal of words of which their author is warned first: nothing is stored, and `confirm` sends them."""

from typing import ClassVar, Self

from foundation.errors import Invalid
from moderation.passing.screened import Screened


class Warned(Invalid):
    """Mend them, or send them again with `confirm`. `notice` is `emergency` where 999 should be called at once."""

    kind: ClassVar[str] = "warned"

    @classmethod
    def of(cls, reason: str, notice: str | None) -> Self:
        return cls(reason, details={"notice": notice} if notice else {})


def check_not_warned(screened: Screened) -> None:
    """Raises Warned."""
    if screened.is_warned_of:
        raise Warned.of(screened.verdict.reason, "emergency" if screened.verdict.emergency else None)
