"""Hearing of a topic or of a forum. What is heard says only that something is new: it is read through permission."""

from collections.abc import Collection

from aiohttp import web

from forums.channels import SHOWN, UNSHOWN, channel_for
from forums.live import broadcast, store
from forums.places.policy import access_forum
from forums.policy import access_topic
from foundation.errors import NotFound
from foundation.fanout import LIVE, NAMESPACE
from foundation.live_events import Visit

_KINDS = (SHOWN, UNSHOWN, "forum:")


async def follow_topic(visit: Visit, topic_id: str) -> int:
    """Hear `topic_changed` of one topic from now on; gives its version, read after that. Raises NotFound, Moved."""
    await access_topic(visit.viewer, topic_id)
    await _hear(visit, (await channel_for([topic_id])).values())
    try:
        # Nobody stays who came in at the moment when it was taken down.
        return int((await access_topic(visit.viewer, topic_id)).topic["version"])
    except NotFound:
        await _hear(visit, [])
        raise


async def follow_forum(visit: Visit, forum_id: str, topic_ids: list[str]) -> None:
    """Hear `forum_changed`, and `topic_changed` of those of these topics that its list shows. Raises NotFound."""
    await access_forum(visit.viewer, forum_id)
    shown = await channel_for(await store.shown_in(forum_id, topic_ids))
    await _hear(visit, [f"forum:{forum_id}", *shown.values()])
    still = await channel_for(await store.shown_in(forum_id, list(shown)))
    if still != shown:
        await _hear(visit, [f"forum:{forum_id}", *still.values()])


async def tell_person_changed(app: web.Application, person_id: str) -> None:
    """Somebody's name, badge or picture is another one now."""
    await broadcast.person_changed(app, person_id)


async def _hear(visit: Visit, channels: Collection[str]) -> None:
    """These, and nothing else of forums: one connection is one page's."""
    server = visit.app[LIVE]
    for heard in list(server.rooms(visit.sid, namespace=NAMESPACE)):
        if heard.startswith(_KINDS) and heard not in channels:
            await server.leave_room(visit.sid, heard, namespace=NAMESPACE)
    for channel in (broadcast.PAGES, *channels):
        await server.enter_room(visit.sid, channel, namespace=NAMESPACE)
