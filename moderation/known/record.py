"""What makes somebody known: decided in docs/decisions/0017."""

from dataclasses import dataclass
from datetime import datetime, timedelta

STOOD = 3
"""Posts that stood so long, without anybody's asking, make somebody known."""
STOOD_FOR = timedelta(days=2)
_APPROVED = 1
_APPROVED_AGAIN = 3
"""Of who lost it: what a person refused weighs more than what nobody looked at."""


@dataclass(frozen=True, slots=True)
class Record:
    """What moderators came to about somebody's words; `approved` counts from when they last lost it."""

    approved: int = 0
    known_at: datetime | None = None
    lost_at: datetime | None = None

    @property
    def is_known(self) -> bool:
        """Whether they are, by what people decided."""
        return self.known_at is not None and (self.lost_at is None or self.known_at > self.lost_at)

    @property
    def may_stand(self) -> bool:
        """Whether words that merely stood are enough for them: not for who lost it."""
        return self.lost_at is None

    @property
    def earns(self) -> bool:
        """Whether enough of their words were approved by now."""
        return self.approved >= (_APPROVED if self.may_stand else _APPROVED_AGAIN)


NOBODY = Record()
