"""Which topics of a forum are like the one that is being begun."""

from typing import Any

from forums.moderated_words import LONGEST_TITLE
from forums.similar import store
from forums.states import state_of
from foundation.alike import Likeness

JSON = dict[str, Any]
_MOST = 5


async def similar_titles(forum: JSON, title: str) -> list[JSON]:
    """The topics of a forum whose titles are most like this one, at most five, the closest first.

    Each `{id, title, replies, state, path, active}`; `active` is when it was last written in. Only what is shown to
    everybody who may read the forum is among them.
    """
    likeness = Likeness(title[:LONGEST_TITLE])
    if not likeness.says_enough:
        return []
    rows = await store.latest_titles(forum["id"])
    near = await likeness.nearest([row["title"] for row in rows], _MOST)
    return [_shown(rows[place]) for place, _score in near]


def _shown(row: JSON) -> JSON:
    return {
        "id": row["id"],
        "title": row["title"],
        "replies": row["replies"],
        "state": state_of(row).value,
        "path": f"/topics/{row['id']}",
        "active": row["active_at"],
    }
