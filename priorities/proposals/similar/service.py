"""Which proposals of a round are like the one that is being made."""

from typing import Any

from aiohttp import web

from foundation.alike import Likeness
from foundation.keys import LIMITS
from foundation.permissions import Viewer
from foundation.queries import Query
from priorities.policy import access_round
from priorities.proposals.words import LONGEST_TITLE

JSON = dict[str, Any]
_MOST = 5
_TITLES = Query(
    """
    SELECT id, title, supporters FROM priority_proposal WHERE round_id = ? AND state = 'published'
    ORDER BY id DESC LIMIT 500
    """
)


async def similar(app: web.Application, viewer: Viewer, round_id: str, title: str) -> list[JSON]:
    """The proposals of a round that the viewer may read, as `similar_titles`. Raises NotFound, TooFast."""
    row = await access_round(viewer, round_id)
    await app[LIMITS].check("similar", str(viewer.id or viewer.session or round_id))
    return await similar_titles(row["id"], title)


async def similar_titles(round_id: str, title: str) -> list[JSON]:
    """The open proposals of a round whose titles are most like this one, at most five, the closest first.

    Each `{id, title, supporters, path}`.
    """
    likeness = Likeness(title[:LONGEST_TITLE])
    if not likeness.says_enough:
        return []
    rows = await _TITLES.rows(round_id)
    near = await likeness.nearest([row["title"] for row in rows], _MOST)
    return [rows[place] | {"path": f"/proposals/{rows[place]['id']}"} for place, _score in near]
