"""Which topics of a forum are like the one that is being begun."""

from typing import Any

from forums.similar import store
from forums.states import state_of
from foundation.alike import LIKE, Likeness

JSON = dict[str, Any]
_MOST = 5
_LONGEST = 400
"""Characters of a title that are looked at, whatever was sent."""


async def similar_titles(forum: JSON, title: str) -> list[JSON]:
    """The topics of a forum whose titles are most like this one, at most five, the closest first.

    Each `{id, title, replies, state, path, active}`; `active` is when it was last written in. Only what is shown to
    everybody who may read the forum is among them.
    """
    likeness = Likeness(title[:_LONGEST])
    if not likeness.says_enough:
        return []
    scored = [(likeness.to(row["title"]), row) for row in await store.latest_titles(forum["id"])]
    near = sorted((pair for pair in scored if pair[0] >= LIKE), key=lambda pair: -pair[0])
    return [_shown(row) for _score, row in near[:_MOST]]


def _shown(row: JSON) -> JSON:
    return {
        "id": row["id"],
        "title": row["title"],
        "replies": row["replies"],
        "state": state_of(row).value,
        "path": f"/topics/{row['id']}",
        "active": row["active_at"],
    }
