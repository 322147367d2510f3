"""Every query of notices."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from foundation.queries import Query
from notices.models import Notice

JSON = dict[str, Any]
_UNREAD_OF = Query(
    "SELECT person_id, COUNT(*) AS unread FROM notice WHERE person_id IN ? AND read_at IS NULL GROUP BY person_id"
)
_OF = "SELECT id, person_id, key, read_at IS NULL AS unread FROM notice WHERE"
_OF_KEYS = Query(_OF, "key IN ?", truths=("unread",))
_OF_PEOPLE = Query(_OF, "person_id IN ? AND key LIKE ?", truths=("unread",))
_TOLD = Query("SELECT key FROM notice WHERE key IN ?")
# Every page of somebody signed in asks it.
_UNREAD = Query(
    "SELECT COUNT(*) AS unread FROM (SELECT 1 FROM notice WHERE person_id = ? AND read_at IS NULL LIMIT ?) AS waiting"
)


async def add_notices(rows: Sequence[Notice]) -> set[str]:
    """Insert notices; gives the ids of those that are news, whose keys were not there before. Inside a transaction."""
    await Notice.bulk_create(rows, ignore_conflicts=True)
    added = await Notice.filter(id__in=[row.id for row in rows]).values_list("id", flat=True)
    return {str(id_) for id_ in added}


async def of_keys(keys: Sequence[str]) -> list[JSON]:
    """The notices with these keys: `id`, `person_id`, `unread`."""
    return await _OF_KEYS.rows(list(keys)) if keys else []


async def told(keys: Sequence[str]) -> set[str]:
    """Those of these keys under which there is a notice."""
    return {str(row["key"]) for row in (await _TOLD.rows(list(keys)) if keys else [])}


async def of_people(people: Sequence[str], about: str) -> list[JSON]:
    """The same of these people under any key `{about}.{id}`, with its `key`."""
    return await _OF_PEOPLE.rows(list(people), f"%.{about}.%") if people else []


async def remove(ids: Sequence[str]) -> None:
    if ids:
        await Notice.filter(id__in=list(ids)).delete()


async def remove_read(keys: Sequence[str]) -> None:
    """Remove those of the notices with these keys that were read. Inside a transaction."""
    await Notice.filter(key__in=keys, read_at__not_isnull=True).delete()


async def unread_count(person: str, most: int) -> int:
    """How many notices wait to be read, counted up to `most`."""
    return int((await _UNREAD.rows(person, most))[0]["unread"])


async def newest(person: str, limit: int, before: str | None = None) -> list[JSON]:
    """A person's notices, newest first: id, kind, sentence, path, created_at, read_at. `before` is an id."""
    rows = Notice.filter(person_id=person)
    if before is not None:
        rows = rows.filter(id__lt=before)
    return await rows.order_by("-id").limit(limit).values("id", "kind", "sentence", "path", "created_at", "read_at")


async def unread_counts(people: Collection[str]) -> dict[str, int]:
    """How many notices wait to be read by each of these people."""
    rows = await _UNREAD_OF.rows(list(people)) if people else []
    return dict.fromkeys(people, 0) | {row["person_id"]: row["unread"] for row in rows}


async def set_read_beneath(person: str, path: str, now: datetime) -> int:
    """Mark as read what leads somebody to an address beneath `path`; gives how many were not."""
    return await Notice.filter(person_id=person, read_at=None, path__startswith=path).update(read_at=now)


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
