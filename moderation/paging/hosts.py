"""Who holds the place in which something was written."""

from collections.abc import Collection

from aiohttp import web

from moderation.content import Content
from moderation.ports import HOSTS_OF


async def hosts_of(app: web.Application, content: Content) -> Collection[str]:
    """Their ids, by the port that the roof fills; nobody where the place has none."""
    if content.place_type is None or content.place_id is None or HOSTS_OF not in app:
        return ()
    return await app[HOSTS_OF](content.place_type, content.place_id)
