"""Every query of notices."""

from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from notices.kinds import NoticeKind
from notices.models import Notice

JSON = dict[str, Any]


async def add_notice(key: str, person: str, kind: NoticeKind, sentence: str, path: str) -> str | None:
    """Insert a notice; gives its id, or None where one with this key was there before. Inside a transaction."""
    id_ = new_id()
    notice = Notice(id=id_, key=key, person_id=person, kind=kind, sentence=sentence, path=path, created_at=clock.now())
    await Notice.bulk_create([notice], ignore_conflicts=True)
    return id_ if await Notice.filter(id=id_).exists() else None


async def unread_count(person: str, most: int) -> int:
    """How many notices wait to be read, counted up to `most`."""
    return len(await Notice.filter(person_id=person, read_at=None).limit(most).values_list("id", flat=True))


async def newest(person: str, limit: int, before: str | None = None) -> list[JSON]:
    """A person's notices, newest first: id, kind, sentence, path, created_at, read_at. `before` is an id."""
    rows = Notice.filter(person_id=person)
    if before is not None:
        rows = rows.filter(id__lt=before)
    return await rows.order_by("-id").limit(limit).values("id", "kind", "sentence", "path", "created_at", "read_at")


async def set_read(person: str, now: datetime, id_: str | None = None) -> int:
    """Mark one notice of a person as read, or all; gives how many were not."""
    waiting = Notice.filter(person_id=person, read_at=None)
    if id_ is not None:
        waiting = waiting.filter(id=id_)
    return await waiting.update(read_at=now)


async def remove_before(moment: datetime) -> int:
    """Remove what was told before then; gives how many."""
    return await Notice.filter(created_at__lt=moment).delete()


async def path_of(person: str, id_: str) -> str | None:
    """Where a person's notice leads; None where it is not theirs, or gone."""
    rows = await Notice.filter(person_id=person, id=id_).values_list("path", flat=True)
    return str(rows[0]) if rows else None


async def remove_all_of(person: str) -> None:
    """Remove everything that a person was told."""
    await Notice.filter(person_id=person).delete()
