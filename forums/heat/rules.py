"""When a topic is heated, and when it has cooled: decided by counts, so that everybody can say why."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

REPLIES, AUTHORS, WITHIN = 20, 3, timedelta(minutes=5)
"""So many replies, by so many people, within that time."""
FLAGGERS, FLAGGED_WITHIN = 3, timedelta(hours=1)
"""So many people flagged something in it, within that time. A muted one's flag is not counted."""
SECONDS: Final = 120
"""Between two replies of a person while it is slow."""
LEAST: Final = timedelta(minutes=30)
"""It stays slow at least so long."""
COOL: Final = 5
"""No more replies than this within WITHIN: then it has cooled."""


class Heated(StrEnum):
    """Why a topic slowed down by itself."""

    PACE = "pace"
    FLAGS = "flags"


def heated_by(replies: int, authors: int, flaggers: int) -> Heated | None:
    """Whether it is heated, and by what; flags weigh more."""
    if flaggers >= FLAGGERS:
        return Heated.FLAGS
    return Heated.PACE if replies >= REPLIES and authors >= AUTHORS else None


def has_cooled(replies: int, flaggers: int) -> bool:
    """Whether a topic that has been slow for LEAST may be as it was."""
    return replies <= COOL and flaggers < FLAGGERS
