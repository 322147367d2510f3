"""What people said last where everybody reads it."""

from collections.abc import Sequence
from typing import Any

from rooms.messages import last_said_store

JSON = dict[str, Any]


async def last_said(force: str, most: int) -> Sequence[JSON]:
    """The last messages of a force's surgeries that everybody can read, the newest first: `body`, `path`, `at`."""
    rows = await last_said_store.last_published(force, most)
    return [
        {"body": row["body"], "path": f"/surgeries/{row['room_id']}#m-{row['id']}", "at": row["created_at"]}
        for row in rows
    ]
