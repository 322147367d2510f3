"""Which entries of a log somebody wants to see."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Wanted:
    """`since` and `until` bound when it happened; `before` is an entry's number, for earlier pages."""

    category: str = ""
    place: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    limit: int = 101

    @property
    def filters(self) -> bool:
        """Whether anything but the page is asked for."""
        return bool(self.category or self.place or self.since or self.until)
