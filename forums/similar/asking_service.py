"""Similar topics for who asks for them."""

from typing import Any

from aiohttp import web

from forums.places.policy import access_forum
from forums.similar.service import similar_titles
from foundation.keys import LIMITS
from foundation.permissions import Viewer

JSON = dict[str, Any]


async def similar(app: web.Application, viewer: Viewer, forum_id: str, title: str) -> list[JSON]:
    """The topics of a forum that are most like `title`, as `similar_titles`. Raises NotFound, TooFast."""
    forum = await access_forum(viewer, forum_id)
    await app[LIMITS].check("similar", str(viewer.id or viewer.session or forum_id))
    return await similar_titles(forum, title)
