"""Who was renamed, or shown with another picture, on any process: the audit's rows tell, with Redis and without."""

from datetime import timedelta

from aiohttp import web

from foundation import clock
from foundation.fanout import channels_here
from foundation.models import AuditEntry
from rooms.broadcast import person_changed_here
from rooms.messages.store import rooms_with_words_of

_LOOKS_BACK = timedelta(seconds=10)
"""Longer than a look, and than the clocks of two machines may differ."""
_KINDS = ("person", "avatar")
"""What their rows are about, also those of decisions about a name or a picture."""
_CHANGES = ("person.", "avatar.", "photo.", "account.close")
"""With what the acts begin that may show somebody otherwise. To draw somebody once too often does no harm."""


class ChangedPeople:
    """Whose changes this process has told by itself, so that each is told once."""

    def __init__(self, app: web.Application) -> None:
        self._app = app
        self._told: frozenset[str] = frozenset()

    async def tell_here(self) -> None:
        """Have the screens of this process draw anew whoever changed lately and said something in their room."""
        lately = AuditEntry.filter(at__gte=clock.now() - _LOOKS_BACK, subject_type__in=_KINDS)
        rows = [row for row in await lately.values("id", "act", "subject_id") if row["act"].startswith(_CHANGES)]
        here = {channel.removeprefix("room:") for channel in channels_here(self._app, "room:")}
        for person in sorted({str(row["subject_id"]) for row in rows if row["id"] not in self._told}):
            rooms = here.intersection(await rooms_with_words_of(person))
            await person_changed_here(self._app, sorted(rooms), person)
        self._told = frozenset(row["id"] for row in rows)
