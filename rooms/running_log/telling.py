"""What entries of a room's log say of a running log's entries: read from their rows, nothing of one taken down."""

from collections.abc import Collection, Mapping
from typing import Any

from accounts.people import persons
from foundation.clock import rfc3339
from rooms.running_log import store
from rooms.running_log.models import EntryState

JSON = dict[str, Any]
_WORDS = ("at", "place", "category", "body", "html", "by", "picture", "edited_at")


async def told_of_entries(ids: Collection[str]) -> Mapping[str, JSON]:
    """Each entry as `entry_shown` makes it, by its id."""
    return {entry["id"]: entry for entry in await entries_shown(await store.entries_by_id(ids))}


async def entries_shown(rows: Collection[Mapping[str, Any]]) -> list[JSON]:
    """`{id, number, at, place, category, body, html, by, picture, edited_at}` of each row, in their order.

    `picture`: {small, large (addresses), width, height, alt} or null. Of one that was taken down all but `id` and
    `number` is null.
    """
    people = await persons({row["author_id"] for row in rows})
    pictures = await store.pictures_of([row["id"] for row in rows])
    return [_shown(row, people, pictures.get(row["id"])) for row in rows]


def _shown(row: Mapping[str, Any], people: Mapping[str, JSON], picture: JSON | None) -> JSON:
    named = {"id": row["id"], "number": row["number"]}
    if row["state"] != EntryState.PUBLISHED:
        return named | dict.fromkeys(_WORDS)
    return named | {
        "at": rfc3339(row["at"]),
        "place": row["place"],
        "category": row["category"],
        "body": row["body"],
        "html": row["html"],
        "by": people[row["author_id"]],
        "picture": _picture(picture) if picture else None,
        "edited_at": rfc3339(row["edited_at"]) if row["edited_at"] else None,
    }


def _picture(picture: JSON) -> JSON:
    address = f"/logs/pictures/{picture['id']}"
    return {
        "small": f"{address}/small.webp",
        "large": f"{address}/large.webp",
        **{name: picture[name] for name in ("width", "height", "alt")},
    }
