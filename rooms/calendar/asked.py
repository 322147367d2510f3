"""Which dates of the calendar somebody asks for."""

from dataclasses import dataclass
from datetime import datetime

from rooms.models import MeetingKind


@dataclass(frozen=True)
class Asked:
    """Dates that start from `since` on and before `until`; None asks for all. `host` is a person's id."""

    neighbourhood: str | None = None
    force: str | None = None
    host: str | None = None
    kind: MeetingKind | None = None
    since: datetime | None = None
    until: datetime | None = None
