"""Who was renamed, or shown with another picture, on any process: the audit's rows tell, with Redis and without."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from foundation import clock
from foundation.models import AuditEntry

Tell = Callable[[str], Awaitable[None]]
"""Takes the id of a person who may look otherwise now, and tells the screens of this process."""

_LOOKS_BACK = timedelta(seconds=10)
"""Longer than a look, and than the clocks of two machines may differ."""
_KINDS = ("person", "avatar")
"""What their rows are about, also those of decisions about a name or a picture."""
_CHANGES = ("person.", "avatar.", "photo.", "account.close")
"""With what the acts begin that may show somebody otherwise. To draw somebody once too often does no harm."""


class ChangedPeople:
    """A looker of `foundation.redis_away`: whose changes this process has told by itself, so that each is told once."""

    def __init__(self, is_needed: Callable[[], bool], tell: Tell) -> None:
        """`is_needed`: whether any screen here shows people."""
        self.is_needed = is_needed
        self._tell = tell
        self._told: frozenset[str] = frozenset()

    async def look(self, *, uncertain: bool) -> None:
        """Have whoever changed lately drawn anew."""
        if not uncertain:
            return
        lately = AuditEntry.filter(at__gte=clock.now() - _LOOKS_BACK, subject_type__in=_KINDS)
        rows = [row for row in await lately.values("id", "act", "subject_id") if row["act"].startswith(_CHANGES)]
        for person in sorted({str(row["subject_id"]) for row in rows if row["id"] not in self._told}):
            await self._tell(person)
        self._told = frozenset(row["id"] for row in rows)
