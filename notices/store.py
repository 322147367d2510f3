"""Every query of notices."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from notices.models import Notice

JSON = dict[str, Any]


async def add_notices(rows: Sequence[Notice]) -> set[str]:
    """Insert notices; gives the ids of those that are news, whose keys were not there before. Inside a transaction."""
    await Notice.bulk_create(rows, ignore_conflicts=True)
    added = await Notice.filter(id__in=[row.id for row in rows]).values_list("id", flat=True)
    return {str(id_) for id_ in added}


async def remove_of_key(key: str) -> list[str]:
    """Remove the notice with a key; gives its id, if there was one."""
    found = [str(id_) for id_ in await Notice.filter(key=key).values_list("id", flat=True)]
    await Notice.filter(id__in=found).delete()
    return found


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
