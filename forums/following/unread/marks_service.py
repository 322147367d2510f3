"""How far somebody has read a topic, as they say themselves."""

from aiohttp import web

from forums.following.service import has_read
from forums.following.watching.service import access_topic_to_follow
from foundation.permissions import Viewer
from notices.service import noticed


async def mark_read(app: web.Application, viewer: Viewer, topic_id: str, number: int) -> None:
    """Note that a viewer has read a topic up to a number. Raises NotFound.

    A number of a topic that was merged into another one says nothing about that.
    """
    topic = await access_topic_to_follow(viewer, topic_id)
    if topic == topic_id and await has_read(viewer, topic, number):
        await noticed(str(viewer.id))(app)
