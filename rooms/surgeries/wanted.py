"""Which surgeries somebody asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rooms.models import Status


@dataclass(frozen=True)
class Wanted:
    """Which surgeries are asked for; None asks for all. `cursor` is a `next` given earlier."""

    neighbourhood: str | None = None
    host: str | None = None
    statuses: Sequence[Status] = ()
    starts_from: datetime | None = None
    starts_to: datetime | None = None
    cursor: str | None = None
    newest_first: bool = False
    limit: int = 50
