"""The list of what somebody has not read."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from accounts.people import persons
from forums.following.unread import marks_store
from forums.following.unread import store as unread_store
from forums.following.watching import store as watch_store
from forums.places.listing.cursors import Place, place_at
from forums.places.listing.listed import listed
from forums.places.models import ForumKind
from forums.places.naming import forum_title
from forums.places.paths import path_of
from foundation import clock
from foundation.database import atomic
from foundation.permissions import Viewer
from neighbourhoods.atlas import current_atlas

JSON = dict[str, Any]
PAGE = 30
_LOOKED_BACK = timedelta(days=60)
"""What nobody wrote in for so long is no news, but in a topic that they follow itself."""
_FIRST = Place(datetime(9000, 1, 1, tzinfo=UTC), "")
_READ_AT_ONCE = 100
_MOST_READ = 2000


@dataclass(frozen=True)
class UnreadPage:
    """Topics as `places.listing.listed` has them, with `row`, `forum_name`, `forum_path` and `first_unread` beside.

    `next`: the cursor of what follows, None at the end.
    """

    items: list[JSON]
    next: str | None


async def list_unread(viewer: Viewer, cursor: str | None = None, limit: int = PAGE) -> UnreadPage:
    """What a viewer has not read of what they follow, and of what they opened: the latest activity first.

    Raises Invalid for a cursor of another list.
    """
    person = str(viewer.id)
    place = place_at(cursor, _name_of(person)) if cursor else _FIRST
    ids = await _ids(viewer, place, limit + 1)
    rows = await unread_store.topics_of(person, ids[:limit])
    shown = [rows[id_] for id_ in ids[:limit] if id_ in rows]
    after = Place.beside(shown[-1]).cursor(_name_of(person)) if shown and len(ids) > limit else None
    return UnreadPage(await _shown(shown), after)


async def read_everything(viewer: Viewer) -> None:
    """Have nothing left to be read, also in forums and sections that they follow."""
    person = str(viewer.id)
    for _turn in range(_MOST_READ // _READ_AT_ONCE):
        ids = await _ids(viewer, _FIRST, _READ_AT_ONCE)
        if not ids:
            break
        rows = await unread_store.topics_of(person, ids)

        async def read(rows: dict[str, JSON] = rows) -> None:
            for row in rows.values():
                await marks_store.set_read(person, row["id"], row["last_number"])

        await atomic(read)
    await watch_store.begin_anew(person)


async def _ids(viewer: Viewer, place: Place, limit: int) -> list[str]:
    force = str(viewer.force) if viewer.is_staff and viewer.force else ""
    return await unread_store.unread_topics(str(viewer.id), force, place, clock.now() - _LOOKED_BACK, limit)


async def _shown(rows: list[JSON]) -> list[JSON]:
    people = await persons({row[column] for row in rows for column in ("author_id", "latest_by")} - {None})
    places = (await current_atlas()).places
    return [listed(row, row, people, None) | _beside(row, places) for row in rows]


def _beside(row: JSON, places: Any) -> JSON:
    """Where it stands, and where to go on: who never opened it begins at its beginning."""
    forum = row | {"id": row["forum_id"], "kind": ForumKind(row["forum_kind"])}
    first = (row["last_read"] or 0) + 1
    unread = row["last_number"] - first + 1
    where = {"forum_name": forum_title(forum, places), "forum_path": path_of(forum)}
    return {"row": row, "first_unread": first, "unread": unread, **where}


def _name_of(person: str) -> str:
    return f"unread:{person}"
