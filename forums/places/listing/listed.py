"""A topic as lists show it."""

from datetime import datetime
from typing import Any

from forums.places.naming import section_name
from forums.states import state_of

JSON = dict[str, Any]
_AS_THEY_ARE = ("id", "title", "replies", "last_number", "created_at", "active_at", "place_name")


def listed(row: JSON, section: JSON | None, people: dict[str, JSON], before: datetime | None) -> JSON:
    """One row of a list for its template and for clients.

    `{row, id, title, path, author, latest_by, section: {slug, name}, state, pinned, slow, answered, replies,
    last_number, created_at, active_at, place_name, is_new, unread, first_unread}`. `before`: since when things are new
    to the reader, or None. `unread` counts what follows the last number that they read; 0 for who never opened it.
    """
    unread = max(0, row["last_number"] - row["last_read"]) if row["last_read"] else 0
    return {name: row[name] for name in _AS_THEY_ARE} | {
        "row": row,
        "path": f"/topics/{row['id']}",
        "author": people.get(row["author_id"]),
        "latest_by": people.get(row["latest_by"]) if row["last_number"] > 1 else None,
        "section": {"slug": section["slug"], "name": section_name(section)} if section else None,
        "state": state_of(row),
        "pinned": row["pinned_at"] is not None,
        "slow": row["slowed_at"] is not None or row["mode"] == "slow",
        "answered": row["answered_at"] is not None,
        "is_new": before is not None and row["last_read"] is None and row["created_at"] > before,
        "unread": unread,
        "first_unread": row["last_read"] + 1 if unread else None,
    }
